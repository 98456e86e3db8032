import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { eventIdOf } from '../../../support/damage';
import { someEvents } from '../../../support/generatedRecords';
import { LOG_FORM_NAMES, LOG_FORMS } from '../../../support/logForms';
import { brokenJson, nameOf, type ReadLog, readLog } from '../../../support/readLog';

/** Forms that are whole after any of their records. */
const WITHOUT_FRAME = new Set(['JSON Lines', 'JSON Lines, sorted keys, CRLF', 'concatenated', 'pretty, concatenated']);

/** What is wrong with how a log cut at an offset was read; undefined when nothing is. */
function complaint(whole: ReadLog, cutAt: number, isFramed: boolean): string | undefined {
  const log = readLog(whole.text.slice(0, cutAt));
  const kept = whole.records.filter(({ end }) => end <= cutAt);
  const found = log.records.filter(({ malformed }) => malformed !== 'syntax');
  const same = kept.every(
    (record, index) =>
      found[index]?.start === record.start &&
      found[index]?.end === record.end &&
      eventIdOf(found[index] ?? record) === eventIdOf(record),
  );
  if (!same || found.length !== kept.length) return `${found.length} whole records instead of ${kept.length}`;
  const problems = brokenJson(log).map(({ problem }) => nameOf(problem));
  if (problems.length > 1) return `several problems: ${problems.join(', ')}`;
  // A few characters of one record do not show yet that they are a log.
  if (problems.length === 0 && isFramed && kept.length > 0 && cutAt < whole.text.trimEnd().length) return 'no problem';
  return undefined;
}

suite('a log cut anywhere keeps all records before the cut, and has at most one problem', () => {
  for (const form of LOG_FORM_NAMES) {
    test(form, () => {
      const whole = readLog(LOG_FORMS[form].write(someEvents(3, 3)));
      const complaints: string[] = [];
      for (let cutAt = 0; cutAt < whole.text.length; cutAt++) {
        const said = complaint(whole, cutAt, !WITHOUT_FRAME.has(form) && !form.startsWith('several'));
        const around = JSON.stringify(whole.text.slice(Math.max(0, cutAt - 50), cutAt));
        if (said !== undefined) complaints.push(`cut at ${cutAt}, behind ${around}: ${said}`);
      }
      assert.deepEqual(complaints, []);
    });
  }
});
