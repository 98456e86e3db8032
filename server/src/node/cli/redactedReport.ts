import path from 'node:path';
import { type HandingOver, handedReport } from '../../core';
import type { CommandContext } from './commandContext';
import { writeTo } from './exportTarget';
import { isBelow, realPlace } from './realPlace';
import { tellRemains } from './redact';
import { redactedLogs } from './redactedLogs';
import type { Reporting } from './reportArguments';

/** How a report is to be handed over. @param tool name and version of the program */
export function handingOf({ title, author, reference, zone, format }: Reporting, tool: string): HandingOver {
  return { format, header: { title, author, reference, made: Date.now(), tool, ...(zone !== undefined && { zone }) } };
}

/**
 * Writes the report on redacted copies of all logs together, with the hashes of the originals.
 *
 * @returns whether something that should have been read or written could not be, or was not
 */
export async function redactedReport(
  asked: Reporting,
  { key, anyway }: { readonly key: string; readonly anyway: boolean },
  around: CommandContext,
  tool: string,
): Promise<boolean> {
  const { files, limits, output } = asked;
  if (output !== undefined && isBelow(path.dirname(await realPlace(output)), await realPlace(key))) {
    await around.complain(
      key,
      'it would lie in the folder of the report, and be handed on with it. Keep it elsewhere.',
    );
    return true;
  }
  const redacted = await redactedLogs({ files, limits, key, anyway }, around);
  if (redacted === undefined) return true;
  const { found, answered, logs, redactor, isIncomplete } = redacted;
  const handing = handingOf(asked, tool);
  const { title, author, reference } = handing.header;
  const words = [title, author, reference].join('\n');
  const remaining = redactor.remainingIn(words);
  await tellRemains('--title, --author, --reference', { text: words, remaining }, around);
  if (remaining.length > 0 && !anyway) {
    await around.complain('report', 'no report was written, since its header says what is redacted in it.');
    return true;
  }
  return writeTo(asked, around, 'report', async (target) => {
    const scans = [{ account: found.account, title: { places: ['redacted copies'], isPartial: false } }];
    const redactedHanding = { ...handing, header: { ...handing.header, isRedacted: true }, logs };
    await target.write(
      handedReport(found.summary, found.sources, redactedHanding, {
        scans,
        answers: answered.answers,
        own: answered.own,
      }),
    );
    return { what: 'the redacted report', isIncomplete: isIncomplete || remaining.length > 0 };
  });
}
