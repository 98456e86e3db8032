import { isAccountOfCopy } from '../../check/accountOfCopy';
import { ownLogs } from '../../read/own/ownLogs';
import type { Evidence } from '../evidence';
import { byText } from '../order';
import type { Answer } from './answer';
import type { Grounds } from './grounds';
import { counted } from './told';

/** Services whose events help, and what is not seen without them. */
const HELPFUL: readonly (readonly [service: string, without: string])[] = [
  ['workmail', 'There is no event of WorkMail in these logs.'],
  [
    'iam',
    'There is no event of IAM: users, keys and roles may have been made in logs that are not here, such as those of us-east-1.',
  ],
  ['sts', 'There is no event of STS: where sessions came from is not told.'],
  ['signin', 'There is no sign-in to the console in these logs.'],
  ['s3', 'There is no event of S3: what became of exported mailboxes is not told.'],
  ['kms', 'There is no event of KMS: when WorkMail decrypted mailboxes is not told.'],
];

const NO_CALL =
  "There is no call of WorkMail in these logs, only WorkMail's own: who gave rights, made rules or took roles is not told.";

/** What is to be said where redacted copies lie beside other logs: there an event has other ids, so nothing tells which of those it is. */
function besideCopies(accounts: Evidence['reach']['accounts']): readonly string[] {
  const copied = Array.from(accounts.keys()).filter(isAccountOfCopy).sort(byText);
  if (copied.length === 0 || copied.length === accounts.size) return [];
  const events = copied.reduce((sum, account) => sum + (accounts.get(account) ?? 0), 0);
  const told = `${counted(events, 'event has an account', 'events have accounts')} as in redacted copies (${copied[0]})`;
  return [`${told}: an event counts twice if the log that it was copied from is here, too.`];
}

/** What these logs can't tell, beyond what no log of CloudTrail can. */
export function blindSpots({ evidence }: Grounds): Answer {
  const { own } = evidence;
  const { services, reads, events, regions, accounts } = evidence.reach;
  const present = new Set(Array.from(services.keys(), (service) => service.toLowerCase()));
  const here = own().counts;
  const notCovered = HELPFUL.filter(([service]) => !present.has(service)).map(([service, without]) =>
    service === 'workmail' && here.size > 0 ? NO_CALL : without,
  );
  if (events > 0 && reads === 0) notCovered.push('No event that only reads is here: listing and looking went unseen.');
  notCovered.push(...besideCopies(accounts));
  if (regions.size === 1) notCovered.push('All events are of one Region.');
  const sentence =
    'CloudTrail does not tell of mail that is read, sent or deleted, of sign-ins to mailboxes, and of rules inside of mailboxes.';
  const titles = ownLogs().flatMap(({ id, words }) => (here.has(id) ? [words] : []));
  const told = titles.length === 0 ? '' : ` Beside it are here: ${titles.join(', ')}.`;
  const lacking = notCovered.length === 0 ? '' : ` These logs lack more: ${notCovered.join(' ')}`;
  return { status: 'cannot-tell', sentence: `${sentence}${told}${lacking}`, findings: [], notCovered };
}
