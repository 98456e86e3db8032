import { sameId } from '../check/eventId';
import { isMailCall } from '../record';
import { byWholeness, distinctKey } from './distinct';
import type { EventFacts } from './facts';
import { byTime, type EventInLog } from './order';

/**
 * A call that goes through a VPC endpoint can be recorded twice: by the service as management or data event, and by the endpoint
 * as network activity. Both name one request, one source and one event, and have eventIDs of their own. It is one call: the
 * service's event stands for it, and the endpoint's is its witness, which tells where else the call was seen. A network
 * activity event without its call is an event of its own: where the policy of an endpoint refuses a call, no service sees it.
 *
 * Told of events of WorkMail and its Message Flow only: of other services nothing but numbers is kept.
 */

/** Whether an event is how a VPC endpoint saw a call. */
export function isWitness({ endpoint }: Pick<EventFacts, 'endpoint'>): boolean {
  return endpoint !== undefined;
}

/** What a call and its witness have in common; undefined where an event does not say it. */
export function requestKey({
  service,
  requestID,
  eventSource,
  eventName,
}: Pick<EventFacts, 'service' | 'requestID' | 'eventSource' | 'eventName'>): string | undefined {
  if (!isMailCall(service) || requestID === '' || eventName === '') return undefined;
  const id = sameId(requestID);
  const source = eventSource.toLowerCase();
  // The lengths tell where one text ends: the texts are a stranger's and may hold any separator.
  return `${id.length} ${source.length} ${id}${source}${eventName}`;
}

/** Events by what tells them apart, with all their copies, the speaking one first. */
type Copies = ReadonlyMap<string, readonly EventInLog[]>;

/** Events of which each is a call of its own. */
export interface Calls {
  /** By what tells the events apart; a call has its witnesses behind its own copies. */
  readonly copies: Copies;
  /** The key of the call, by the key of its witness. */
  readonly callOf: ReadonlyMap<string, string>;
}

/** Puts witnesses to their calls. Where there is no witness, which is nearly everywhere, nothing is looked for or made. */
export function callsOf(copies: Copies): Calls {
  const witnesses = new Map<string, string>();
  for (const [key, [speaking]] of copies) {
    const request = speaking !== undefined && isWitness(speaking.facts) ? requestKey(speaking.facts) : undefined;
    if (request !== undefined) witnesses.set(key, request);
  }
  if (witnesses.size === 0) return { copies, callOf: new Map() };
  const calls = callsByRequest(speakingOf(copies), new Set(witnesses.values()));
  const joined = new Map(copies);
  const callOf = new Map<string, string>();
  const records = new Map<string, EventInLog[]>();
  for (const [key, request] of witnesses) {
    const call = calls.get(request);
    if (call === undefined) continue;
    const callKey = distinctKey(call);
    callOf.set(key, callKey);
    joined.delete(key);
    const known = records.get(callKey) ?? Array.from(copies.get(callKey) ?? []);
    for (const record of copies.get(key) ?? []) known.push(record);
    records.set(callKey, known);
  }
  for (const [key, all] of records) joined.set(key, all.sort(byWholeness));
  return { copies: joined, callOf };
}

function* speakingOf(copies: Copies): Generator<EventInLog> {
  for (const [speaking] of copies.values()) if (speaking !== undefined) yield speaking;
}

/**
 * The calls of some requests, of several the earliest.
 *
 * @param events each once; witnesses among them are passed over
 * @param requests by their `requestKey`
 */
export function callsByRequest(
  events: Iterable<EventInLog>,
  requests: ReadonlySet<string>,
): ReadonlyMap<string, EventInLog> {
  const calls = new Map<string, EventInLog>();
  for (const event of events) {
    const request = isWitness(event.facts) ? undefined : requestKey(event.facts);
    if (request === undefined || !requests.has(request)) continue;
    const known = calls.get(request);
    if (known === undefined || byTime(event, known) < 0) calls.set(request, event);
  }
  return calls;
}
