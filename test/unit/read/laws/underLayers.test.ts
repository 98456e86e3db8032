/** Damage in a text every line of which has something before it: the lines that have it are read without it all the same. */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { EventRecord } from '../../../../server/src/core/record';
import { someEvents } from '../../../support/generatedRecords';
import { damagesUnder } from '../../../support/layeredRun';
import { LAYER_WRITERS } from '../../../support/layerWriters';
import { nameOf, readLog } from '../../../support/readLog';

const OF_LINES = Object.entries(LAYER_WRITERS).filter(([, { isOfLines }]) => isOfLines === true);
const DAMAGES = 150;

suite(`no untouched event is lost or called malformed by any of ${DAMAGES} damages of a log under a layer of lines`, () => {
  for (const [name] of OF_LINES) test(name, () => assert.deepEqual(damagesUnder(name, 1, DAMAGES), []));
});

const PRETTY = someEvents(5, 3).map((event) => JSON.stringify(event, null, 2));
const lines = (text: string): readonly string[] => text.split('\n');
const numbered = (text: string): string =>
  lines(text)
    .map((line, index) => `${String(index + 1).padStart(6)}\t${line}`)
    .join('\n');
const quoted = (text: string): string => text.replaceAll(/^/gm, '> ');
const added = (text: string): string => text.replaceAll(/^/gm, '+');

const malformed = (records: readonly EventRecord[]): readonly boolean[] =>
  records.map((record) => record.malformed === 'syntax');

suite('what once made a layer unbelievable', () => {
  const whole = numbered(PRETTY.join('\n'));
  const cases: Readonly<Record<string, { text: string; expected: readonly boolean[] }>> = {
    'a comma lost': { text: whole.replace('",\n', '"\n'), expected: [true, false, false] },
    'a number lost': { text: whole.replace(/^ +40\t/m, ''), expected: [false, false, false] },
    'a foreign line': { text: whole.replace(/^( +3\t)/m, '(see below)\n$1'), expected: [true, false, false] },
    'a blank line': { text: whole.replace(/^( +3\t)/m, '\n$1'), expected: [false, false, false] },
    'two files joined': { text: `${whole}\n${numbered(PRETTY[0] ?? '')}`, expected: [false, false, false, false] },
    'its beginning cut off': { text: lines(whole).slice(5).join('\n'), expected: [true, false, false] },
    'an object before a quoted one': { text: `{"a":${quoted(PRETTY.join('\n'))}`, expected: [false, false, false] },
    'an event on the line of a place in a diff': {
      text: `@@ -0,0 +1,9 @@\n${added(PRETTY[0] ?? '')}\n@@ -${PRETTY[1] ?? ''}`,
      expected: [false, false],
    },
    'a closing brace and a tab on a numbered line': {
      text: whole.replace(/^( +\d+\t\})\n +\d+\t(\{)/m, '$1\t$2'),
      expected: [false, false, false],
    },
  };
  for (const [name, { text, expected }] of Object.entries(cases)) {
    test(name, () => {
      const { records, outline } = readLog(text);
      const told = outline.problems.filter((problem) => nameOf(problem) === 'layer').length;
      assert.deepEqual({ malformed: malformed(records), told }, { malformed: expected, told: 1 });
    });
  }
});
