import { callsAbout } from '../../../generated/callsAbout';
import { recipientsIn } from '../own/mailDomains';
import type { OwnRecord } from '../own/ownEvidence';
import { type Answer, type Finding, findingOf } from './answer';
import type { Grounds } from './grounds';
import { few } from './phrase';
import { counted } from './told';

/** More messages nobody reads about in a sentence. */
const MOST_TOLD = 3;

/**
 * The same answer, and of messages that calls of Message Flow fetched or replaced, what a function of the mail flow was told of them: an id that
 * both have is the same message's.
 */
export function withMessages(answer: Answer, { evidence }: Grounds): Answer {
  const own = evidence.own();
  if (!own.counts.has('mail-flow')) return answer;
  const { messages } = callsAbout();
  const byMessage = new Map<string, OwnRecord>();
  for (const record of own.records('mail-flow')) {
    const id = record.text('message').toLowerCase();
    if (id !== '' && !byMessage.has(id)) byMessage.set(id, record);
  }
  const findings = answer.findings.map((finding) => {
    const named = finding.acts.flatMap(({ call, row }) => (messages.includes(call.action) ? row.named : []));
    const flows = new Set(named.flatMap((text) => byMessage.get(text.toLowerCase()) ?? []));
    return flows.size === 0 ? finding : withFlows(finding, Array.from(flows));
  });
  const [first] = findings;
  const isOnly = first !== undefined && answer.sentence === answer.findings[0]?.summary;
  return { ...answer, findings, sentence: isOnly ? first.summary : answer.sentence };
}

function withFlows(finding: Finding, flows: readonly OwnRecord[]): Finding {
  const { summary, label, parts } = finding;
  const told = flows.slice(0, MOST_TOLD).map(messageWords);
  const left = flows.length - told.length;
  const more = left > 0 ? [`${counted(left, 'more message')} of which functions were told`] : [];
  const words = `${[...told, ...more].join('; ')} (certain: the same id of the message)`;
  const span = { from: finding.acts[0].row.time, to: finding.acts.at(-1)?.row.time ?? Number.NaN };
  const found = findingOf([...finding.acts, ...flows.map(({ act }) => act)], () => ({
    ...finding,
    summary: `${summary.replace(/\.$/, '')}; ${words}.`,
    label,
    span,
    parts: () => parts && { ...parts, facts: [...parts.facts, words] },
  }));
  return found ?? finding;
}

/** `a message to alice@example.com, subject: Invoice 42` */
function messageWords(record: OwnRecord): string {
  const recipients = recipientsIn(record);
  const to = recipients.length > 0 ? ` to ${few(recipients)}` : '';
  const subject = record.text('subject');
  return `a message${to}${subject === '' ? '' : `, subject: ${subject}`}`;
}
