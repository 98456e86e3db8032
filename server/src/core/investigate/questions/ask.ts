import { inquiries } from '../../../generated/questions';
import { allMailboxes } from './allMailboxes';
import type { Answer } from './answer';
import { attackOrder } from './attackOrder';
import { blindSpots } from './blindSpots';
import { callsFound } from './callsFound';
import { destroyed } from './destroyed';
import { firstLast } from './firstLast';
import type { Grounds } from './grounds';
import type { InquiryFile, InquiryId } from './inquiry';
import { knownRules } from './knownRules';
import { logComplete } from './logComplete';
import { logUnedited } from './logUnedited';
import { mailRead } from './mailRead';
import { migrationOrTheft } from './migrationOrTheft';
import { newBehaviour } from './newBehaviour';
import { stillOpen } from './stillOpen';
import { wayIn } from './wayIn';
import { whatElse } from './whatElse';
import { whoIsWho } from './whoIsWho';

type Answering = (inquiry: InquiryFile, grounds: Grounds) => Answer;

const alone =
  (answering: (grounds: Grounds) => Answer): Answering =>
  (_, grounds) =>
    answering(grounds);

/** One function an inquiry; those whose answers are calls of some actions share one. */
export const answering: Readonly<Record<InquiryId, Answering>> = {
  'way-in': alone(wayIn),
  'mail-read': mailRead,
  'log-complete': alone(logComplete),
  'mailbox-exported': callsFound,
  'mailbox-access': callsFound,
  'all-mailboxes': alone(allMailboxes),
  forwarding: callsFound,
  'app-access': callsFound,
  'mail-changed': callsFound,
  'guards-off': callsFound,
  'new-accounts': callsFound,
  'credentials-reset': callsFound,
  spoofing: callsFound,
  'sent-as': callsFound,
  destroyed,
  'what-else': alone(whatElse),
  'first-last': alone(firstLast),
  'attack-order': alone(attackOrder),
  'new-behaviour': alone((grounds) => newBehaviour(grounds)),
  'known-rules': alone(knownRules),
  'migration-or-theft': alone(({ evidence, moves }) => migrationOrTheft(evidence, moves())),
  'log-unedited': alone(logUnedited),
  'blind-spots': alone(blindSpots),
  'still-open': alone(stillOpen),
  'who-is-who': alone(whoIsWho),
};

/** The answer to one inquiry. */
export function ask(id: InquiryId, grounds: Grounds): Answer {
  return answering[id](inquiries()[id], grounds);
}
