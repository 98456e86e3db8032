import { inquiries } from '../../../generated/questions';
import { accessFound } from './accessFound';
import type { Answer, Finding } from './answer';
import { calendarsAsked } from './calendarsAsked';
import { byWeight } from './callsFound';
import { deletedMail } from './deletedMail';
import type { Grounds } from './grounds';
import type { InquiryId } from './inquiry';
import { logsRead } from './logsRead';
import { mailForwarded } from './mailForwarded';
import { mailSentAs } from './mailSentAs';
import { rulesDecided } from './rulesDecided';
import { sharingChanged } from './sharingChanged';
import { signIns } from './signIns';
import { tokensDeleted, tokensMade } from './tokensMade';
import { counted } from './told';

/** What comes of WorkMail's own logs, by question: `schemas/questions` says of which logs. What was read stands in its answer itself. */
export const ownAnswers: Partial<Readonly<Record<InquiryId, (grounds: Grounds) => readonly Finding[]>>> = {
  'way-in': (grounds) => [...signIns(grounds), ...tokensMade(grounds)],
  'app-access': (grounds) => [...tokensMade(grounds), ...tokensDeleted(grounds), ...calendarsAsked(grounds)],
  'sent-as': mailSentAs,
  forwarding: mailForwarded,
  'mail-changed': deletedMail,
  destroyed: deletedMail,
  'guards-off': (grounds) => [...sharingChanged(grounds), ...rulesDecided(grounds)],
  'log-complete': logsRead,
  'attack-order': accessFound,
};

/** An answer with what WorkMail's own logs tell, where they are among the logs: else as it is. */
export function withOwnLogs(id: InquiryId, answer: Answer, grounds: Grounds): Answer {
  const { own } = inquiries()[id];
  const find = ownAnswers[id];
  if (own === undefined || find === undefined) return answer;
  const { counts } = grounds.evidence.own();
  if (!own.logs.some((log) => counts.has(log))) return answer;
  const notCovered = own.notCovered === undefined ? answer.notCovered : [...answer.notCovered, own.notCovered];
  const found = [...find(grounds)].sort(byWeight);
  const [first] = found;
  if (first === undefined) {
    const nothing = answer.status === 'nothing-found' ? (own.nothing ?? answer.sentence) : answer.sentence;
    if (grounds.evidence.mail.length > 0 || answer.status !== 'cannot-tell')
      return { ...answer, sentence: nothing, notCovered };
    const sentence = `Of that, WorkMail's own logs that are here tell nothing; CloudTrail would tell of calls, and no call of WorkMail is here.`;
    return { ...answer, sentence, notCovered };
  }
  const findings = [...found, ...answer.findings].sort(byWeight);
  const isFirst = findings[0] === first;
  const beside = found.length === 1 ? '' : ` And ${counted(found.length - 1, 'more finding')} in these logs.`;
  // What has links is told link by link below.
  const leading = first.links === undefined ? first.summary : (first.parts?.lead ?? first.summary);
  const told = `In WorkMail's own logs: ${leading}${beside}`;
  const isTold = answer.status === 'answered';
  // What is daily work answers less than that there is nothing.
  const saysLess = answer.status === 'nothing-found' && first.weight === 'info';
  const sentence = saysLess
    ? `${answer.sentence} ${told}`
    : !isTold
      ? told
      : isFirst
        ? `${told} ${answer.sentence}`
        : `${answer.sentence} ${told}`;
  return { status: 'answered', sentence, findings, notCovered };
}
