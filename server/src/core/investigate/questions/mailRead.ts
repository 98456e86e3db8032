import { allOf, exactly, type Question } from '../../query/question';
import { type Answer, findingOf } from './answer';
import { byWeight, callsFound } from './callsFound';
import { copiedMail } from './copiedMail';
import { withMessages } from './flowsBeside';
import type { Grounds } from './grounds';
import type { InquiryFile } from './inquiry';
import { readings } from './readings';
import { rowLabel } from './rowLabel';
import { counted, when } from './told';

const MOST = 1000;

/** WorkMail asks KMS for the key of a mailbox when something in it is read or written. */
const decrypting: Question = /* @__PURE__ */ allOf([
  { kind: 'field', field: 'service', values: [exactly('kms')] },
  { kind: 'field', field: 'action', values: [exactly('Decrypt')] },
  {
    kind: 'field',
    field: 'invokedby',
    values: [{ kind: 'pattern', parts: [{ literal: 'workmail.' }, { wildcard: '*' }] }],
  },
]);

/** Who was let into mail; with the times at which WorkMail opened mailboxes, which is a sign and no proof. */
export function mailRead(inquiry: InquiryFile, grounds: Grounds): Answer {
  const answer = withReadings(withMessages(callsFound(inquiry, grounds), grounds), grounds);
  const opened = grounds.evidence.find(decrypting, MOST);
  const found = findingOf(opened, (all) => ({
    kind: 'opened',
    weight: 'medium',
    summary: `WorkMail asked for the key of mailboxes ${opened.length === MOST ? `${counted(MOST, 'time')} or more` : counted(all.length, 'time')}, ${when(all)}: something in them was read or written, by whom is not told.`,
    label: rowLabel(
      `WorkMail opened mailboxes, ${opened.length === MOST ? `${counted(MOST, 'time')} or more` : counted(all.length, 'time')}`,
      all,
    ),
    entities: [],
  }));
  if (found === undefined) return answer;
  const findings = [...answer.findings, found];
  return { ...answer, findings, notCovered: answer.notCovered };
}

/** The same with what the mailbox access log tells, where it is among the logs. */
function withReadings(answer: Answer, grounds: Grounds): Answer {
  const found = readings(grounds);
  const copied = copiedMail(grounds);
  const [first = copied[0]] = found;
  if (first === undefined) return answer;
  const findings = [...found, ...copied, ...answer.findings].sort(byWeight);
  const mailboxes = new Set(found.map(({ reading }) => reading?.mailbox)).size;
  const sentence =
    found.length <= 1
      ? first.summary
      : `${counted(found.length, 'reader')} in ${counted(mailboxes, 'mailbox', 'mailboxes')}. First: ${first.summary}`;
  return { ...answer, status: 'answered', sentence, findings };
}
