import { memberOf, objectOf } from '../explain/members';
import { knownAction } from '../explain/words';
import type { EventRecord, JsonObject } from '../record';
import { isMailCall } from '../record';
import type { Outcome } from './particulars';
import { thingsOfCall } from './things';

/** Longer ones are kept as CloudTrail itself keeps what is too large: by a mark that says so. UTF-16 units of JSON. */
const LONGEST = 8192;

/** What a call was asked and what it answered, as the record has it; null where there is nothing. */
export interface Contents {
  readonly requestParameters: JsonObject | null;
  readonly responseElements: JsonObject | null;
}

const noContents: Contents = { requestParameters: null, responseElements: null };

/**
 * The contents of a call of WorkMail as JSON: of calls that change something, and of those whose answer tells how things are. What a
 * failed call of WorkMail asked for did not happen, and of reading without an answer its targets say all. Of other services, those of the few calls
 * of which schemas/cloudtrail/things.json says so.
 *
 * @param outcome of the record
 * @returns empty where nothing is kept
 */
export function contentsOf(record: Told, outcome: Outcome): string {
  const { event, service } = record;
  if (event === undefined || !isTold(service, outcome) || (!isMailCall(service) && !isKept(event))) return '';
  const requestParameters = objectOf(memberOf(event, 'requestParameters')) ?? null;
  const responseElements = objectOf(memberOf(event, 'responseElements')) ?? null;
  if (responseElements === null && (requestParameters === null || !changes(record, event))) return '';
  return JSON.stringify({
    requestParameters: short(requestParameters, 'requestParameters'),
    responseElements: short(responseElements, 'responseElements'),
  } satisfies Contents);
}

type Told = Pick<EventRecord, 'event' | 'service' | 'action'>;

/** A message in transit that somebody tried to replace is known by what should have taken its place: where that lies, only the request says. */
function isTold(service: Told['service'], outcome: Outcome): boolean {
  return outcome === 'succeeded' || (service === 'messageflow' && outcome === 'failed');
}

function isKept({ eventSource, eventName }: JsonObject): boolean {
  if (typeof eventSource !== 'string' || typeof eventName !== 'string') return false;
  return thingsOfCall(eventSource, eventName)?.keepsContents === true;
}

/** Whether a call changes something, as the catalog has it; where the catalog does not know, as the record says. */
function changes({ action }: Told, event: JsonObject): boolean {
  const access = knownAction(action)?.entry.access ?? 'unknown';
  return access === 'unknown' ? memberOf(event, 'readOnly') !== true : access === 'write';
}

function short(part: JsonObject | null, name: string): JsonObject | null {
  const size = part === null ? 0 : sizeOf(part);
  return size <= LONGEST ? part : { reason: `${name} too large`, omitted: 'true', originalSize: String(size) };
}

/** Infinite for what is nested so deeply that nobody can write it. */
function sizeOf(part: JsonObject): number {
  try {
    return JSON.stringify(part).length;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}

/** @param text what `contentsOf` gave */
export function readContents(text: string): Contents {
  if (text === '') return noContents;
  const { requestParameters, responseElements }: Contents = JSON.parse(text);
  return { requestParameters, responseElements };
}
