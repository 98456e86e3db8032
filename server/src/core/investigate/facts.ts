import { accountText } from '../check/accountId';
import { eventTimeMs } from '../check/eventTime';
import { recordKindOf } from '../check/recordKind';
import { truthOf } from '../check/retyped';
import type { Weight } from '../check/schemaTypes';
import { type Actor, actorOf } from '../explain/actor';
import { outcomeOf, tellsOutcome } from '../explain/labels';
import { at, textAt } from '../explain/members';
import { parameterFlags } from '../explain/parameterFlags';
import { parameterName } from '../explain/parameterNotes';
import { type Target, targetsOf } from '../explain/targets';
import { knownAction } from '../explain/words';
import type { EventRecord, JsonObject, Service } from '../record';
import { type LearnedName, learnedNamesOf } from './learnedNames';
import { asCloudTrailWrites } from './utcText';

/** `unknown` where the record is too damaged to tell. */
export type Outcome = 'succeeded' | 'failed' | 'unknown';

/** Who made a call, as far as the record tells. */
export type ActorFacts = Pick<
  Actor,
  'kind' | 'name' | 'key' | 'credentials' | 'accessKeyId' | 'accountId' | 'mfa' | 'issuer'
>;

/** What one parameter of a call says that makes the call more than its name; the words are our own. */
export interface WeightyParameter {
  /** Without positions in lists: `rules.effect`. */
  readonly parameter: string;
  readonly words: string;
}

/**
 * What every view above the document needs to know of one record, and no more: the event itself is let go. Texts are as
 * the log has them, not escaped, and empty where the record has none.
 */
export interface EventFacts {
  /** Position among the records of the log, and its characters there (UTF-16, end exclusive). */
  readonly index: number;
  readonly start: number;
  readonly end: number;
  readonly service: Service;
  readonly malformed: EventRecord['malformed'];
  readonly eventID: string;
  readonly requestID: string;
  readonly eventName: string;
  readonly eventSource: string;
  /** As CloudTrail writes it, whatever form a tool has given it; as written where it can't be read. */
  readonly eventTime: string;
  /** The same in milliseconds since 1970 UTC, to the second. */
  readonly time: number | undefined;
  readonly outcome: Outcome;
  readonly errorCode: string;
  readonly errorMessage: string;
  readonly actor: ActorFacts;
  readonly sourceIPAddress: string;
  readonly userAgent: string;
  readonly awsRegion: string;
  readonly recipientAccountId: string;
  /**
   * Of an event that tells how a VPC endpoint saw a call of WorkMail: the id of the endpoint, empty where it is not told. Undefined
   * for all other events, those of calls through an endpoint among them.
   */
  readonly endpoint: string | undefined;
  readonly organizationId: string;
  /** The one that tells most first. */
  readonly targets: readonly Target[];
  /** What the event teaches about ids, if its call succeeded. */
  readonly learned: readonly LearnedName[];
  /** As recorded; undefined where it is not. */
  readonly readOnly: boolean | undefined;
  /** Undefined for actions the catalog does not know and for other services. */
  readonly weight: Weight | undefined;
  /** Most calls have none. */
  readonly weighty: readonly WeightyParameter[];
}

/** Gives one and the same string for equal texts, so that a thousand events of one user agent hold it once. */
export type Intern = (text: string) => string;

/** A memory for `factsOf`, to be kept as long as the facts it is used for. */
export function createIntern(): Intern {
  const known = new Map<string, string>();
  return (text) => {
    const first = known.get(text);
    if (first !== undefined) return first;
    known.set(text, text);
    return text;
  };
}

const noLessons: readonly LearnedName[] = [];
const noWeighty: readonly WeightyParameter[] = [];

/**
 * The facts of one record, whole or damaged.
 *
 * @param intern shares texts that many events have in common; what differs from event to event is not given to it
 */
export function factsOf(record: EventRecord, intern: Intern = (text) => text): EventFacts {
  const event: JsonObject = record.event ?? {};
  const text = (name: string): string => textAt(event, name) ?? '';
  const shared = (name: string): string => intern(text(name));
  const written = text('eventTime');
  const time = eventTimeMs(written);
  const outcome = outcomeOfRecord(record);
  return {
    index: record.index,
    start: record.start,
    end: record.end,
    service: record.service,
    malformed: record.malformed,
    eventID: text('eventID'),
    requestID: text('requestID'),
    eventName: shared('eventName'),
    eventSource: shared('eventSource'),
    eventTime: asCloudTrailWrites(written, time),
    time,
    outcome,
    errorCode: shared('errorCode'),
    errorMessage: text('errorMessage'),
    actor: actorFacts(event, intern),
    sourceIPAddress: shared('sourceIPAddress'),
    userAgent: shared('userAgent'),
    awsRegion: shared('awsRegion'),
    endpoint: isNetworkActivity(record) ? shared('vpcEndpointId') : undefined,
    recipientAccountId: intern(accountText(at(event, 'recipientAccountId')) ?? ''),
    organizationId: intern(organizationOf(event)),
    targets: targetsOf(event, record.action).map((target) => ({ ...target, id: intern(target.id) })),
    learned: outcome === 'succeeded' && record.action !== undefined ? learnedNamesOf(event, record.action) : noLessons,
    readOnly: truthOf(at(event, 'readOnly')),
    weight: knownAction(record.action)?.entry.weight,
    weighty: weightyParameters(record, intern),
  };
}

/** Whether a record tells how a VPC endpoint saw a call of WorkMail. Of other services this is not asked. */
export function isNetworkActivity({ service, event }: EventRecord): boolean {
  return service !== 'other' && recordKindOf(event) === 'network';
}

/** Each parameter with the same words once: a list of rules says the same of many of them. */
function weightyParameters(record: EventRecord, intern: Intern): readonly WeightyParameter[] {
  const flags = parameterFlags(record);
  if (flags.length === 0) return noWeighty;
  const different = new Map<string, WeightyParameter>();
  for (const { path, words } of flags) {
    const parameter = intern(parameterName(path));
    different.set(`${parameter} ${words}`, { parameter, words });
  }
  return Array.from(different.values());
}

/** The organization that a call was made in; empty where the record does not say. */
export function organizationOf(event: JsonObject): string {
  const asked = textAt(event, 'requestParameters', 'organizationId');
  return asked ?? textAt(event, 'responseElements', 'organizationId') ?? '';
}

function actorFacts(event: JsonObject, intern: Intern): ActorFacts {
  const { kind, name, key, credentials, accessKeyId, accountId, mfa, issuer } = actorOf(event);
  const shared = (text: string | undefined): string | undefined => (text === undefined ? undefined : intern(text));
  return {
    kind,
    name: intern(name),
    key: intern(key),
    credentials,
    accessKeyId: shared(accessKeyId),
    accountId: shared(accountId),
    mfa,
    issuer: shared(issuer),
  };
}

/**
 * How the call ended. That nothing of an error can be read in a damaged record proves success only where nothing was
 * lost: where every mend added characters and the fields that stand behind an error code, in CloudTrail's order and in the
 * alphabet's, are there.
 */
export function outcomeOfRecord(record: EventRecord): Outcome {
  const { event, malformed, mends } = record;
  if (event === undefined || !tellsOutcome(record)) return 'unknown';
  const outcome = outcomeOf(event);
  if (malformed !== 'syntax' || outcome === 'failed') return outcome;
  const isComplete = ['eventID', 'responseElements'].every((name) => Object.hasOwn(event, name));
  return isComplete && mends.every(({ start, end }) => start === end) ? outcome : 'unknown';
}
