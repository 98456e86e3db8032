import { isoSecond } from '../utcText';
import type { OwnMoment, OwnTold } from './ownTold';
import type { ReadingTold } from './readingTold';

/** When something was first and last, in UTC as ISO 8601; null where no time can be read. */
interface PeriodData {
  readonly first: string | null;
  readonly last: string | null;
}

/** What WorkMail's own logs hold, as JSON for programs: what the chapter of a report tells, with nothing left out. */
export interface OwnData {
  readonly logs: readonly (PeriodData & {
    readonly log: string;
    readonly records: number;
    /** So many were refused, or failed. */
    readonly refused: number;
    readonly acts: readonly { readonly what: string; readonly records: number; readonly refused: number }[];
  })[];
  /** Who read what in which mailbox: see `ask --question mail-read`. */
  readonly readings: readonly ReadingTold[];
  readonly signIns: readonly (PeriodData & {
    /** Null where the log does not say it. */
    readonly worked: boolean | null;
    readonly protocol: string;
    readonly count: number;
    readonly users: readonly string[];
    readonly addresses: readonly string[];
    readonly reasons: readonly string[];
  })[];
  readonly mail: readonly (PeriodData & {
    readonly kind: 'sent' | 'on-behalf' | 'rule' | 'journaled';
    readonly by: string;
    readonly from: string;
    readonly to: readonly string[];
    readonly messages: number;
  })[];
}

export function ownData({ logs, signIns, mail }: OwnTold, readings: readonly ReadingTold[]): OwnData {
  return {
    logs: logs.map(({ log, records, acts, ...period }) => ({
      log,
      records,
      refused: acts.reduce((sum, { refused }) => sum + refused, 0),
      ...periodData(period),
      acts: acts.map(({ what, records: count, refused }) => ({ what, records: count, refused })),
    })),
    readings,
    signIns: signIns.map(({ worked, protocol, count, users, addresses, reasons, ...period }) => ({
      worked: worked ?? null,
      protocol,
      count,
      users,
      addresses,
      reasons,
      ...periodData(period),
    })),
    mail: mail.map(({ kind, by, from, to, messages, ...period }) => ({
      kind,
      by,
      from,
      to,
      messages,
      ...periodData(period),
    })),
  };
}

function periodData({ first, last }: Record<'first' | 'last', OwnMoment | undefined>): PeriodData {
  return { first: momentData(first), last: momentData(last) };
}

function momentData(moment: OwnMoment | undefined): string | null {
  return moment === undefined ? null : isoSecond(moment.time);
}
