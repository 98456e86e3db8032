import type { EventFacts, EventRecord, Form, Seen, Service } from '../../core/index';
import { FORMS, MALFORMED, OUTCOMES, SERVICES } from '../../core/store/rowState';
import { WORDS } from '../../core/store/uuid';

/** The first number of a row: where its record begins, counted from the base of its block. */
export const START = 0;
/** Behind the last character of the record. */
export const END = 1;
/** Number of a name. */
export const EVENT_NAME = 2;
/** Number of a name. */
export const EVENT_SOURCE = 3;
/** Number of a name: what stands open around the record. */
export const LEVEL = 4;
/** Service, malformed and outcome, two bits each, then the form in four, then whether it is network activity. */
export const STATE = 5;
/** What was met with the row, four bits for each number. */
export const MET = 6;
/** The first of four numbers of the eventID. */
export const ID = 7;
/** How many numbers a row has. */
export const STRIDE = ID + WORDS;

const MALFORMED_BITS = 2;
const OUTCOME_BITS = 4;
const FORM_BITS = 6;
const NETWORK = 1 << 10;

/** What is said in the bits of `STATE`. */
export interface StateOfRow {
  readonly service: Service;
  readonly malformed: EventRecord['malformed'];
  readonly outcome: EventFacts['outcome'];
  readonly form: Form;
  readonly isNetwork: boolean;
}

/** The bits of a state. */
export function stateBits({ service, malformed, outcome, form, isNetwork }: StateOfRow): number {
  return (
    SERVICES.indexOf(service) |
    (MALFORMED.indexOf(malformed) << MALFORMED_BITS) |
    (OUTCOMES.indexOf(outcome) << OUTCOME_BITS) |
    (FORMS.indexOf(form) << FORM_BITS) |
    (isNetwork ? NETWORK : 0)
  );
}

/** The service as a number: 0 is no service of WorkMail's. */
export function serviceNumber(bits: number): number {
  return bits & 3;
}

/** Whose record it is. */
export function serviceIn(bits: number): Service {
  return SERVICES[serviceNumber(bits)] ?? 'other';
}

/** Whether the record is malformed. */
export function malformedIn(bits: number): EventRecord['malformed'] {
  return MALFORMED[(bits >> MALFORMED_BITS) & 3] ?? null;
}

/** What came of the call. */
export function outcomeIn(bits: number): EventFacts['outcome'] {
  return OUTCOMES[(bits >> OUTCOME_BITS) & 3] ?? 'unknown';
}

/** How the record stands in its text. */
export function formIn(bits: number): Form {
  return FORMS[(bits >> FORM_BITS) & 15] ?? 'object';
}

/** Whether the row tells how a VPC endpoint saw a call of WorkMail. */
export function isNetworkIn(bits: number): boolean {
  return (bits & NETWORK) !== 0;
}

/** Nothing was met with a row, as with nearly all. */
export const NOTHING_MET: Seen = { topValues: 0, unlined: 0, wrappers: 0, lists: 0 };
/** Stands for numbers that have no room in four bits each. */
export const MUCH_MET = 0xffff;

/** What was met, in four bits each; `MUCH_MET` where it takes more. */
export function metBits({ topValues, unlined, wrappers, lists }: Seen): number {
  if (topValues > 15 || unlined > 15 || wrappers > 15 || lists > 14) return MUCH_MET;
  return topValues | (unlined << 4) | (wrappers << 8) | (lists << 12);
}

/** The opposite of `metBits`. */
export function metIn(bits: number): Seen {
  if (bits === 0) return NOTHING_MET;
  return { topValues: bits & 15, unlined: (bits >> 4) & 15, wrappers: (bits >> 8) & 15, lists: bits >> 12 };
}
