import type { SeededNumbers } from '../seededNumbers';
import { hex, uuid } from './migrationLog';

export interface Mailbox {
  readonly id: string;
  readonly name: string;
}

export interface Organization {
  readonly id: string;
  readonly domain: string;
  readonly mailboxes: readonly Mailbox[];
}

/** A company that moves: its account, its organizations and the hours it works in. */
export interface Company {
  readonly account: string;
  readonly region: string;
  readonly organizations: readonly Organization[];
  /** When the first day of the log begins, and the hours of a working day, in UTC. */
  readonly start: number;
  readonly opens: number;
  readonly closes: number;
}

const FIRST = [
  'amal',
  'bruno',
  'chiara',
  'dewi',
  'elif',
  'femi',
  'grace',
  'hugo',
  'ines',
  'jun',
  'kofi',
  'lena',
  'mateo',
];
const LAST = [
  'haddad',
  'keller',
  'moretti',
  'santoso',
  'yilmaz',
  'adeyemi',
  'okafor',
  'lindqvist',
  'carvalho',
  'tanaka',
];

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

export function companyOf(seeded: SeededNumbers): Company {
  const size = Math.round(5 * 100 ** (seeded.share() ** 1.6));
  const parts = size < 12 || seeded.share() < 0.7 ? 1 : seeded.between(2, 3);
  const opens = seeded.between(0, 23);
  return {
    account: String(seeded.between(100_000_000_000, 999_999_999_999)),
    region: seeded.one(['us-east-1', 'us-west-2', 'eu-west-1']),
    organizations: Array.from({ length: parts }, (_, at) => organizationOf(seeded, Math.ceil(size / parts), at)),
    start: Date.UTC(2026, seeded.between(1, 11), seeded.between(1, 28)),
    opens,
    closes: opens + seeded.between(8, 10),
  };
}

function organizationOf(seeded: SeededNumbers, size: number, at: number): Organization {
  const byMail = seeded.share() < 0.12;
  const domain = `${seeded.one(['example', 'mail', 'corp'])}${at}.example.com`;
  const mailboxes = Array.from({ length: size }, (_, index) => {
    const name = `${seeded.one(FIRST)}.${seeded.one(LAST)}${index}`;
    return { id: byMail ? `${name}@${domain}` : uuid(seeded), name };
  });
  return { id: `m-${hex(seeded, 32)}`, domain, mailboxes };
}

/** A moment of a working day: the day of the log, weekends left out, and a share of its hours. */
export function inHours({ start, opens, closes }: Company, day: number, share: number): number {
  const at = start + day * DAY;
  const weekday = new Date(at).getUTCDay();
  const moved = weekday === 6 ? 2 * DAY : weekday === 0 ? DAY : 0;
  return at + moved + (opens + share * (closes - opens)) * HOUR;
}

/** A moment of a night. */
export function offHours({ start, opens, closes }: Company, day: number, share: number): number {
  return start + day * DAY + (closes + 2 + share * (24 - (closes - opens) - 4)) * HOUR;
}
