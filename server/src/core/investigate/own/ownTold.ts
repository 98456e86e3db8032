import type { Act } from '../act';
import type { Grounds } from '../questions/grounds';
import type { OwnActCount, OwnEvidence, OwnRecord } from './ownEvidence';
import { textsOf } from './readingTold';
import { recordsBy } from './recordsTold';
import { signInNames } from './signInNames';

/** What WorkMail's own logs hold, for a chapter of a report. Texts are as the logs have them. */
export interface OwnTold {
  readonly logs: readonly OwnLogTold[];
  readonly signIns: readonly SignInsTold[];
  readonly mail: readonly MailTold[];
  /** The name that a user signed in with, by id. */
  readonly names: ReadonlyMap<string, string>;
}

/** When something happened first and last, and the records that say so. */
export interface PeriodTold {
  readonly first: OwnMoment | undefined;
  readonly last: OwnMoment | undefined;
}

/** A record and its time in milliseconds since 1970; not a number where none can be read. */
export interface OwnMoment {
  readonly act: Act;
  readonly time: number;
}

export interface OwnLogTold extends PeriodTold {
  /** The id of the log. */
  readonly log: string;
  readonly records: number;
  readonly acts: readonly OwnActCount[];
}

/** Sign-ins that ended alike over one protocol. */
export interface SignInsTold extends PeriodTold {
  /** Undefined where the log does not say it. */
  readonly worked: boolean | undefined;
  readonly protocol: string;
  readonly count: number;
  readonly users: readonly string[];
  readonly addresses: readonly string[];
  /** Why they failed, as the log has it. */
  readonly reasons: readonly string[];
}

/** Messages that one sender sent, or that one rule sent on to one address. */
export interface MailTold extends PeriodTold {
  readonly kind: 'sent' | 'on-behalf' | 'rule' | 'journaled';
  /** Who sent, in whose name, or which rule acted. */
  readonly by: string;
  /** On behalf of whom, or whose mail a rule is about: empty where that is not told. */
  readonly from: string;
  readonly to: readonly string[];
  readonly messages: number;
}

/** What WorkMail's own logs tell; undefined where none is among the logs. */
export function ownTold({ evidence }: Pick<Grounds, 'evidence'>): OwnTold | undefined {
  const own = evidence.own();
  if (own.counts.size === 0) return undefined;
  const acts = own.acts();
  return {
    logs: Array.from(own.counts, ([log, records]) => ({
      log,
      records,
      acts: acts.filter((each) => each.log === log),
      ...endsOf(own, log),
    })),
    signIns: own.counts.has('authentication') ? signInsIn(own.records('authentication')) : [],
    mail: own.counts.has('email-events') ? mailIn(own) : [],
    names: signInNames(own),
  };
}

function endsOf(own: OwnEvidence, log: string): PeriodTold {
  const { records } = own.ends(log);
  return periodOf(records);
}

/** @param records the earliest first */
function periodOf(records: readonly OwnRecord[]): PeriodTold {
  const timed = records.filter(({ time }) => !Number.isNaN(time));
  const [first] = timed;
  const last = timed.at(-1);
  return { first: first && momentOf(first), last: last && momentOf(last) };
}

function momentOf({ act, time }: OwnRecord): OwnMoment {
  return { act, time };
}

function signInsIn(records: readonly OwnRecord[]): readonly SignInsTold[] {
  const groups = recordsBy(records, (record) => `${outcomeOrder(record.allowed)} ${record.text('protocol')}`);
  return Array.from(groups)
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([, of]) => ({
      worked: of[0].allowed,
      protocol: of[0].text('protocol'),
      count: of.length,
      users: textsOf(of.map((each) => each.text('name') || each.text('user'))),
      addresses: textsOf(of.map(({ address }) => address)),
      reasons: textsOf(of.map((each) => each.text('reason'))),
      ...periodOf(of),
    }));
}

/** What failed stands first: it is what somebody looks for. */
function outcomeOrder(worked: boolean | undefined): number {
  return worked === false ? 0 : worked === true ? 1 : 2;
}

function mailIn(own: OwnEvidence): readonly MailTold[] {
  const submitted = own.records('email-events', 'OUTGOING_EMAIL_SUBMITTED');
  const sent = submitted.length > 0 ? submitted : own.records('email-events', 'OUTGOING_EMAIL_SENT');
  const rules = own.records('email-events', 'RULE_APPLIED').filter((record) => record.text('target') !== '');
  const journaled = own.records('email-events', 'JOURNALING_INITIATED');
  return [
    ...grouped(sent, ['sender', 'from'], (records, [sender, from]) => ({
      kind: sender === '' ? 'sent' : 'on-behalf',
      by: sender === '' ? from : sender,
      from: sender === '' ? '' : from,
      to: addressesIn(records, 'recipients'),
    })),
    ...grouped(rules, ['rule', 'kind', 'target'], (_, [rule, kind, target]) => ({
      kind: 'rule',
      by: rule === '' ? kind : rule,
      from: '',
      to: [target],
    })),
    ...grouped(journaled, ['target'], (_, [target]) => ({ kind: 'journaled', by: '', from: '', to: [target] })),
  ];
}

/** @param names of columns in which records of one group say the same */
function grouped(
  records: readonly OwnRecord[],
  names: readonly string[],
  told: (
    records: readonly OwnRecord[],
    texts: readonly [string, string, string],
  ) => Pick<MailTold, 'kind' | 'by' | 'from' | 'to'>,
): readonly MailTold[] {
  const groups = recordsBy(records, (record) => names.map((name) => record.text(name)).join('\u0000'));
  return Array.from(groups.values(), (of) => {
    const [one = '', two = '', three = ''] = names.map((name) => of[0].text(name));
    return { ...told(of, [one, two, three]), messages: messagesIn(of), ...periodOf(of) };
  });
}

/** Records of one message have one trace. */
function messagesIn(records: readonly OwnRecord[]): number {
  const traces = textsOf(records.map((record) => record.text('trace'))).length;
  return traces + records.filter((record) => record.text('trace') === '').length;
}

function addressesIn(records: readonly OwnRecord[], column: string): readonly string[] {
  return textsOf(records.flatMap((record) => record.text(column).split('\n')));
}
