import { accountText } from '../check/accountId';
import { eventTimeMs } from '../check/eventTime';
import { truthOf } from '../check/retyped';
import type { Weight } from '../check/schemaTypes';
import { type Actor, actorOf } from '../explain/actor';
import { outcomeOf, tellsOutcome } from '../explain/labels';
import { memberOf, memberText } from '../explain/members';
import { knownAction } from '../explain/words';
import { saidOf } from '../read/own/ownEnvelope';
import { isAtHome, ownColumnText, ownReading, weightOfAct } from '../read/own/ownReading';
import type { EventRecord, JsonObject, Service } from '../record';
import { isMailCall } from '../record';
import { ownParts } from './ownParticulars';
import { type Outcome, type Particulars, particularsOf } from './particulars';
import { type Things, thingsOf } from './things';
import { asCloudTrailWrites } from './utcText';

/** Who made a call, as far as the record tells. */
export type ActorFacts = Pick<
  Actor,
  'kind' | 'name' | 'key' | 'credentials' | 'accessKeyId' | 'accountId' | 'mfa' | 'issuer'
>;

/**
 * What every view above the document needs to know of one record, and no more: the event itself is let go. Texts are as
 * the log has them, not escaped, and empty where the record has none.
 */
export interface EventFacts extends Particulars {
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
  readonly actor: ActorFacts;
  /** The id of the impersonation role that WorkMail's own logs tell was used: the actor is then whom it stands for. */
  readonly impersonator: string;
  readonly sourceIPAddress: string;
  readonly userAgent: string;
  readonly awsRegion: string;
  readonly recipientAccountId: string;
  /** As recorded; undefined where it is not. */
  readonly readOnly: boolean | undefined;
  /** Undefined for actions the catalog does not know and for other services. */
  readonly weight: Weight | undefined;
  /** What tells a record of WorkMail's own logs apart, which has no id: see `toldContent`; absent where nobody has looked. */
  readonly content?: string | undefined;
  /** Of an event of another service: ids, names and ARNs in its request and its answer, what it made first. None of WorkMail's. */
  readonly things: readonly string[];
}

/** The facts of one record, whole or damaged. */
export function factsOf(record: EventRecord): EventFacts {
  const event: JsonObject = saidOf(record) ?? {};
  const text = (name: string): string => memberText(event, name) ?? '';
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
    eventName: text('eventName'),
    eventSource: text('eventSource'),
    eventTime: asCloudTrailWrites(written, time),
    time,
    outcome,
    errorCode: text('errorCode'),
    actor: actorFacts(event),
    impersonator: '',
    sourceIPAddress: text('sourceIPAddress'),
    userAgent: text('userAgent'),
    awsRegion: text('awsRegion'),
    recipientAccountId: accountText(memberOf(event, 'recipientAccountId')) ?? '',
    readOnly: truthOf(memberOf(event, 'readOnly')),
    weight: knownAction(record.action)?.entry.weight,
    things: !isMailCall(record.service) ? allThings(thingsOf(record, outcome)) : [],
    ...particularsOf(record, outcome),
    ...ownFacts(record),
  };
}

/** What a record of WorkMail's own logs says otherwise than calls do. */
function ownFacts({ event, service, around }: EventRecord): Partial<EventFacts> {
  const reading = service === 'own' ? ownReading(event, around) : undefined;
  if (reading === undefined) return {};
  const { particulars, things } = ownParts(reading);
  return {
    ...particulars,
    impersonator: ownColumnText(reading, 'impersonator'),
    weight: weightOfAct(reading.log, reading.act, isAtHome(reading)),
    time: reading.time,
    things: things.named,
  };
}

function allThings({ made, named }: Things): readonly string[] {
  return [...made, ...named];
}

function actorFacts(event: JsonObject): ActorFacts {
  const { kind, name, key, credentials, accessKeyId, accountId, mfa, issuer } = actorOf(event);
  return { kind, name, key, credentials, accessKeyId, accountId, mfa, issuer };
}

/** Whether it was allowed or worked, where the log says so. */
function ownOutcome({ event }: EventRecord): Outcome {
  const allowed = ownReading(event)?.allowed;
  return allowed === undefined ? 'unknown' : allowed ? 'succeeded' : 'failed';
}

/**
 * How the call ended. That nothing of an error can be read in a damaged record proves success only where nothing was
 * lost: where every mend added characters and the fields that stand behind an error code, in CloudTrail's order and in the
 * alphabet's, are there.
 */
export function outcomeOfRecord(record: EventRecord): Outcome {
  const { event, malformed, mends } = record;
  if (record.service === 'own') return ownOutcome(record);
  if (event === undefined || !tellsOutcome(record)) return 'unknown';
  const outcome = outcomeOf(event);
  if (malformed !== 'syntax' || outcome === 'failed') return outcome;
  const isComplete = ['eventID', 'responseElements'].every((name) => Object.hasOwn(event, name));
  return isComplete && mends.every(({ start, end }) => start === end) ? outcome : 'unknown';
}
