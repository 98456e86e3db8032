import { version } from '../../../../package.json';
import { ask, groundsOf, inquiryIds, matches, ruleOf, SarifText, toldInquiry } from '../../core';
import { askedOf } from '../../places/asked';
import type { ReadMet } from '../scan/readMet';
import type { CommandContext } from './commandContext';
import { counted } from './counted';
import { evidenceIn } from './evidenceIn';
import type { Exporting } from './exportArguments';
import type { ExportTarget, Written } from './exportTarget';
import { notesOn } from './inputNotes';
import { inputs } from './inputs';
import { checked, ordersBeside } from './ordersBeside';
import { readTwice } from './readTwice';

/**
 * Writes what is wrong with the logs and what was found in them as SARIF. Of the problems those of records that answer the question,
 * of the findings those with an event that does.
 */
export async function writeSarif(
  asked: Exporting,
  around: CommandContext,
  readMet: ReadMet,
  target: ExportTarget,
): Promise<Written> {
  const { files, where, window, limits, question } = asked;
  const { progress, stop } = around;
  const twice = readTwice(around.stdin);
  const sarif = new SarifText(version);
  const askedIn = askedOf({ service: 'all', ...(window && { window }), ...(where !== '' && { where }) });
  const orders = ordersBeside(files, limits);
  let results = 0;
  let isIncomplete = false;
  let done = 0;
  await target.write(sarif.head());
  for await (const input of inputs(files, window, limits, twice.first)) {
    const { file, read } = input;
    progress.tell(() => `${done++} files checked`);
    if (stop.isCancellationRequested) break;
    const { container, kind, problems } =
      'text' in read
        ? await checked(file, read.text, askedIn(file), orders)
        : { container: 'none', kind: undefined, problems: [] };
    isIncomplete ||= container === 'unreadable' || notesOn(input, { container, kind }).some(({ isLoss }) => isLoss);
    for (const { code, severity, message, range } of problems) {
      results++;
      await target.write(sarif.problem({ rule: ruleOf(code), severity, message, place: { file, range } }));
    }
  }
  const found = await evidenceIn(
    { files, limits, ...(window && { window }) },
    { ...around, stdin: twice.second() },
    readMet,
  );
  const grounds = groundsOf(found.evidence);
  const answers = matches(question);
  for (const id of inquiryIds)
    for (const finding of ask(id, grounds).findings) {
      if (where !== '' && !finding.acts.some(({ row }) => answers(row))) continue;
      results++;
      await target.write(sarif.finding(id, toldInquiry(id), finding));
    }
  const isPartial = isIncomplete || found.isIncomplete || stop.isCancellationRequested;
  await target.write(sarif.tail(isPartial));
  return { what: counted(results, 'result'), isIncomplete: isPartial };
}
