import type { EventRow } from '../investigate/eventRow';
import type { EventRecord, Form, Service } from '../record';

/**
 * What a row says in few bits: outcome, readOnly, malformed and service in two each, the form in four, and one each for the rest.
 * The extractor writes the same.
 */
export interface RowState {
  readonly outcome: EventRow['outcome'];
  readonly readOnly: boolean | undefined;
  readonly malformed: EventRecord['malformed'];
  readonly service: Service;
  readonly form: Form;
  /** It tells how a VPC endpoint saw a call of WorkMail. */
  readonly isNetwork: boolean;
}

/** What a few bits stand for, by their number; the index of an open log packs the same. */
export const OUTCOMES: readonly RowState['outcome'][] = ['succeeded', 'failed', 'unknown'];
const READ_ONLY: readonly RowState['readOnly'][] = [undefined, false, true];
export const MALFORMED: readonly RowState['malformed'][] = [null, 'syntax', 'schema'];
export const SERVICES: readonly Service[] = ['other', 'workmail', 'messageflow', 'own'];
/** The number of `own`. */
export const OWN = SERVICES.indexOf('own');
export const FORMS: readonly Form[] = [
  'object',
  'text',
  'text-in-text',
  'text-in-text-in-text',
  'cell',
  'text-in-cell',
  'text-in-text-in-cell',
  'text-in-text-in-text-in-cell',
  'reshaped',
  'row',
  'delimited',
];

const NETWORK = 1 << 12;
/** What of it is said of the event. */
const SAID = NETWORK - 1;
/** The id is a text, whose number is the first of its four. */
export const EVENT_ID_IS_TEXT = 1 << 13;
export const REQUEST_ID_IS_TEXT = 1 << 14;
/** Such a text stands in the four numbers themselves: see `shortIdIn`. */
export const REQUEST_ID_IS_SHORT = 1 << 16;
/**
 * Of a column: its record holds something there that the column does not tell as it is. That is what is no text where one belongs,
 * and a text that is empty: where the bit is not set, a column without a text says that the field is absent or null. See `oddState`.
 */
export const ODD = {
  call: 1 << 17,
  identity: 1 << 18,
  principal: 1 << 19,
  accessKey: 1 << 20,
  sessionCreated: 1 << 21,
  address: 1 << 22,
  userAgent: 1 << 23,
  sharedEventID: 1 << 24,
  time: 1 << 25,
  readOnly: 1 << 26,
  eventID: 1 << 27,
  requestID: 1 << 28,
} as const;
const SERVICE_BITS = 3 << 6;
/** The extractor leaves the record to be read in TypeScript: only where it stands is told. */
export const HANDED_OVER = 1 << 15;

export function packedState({ outcome, readOnly, malformed, service, form, isNetwork }: RowState): number {
  return (
    OUTCOMES.indexOf(outcome) |
    (READ_ONLY.indexOf(readOnly) << 2) |
    malformedNumber(malformed) |
    (SERVICES.indexOf(service) << 6) |
    (FORMS.indexOf(form) << 8) |
    (isNetwork ? NETWORK : 0)
  );
}

/** What a state says of a record that is malformed. */
export function malformedNumber(malformed: RowState['malformed']): number {
  return MALFORMED.indexOf(malformed) << 4;
}

/** The outcome as a number, for those who count. */
export function outcomeBits(state: number): number {
  return state & 3;
}

/** Of calls that failed. */
export const FAILED = OUTCOMES.indexOf('failed');

export function outcomeIn(state: number): RowState['outcome'] {
  return OUTCOMES[state & 3] ?? 'unknown';
}

export function readOnlyIn(state: number): RowState['readOnly'] {
  return READ_ONLY[(state >> 2) & 3];
}

export function malformedIn(state: number): RowState['malformed'] {
  return MALFORMED[(state >> 4) & 3] ?? null;
}

export function serviceNumberIn(state: number): number {
  return (state >> 6) & 3;
}

export function serviceIn(state: number): Service {
  return SERVICES[serviceNumberIn(state)] ?? 'other';
}

/** Whether it is of a whole record of another service than WorkMail and its Message Flow. */
export function isPlainState(state: number): boolean {
  return (state & (HANDED_OVER | SERVICE_BITS)) === 0;
}

export function formIn(state: number): Form {
  return FORMS[(state >> 8) & 15] ?? 'object';
}

/** The part that says the same for two rows whose events tell the same. */
export function saidIn(state: number): number {
  return state & SAID;
}

export function isNetworkIn(state: number): boolean {
  return (state & NETWORK) !== 0;
}
