import { inquiries } from '../../../generated/questions';
import { type LogToAsk, logsToAsk } from '../deliveries/switchOn';
import { allMailboxes } from './allMailboxes';
import type { Answer } from './answer';
import { attackOrder } from './attackOrder';
import { blindSpots } from './blindSpots';
import { callsFound } from './callsFound';
import { destroyed } from './destroyed';
import { firstLast } from './firstLast';
import { withMessages } from './flowsBeside';
import type { Grounds } from './grounds';
import { guardsOff } from './guardsOff';
import type { InquiryFile, InquiryId } from './inquiry';
import { knownRules } from './knownRules';
import { logComplete } from './logComplete';
import { logTypesHere } from './logTypes';
import { logUnedited } from './logUnedited';
import { mailboxExported } from './mailboxExported';
import { mailRead } from './mailRead';
import { migrationOrTheft } from './migrationOrTheft';
import { newBehaviour } from './newBehaviour';
import { withOwnLogs } from './ownAnswers';
import { sentAs } from './sentAs';
import { stillOpen } from './stillOpen';
import { wayIn } from './wayIn';
import { whatElse } from './whatElse';
import { whoIsWho } from './whoIsWho';

type Answering = (inquiry: InquiryFile, grounds: Grounds) => Answer;

/** One function an inquiry; those whose answers are calls of some actions share one. */
export const answering: Readonly<Record<InquiryId, Answering>> = {
  'way-in': (_, grounds) => wayIn(grounds),
  'mail-read': mailRead,
  'log-complete': (_, grounds) => logComplete(grounds),
  'mailbox-exported': mailboxExported,
  'mailbox-access': callsFound,
  'all-mailboxes': (_, grounds) => allMailboxes(grounds),
  forwarding: callsFound,
  'app-access': callsFound,
  'mail-changed': (inquiry, grounds) => withMessages(callsFound(inquiry, grounds), grounds),
  'guards-off': guardsOff,
  'new-accounts': callsFound,
  'credentials-reset': callsFound,
  spoofing: callsFound,
  'sent-as': sentAs,
  destroyed,
  'what-else': (_, grounds) => whatElse(grounds),
  'first-last': (_, grounds) => firstLast(grounds),
  'attack-order': (_, grounds) => attackOrder(grounds),
  'new-behaviour': (_, grounds) => newBehaviour(grounds),
  'known-rules': (_, grounds) => knownRules(grounds),
  'migration-or-theft': (_, { evidence, moves }) => migrationOrTheft(evidence, moves()),
  'log-unedited': (_, grounds) => logUnedited(grounds),
  'blind-spots': (_, grounds) => blindSpots(grounds),
  'still-open': (_, grounds) => stillOpen(grounds),
  'who-is-who': (_, grounds) => whoIsWho(grounds),
};

/**
 * The answer to one inquiry, with from when to when those of WorkMail's own logs that tell more can be counted on. Nobody is sent to look in
 * logs that are here.
 */
export function ask(id: InquiryId, grounds: Grounds): Answer {
  const inquiry = inquiries()[id];
  const answer = withOwnLogs(id, answering[id](inquiry, grounds), grounds);
  const here = logTypesHere(grounds.evidence);
  const courses = toAsk(id, grounds).flatMap(({ delivered }) => delivered.slice(0, MOST_LOGS));
  return {
    ...answer,
    ...(courses.length > 0 && { notCovered: [...answer.notCovered, ...courses] }),
    ...(here.size > 0 && {
      missing: inquiry.missing.filter(({ ownLogs }) => ownLogs?.every((type) => here.has(type)) !== true),
    }),
  };
}

/** Of one kind more nobody reads about: an organization has one of each. */
const MOST_LOGS = 5;

/** Which of WorkMail's own logs, of which nothing is here, tell what CloudTrail does not, to one inquiry, and how they are had. */
export function toAskBeside(id: InquiryId, grounds: Grounds): readonly LogToAsk[] {
  const here = logTypesHere(grounds.evidence);
  return toAsk(id, grounds).filter(({ logType }) => !here.has(logType));
}

function toAsk(id: InquiryId, { ownLogs, organization }: Grounds): readonly LogToAsk[] {
  const types = new Set(inquiries()[id].missing.flatMap(({ ownLogs: named = [] }) => named));
  return types.size === 0 ? [] : logsToAsk(Array.from(types), ownLogs(), organization());
}
