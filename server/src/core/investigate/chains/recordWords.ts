import { ownLogNamed } from '../../read/own/ownLogs';
import type { OwnRecord } from '../own/ownEvidence';
import type { OwnNamer } from '../own/ownNames';
import { timeText } from './words';

/** A record in a few words: `read by Jane (3d9e…) in the mailbox of Bob (04a1…), from 203.0.113.9, 2026-06-10 08:00:00 UTC (WorkMail mailbox access log)`. */
export function recordWords(record: OwnRecord, name: OwnNamer): string {
  const { act, what, log, address, allowed, time } = record;
  const isMail = log === 'email-events' || log === 'mail-flow';
  const [user, owner, role] = isMail
    ? ['', '', '']
    : ['user', 'owner', 'impersonator'].map((each) => record.text(each));
  const who = isMail ? record.text('sender') || record.text('from') : name(user ?? '', record.text('name'));
  const rule = isMail ? record.text('rule') : '';
  const target = isMail ? record.text('target') : '';
  const parts = [
    `${what}${who === '' ? '' : ` ${role ? 'as' : 'by'} ${who}`}${role ? ` by the impersonation role ${name(role, role)}` : ''}${whose(user, owner, name)}`,
    ...(rule === '' ? [] : [`rule “${rule}”`]),
    ...(target === '' ? [] : [`to ${target}`]),
    ...(address === '' ? [] : [`from ${address}`]),
    ...(allowed === false
      ? [`which was refused or failed${act.row.errorCode === '' ? '' : ` (${act.row.errorCode})`}`]
      : []),
    timeText(time),
  ];
  return `${parts.join(', ')} (${ownLogNamed(log)?.words ?? log})`;
}

function whose(user: string | undefined, owner: string | undefined, name: OwnNamer): string {
  if (owner === '' || owner === undefined) return '';
  return owner === user ? ', in the mailbox of the same' : `, in the mailbox of ${name(owner, '')}`;
}
