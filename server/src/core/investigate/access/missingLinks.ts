import type { Act } from '../act';
import { timeText, trailOf } from '../chains/words';
import type { Evidence } from '../evidence';
import type { AccessLink, AccessStep } from './accessLink';

/** Where a call would be that is not in these logs. @param before a record that came after it */
export function missingCall(
  step: AccessStep,
  sentence: string,
  call: string,
  { row, time }: Act,
  within = 'before',
): AccessLink {
  const where = `${trailOf(row.account)}${row.region === '' ? '' : `, Region ${row.region}`}`;
  const when = Number.isFinite(time) ? `, ${within} ${timeText(time)}` : '';
  return { step, sentence, acts: [], missing: `${call}: in ${where}${when}.` };
}

/** What logs of WorkMail's own would tell of sending and forwarding, of which nothing is here. */
export function missingEvents({ own }: Evidence, hasSent: boolean): readonly AccessLink[] {
  if (own().counts.has('email-events')) return [];
  const log = 'in the WorkMail e-mail event log, if it was switched on.';
  return [
    {
      step: 'sent',
      sentence: hasSent ? 'to whom it went is not in these logs' : 'what was sent is not in these logs',
      acts: [],
      missing: `OUTGOING_EMAIL_SUBMITTED and OUTGOING_EMAIL_SENT: ${log}`,
    },
    {
      step: 'forwarded',
      sentence: 'whether a rule sent mail on is not in these logs',
      acts: [],
      missing: `RULE_APPLIED with a targetRecipient: ${log}`,
    },
  ];
}

/** What the mailbox access log would tell, where nothing of it is here. */
export function missingReading({ own }: Evidence): readonly AccessLink[] {
  if (own().counts.has('mailbox-access')) return [];
  const missing =
    'read, read_attachment and read_summary: in the WorkMail mailbox access log, if it was delivered anywhere.';
  return [{ step: 'read', sentence: 'what was read is not in these logs', acts: [], missing }];
}
