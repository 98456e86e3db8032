import { dayText } from '../utcText';
import type { Answer } from './answer';
import { callsFound } from './callsFound';
import type { Grounds } from './grounds';
import type { InquiryFile } from './inquiry';

/** A mailbox is kept for so long after mail was switched off for its user, or the user was deleted. Source: DeregisterFromWorkMail, API reference. */
const KEPT = 30 * 86_400_000;
/** After that day there is no WorkMail any more. Source: the notice on the pages of its documentation. */
const END = Date.UTC(2027, 2, 31);

/** What was deleted, and until when mailboxes can be saved. */
export function destroyed(inquiry: InquiryFile, grounds: Grounds): Answer {
  const answer = callsFound(inquiry, grounds);
  const findings = answer.findings.map((finding) => {
    const last = finding.acts.at(-1)?.row.time ?? Number.NaN;
    if (!finding.kind.startsWith('mailbox') || Number.isNaN(last)) return finding;
    const first = finding.acts[0].row.time;
    const by = (time: number): string => dayText(Math.min(time + KEPT, END));
    const days = by(first) === by(last) ? by(first) : `${by(first)} to ${by(last)}`;
    return { ...finding, summary: `${finding.summary} What was in these mailboxes can be brought back until ${days}.` };
  });
  const [first] = findings;
  const isOnly = findings.length === 1 && first !== undefined;
  return { ...answer, findings, sentence: isOnly ? first.summary : answer.sentence };
}
