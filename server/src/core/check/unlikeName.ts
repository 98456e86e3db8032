import type { EventRecord, JsonObject, JsonValue, LogOutline, Problem } from '../record';
import { isMailCall } from '../record';
import { accountText, isAccountId, isRounded, restoredAccount } from './accountId';
import { type DeliveryName, deliveryName } from './deliveryName';
import { eventTimeMs } from './eventTime';
import { problemAt } from './problem';

/** What the name of a delivered log says of its records, by the field that says it in a record. */
const FIELDS = ['recipientAccountId', 'awsRegion', 'eventTime'] as const;
type Field = (typeof FIELDS)[number];

const RULES: Readonly<Record<Field, string>> = {
  recipientAccountId: 'account-unlike-name',
  awsRegion: 'region-unlike-name',
  eventTime: 'later-than-delivery',
};

const AGREES = Symbol('a field says what the name says');

/** Names are rounded to five minutes, and clocks differ by as much at most: genuine logs are named after their last event. */
const SLACK_MS = 600_000;

/** So many records at the beginning of a log are asked whether the name is right, whosever they are. */
export const MOST_WITNESSES = 100;

/** Records of which one field is unlike the name. */
interface Unlike<T> {
  readonly first: T;
  /** What the first of them says, as it is written. */
  readonly found: string;
  readonly count: number;
}

/** One problem for all records that have it: it is told at the first of them. */
export interface UnlikeProblem<T> {
  readonly first: T;
  readonly problem: Problem;
}

/**
 * Whether the records of a log are those that its name promises: of the account, of the Region, and none later than the
 * log was delivered. Compared are WorkMail's, whose events are of the Region they happen in; those of global services need
 * not be, so records of other services are asked only whether the name may be believed.
 *
 * It may be, in each point, once some record says the same. Where none does, the log was renamed as a whole or all of it
 * anonymised, as genuine logs are that somebody has published, and nothing is said.
 *
 * Sources: AWS, "CloudTrail log file name format" and "CloudTrail record contents" (`recipientAccountId`, `awsRegion`);
 * in 1,284 genuine records of 25 delivered logs the Region is always that of the name, and the last event at most five
 * minutes before it.
 *
 * @typeParam T how a record is named: itself, or its number
 */
export class UnlikeName<T> {
  readonly #name: DeliveryName;
  readonly #agreed = new Set<Field>();
  readonly #unlike = new Map<Field, Unlike<T>>();

  private constructor(name: DeliveryName) {
    this.#name = name;
  }

  /** Of no records yet. @param path of the log; undefined where its name is not one that CloudTrail gives */
  static of<T>(path: string): UnlikeName<T> | undefined {
    const name = deliveryName(path);
    return name && new UnlikeName<T>(name);
  }

  /** Of none of the records of the same log. */
  empty<S>(): UnlikeName<S> {
    return new UnlikeName<S>(this.#name);
  }

  /**
   * Takes a record as it was read; records come in the order of the log.
   *
   * @param isAsked whether it may be told of
   */
  take({ event, service, malformed, index }: EventRecord, record: T, isAsked: boolean): void {
    if (event === undefined || malformed === 'syntax') return;
    if (isMailCall(service) && isAsked) this.add(event, record);
    else if (isMailCall(service) || index < MOST_WITNESSES) this.#witness(event);
  }

  /** Takes a whole record of WorkMail. */
  add(event: JsonObject, record: T): void {
    for (const field of FIELDS) {
      const found = this.#compared(field, event[field]);
      if (found === undefined) continue;
      if (found === AGREES) this.#agreed.add(field);
      else this.#note(field, { first: record, found, count: 1 });
    }
  }

  /** Takes what was found of records that come behind all others. */
  addAll<S>(other: UnlikeName<S>, recordOf: (record: S) => T): void {
    for (const field of other.#agreed) this.#agreed.add(field);
    for (const [field, { first, found, count }] of other.#unlike)
      this.#note(field, { first: recordOf(first), found, count });
  }

  /** Whether something is unlike the name, and no record has said yet that the name may be believed there. */
  get isInDoubt(): boolean {
    return Array.from(this.#unlike.keys()).some((field) => !this.#agreed.has(field));
  }

  /** What is wrong, once all records were taken. */
  problems(outline: LogOutline): readonly UnlikeProblem<T>[] {
    if (!isAsDelivered(outline)) return [];
    return Array.from(this.#unlike)
      .filter(([field]) => this.#agreed.has(field))
      .map(([field, { first, found, count }]) => {
        const detail = { named: promised(field, this.#name), who: who(field, count), found };
        return { first, problem: problemAt(RULES[field], [field], 'value', detail) };
      });
  }

  #witness(event: JsonObject): void {
    for (const field of FIELDS) if (this.#compared(field, event[field]) === AGREES) this.#agreed.add(field);
  }

  #note(field: Field, unlike: Unlike<T>): void {
    const earlier = this.#unlike.get(field);
    this.#unlike.set(field, earlier === undefined ? unlike : { ...earlier, count: earlier.count + unlike.count });
  }

  /** What a field says if it is unlike the name; undefined where it says nothing that could be compared. */
  #compared(field: Field, value: JsonValue | undefined): string | typeof AGREES | undefined {
    const { account, region, time } = this.#name;
    if (field === 'recipientAccountId') return comparedAccount(value, account);
    if (typeof value !== 'string') return undefined;
    if (field === 'awsRegion') return value === region ? AGREES : REGION.test(value) ? value : undefined;
    const happened = eventTimeMs(value);
    if (happened === undefined || Number.isNaN(time)) return undefined;
    return happened - time > SLACK_MS ? value : AGREES;
  }
}

/** Whether a log has the form in which CloudTrail delivers it: what is made of one keeps its name at times, but is another. */
export function isAsDelivered({ container, isLayered }: LogOutline): boolean {
  return container === 'records' && isLayered !== true;
}

/** Anonymised logs have other texts in the place of a Region. */
const REGION = /^[a-z]{2}(?:-[a-z]+)+-\d$/;

function comparedAccount(value: JsonValue | undefined, account: string): string | typeof AGREES | undefined {
  const found = accountText(value) ?? '';
  if (!isAccountId(found) || isRounded(value)) return undefined;
  return restoredAccount(found) === account ? AGREES : found;
}

function promised(field: Field, { account, region, time }: DeliveryName): string {
  if (field === 'recipientAccountId') return account;
  return field === 'awsRegion' ? region : `${new Date(time).toISOString().slice(0, 16)}Z`;
}

function who(field: Field, count: number): string {
  const many = count.toLocaleString('en-US');
  if (field === 'eventTime') return count === 1 ? 'this event is of' : `${many} events are later, the first of them of`;
  return count === 1 ? 'this record says' : `${many} records say another one, the first of them`;
}
