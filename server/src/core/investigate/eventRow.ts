import { accountText } from '../check/accountId';
import { eventTimeMs } from '../check/eventTime';
import { truthOf } from '../check/retyped';
import { actorOf } from '../explain/actor';
import { sessionNameIn } from '../explain/actorName';
import { at, textAt } from '../explain/members';
import { serviceLabel } from '../explain/serviceLabel';
import { targetsOf } from '../explain/targets';
import { knownAction } from '../explain/words';
import type { QuestionRow } from '../query/questionRow';
import { saidOf } from '../read/own/ownEnvelope';
import { isAtHome, type OwnColumnName, ownColumnText, ownReading, weightOfAct } from '../read/own/ownReading';
import type { EventRecord } from '../record';
import { isMailCall } from '../record';
import { keyOfEvent } from './distinct';
import { outcomeOfRecord } from './facts';
import { ownParts } from './ownParticulars';
import { organizationOf } from './particulars';
import { thingsOf } from './things';
import { asCloudTrailWrites } from './utcText';

/**
 * One event of any service as a row: what can be asked for, sorted by and handed on. Texts are as the log has them, not escaped,
 * and empty where the record has none.
 */
export interface EventRow extends Omit<QuestionRow, 'raw' | 'own'> {
  /** Position among the records of its log, and its characters there (UTF-16, end exclusive). */
  readonly index: number;
  readonly start: number;
  readonly end: number;
  /** As CloudTrail writes it, whatever form a tool has given it; as written where it can't be read. */
  readonly eventTime: string;
  /** eventSource, as written. */
  readonly source: string;
  /** When the session of the actor began, as written. */
  readonly sessionCreated: string;
  /** Whether it began with a second factor; undefined where the record does not say. */
  readonly mfa: boolean | undefined;
}

/** @param file the name of the log, as it is shown */
export function eventRow(record: EventRecord, file: string): EventRow & Pick<QuestionRow, 'own'> {
  const { index, start, end, malformed } = record;
  const event = saidOf(record);
  const own = record.service === 'own' ? ownReading(record.event, record.around) : undefined;
  const text = (...path: readonly string[]): string => textAt(event, ...path) ?? '';
  const written = text('eventTime');
  const time = own?.time ?? eventTimeMs(written);
  const actor = actorOf(event);
  const source = text('eventSource');
  const session = ['userIdentity', 'sessionContext'];
  const outcome = outcomeOfRecord(record);
  const parts = own && ownParts(own);
  const targets = (parts?.particulars.targets ?? targetsOf(event, record.action)).map(({ id }) => id);
  const { made, named } = parts?.things ?? thingsOf(record, outcome);
  return {
    index,
    start,
    end,
    file,
    time: time ?? Number.NaN,
    eventTime: asCloudTrailWrites(written, time),
    source,
    service: serviceLabel(source),
    action: text('eventName'),
    outcome,
    errorCode: text('errorCode'),
    region: text('awsRegion'),
    account: accountText(at(event, 'recipientAccountId')) ?? '',
    readOnly: truthOf(at(event, 'readOnly')),
    category: text('eventCategory'),
    type: text('eventType'),
    actorKind: text('userIdentity', 'type'),
    actor: actor.name,
    actorArn: text('userIdentity', 'arn'),
    actorId: accountText(at(event, 'userIdentity', 'principalId')) ?? '',
    accessKey: actor.accessKeyId ?? '',
    sessionIssuer: actor.issuer ?? '',
    sessionName: sessionNameIn(text('userIdentity', 'arn')),
    sessionCreated: text(...session, 'attributes', 'creationDate'),
    mfa: actor.mfa,
    invokedBy: actor.invokedBy ?? '',
    address: text('sourceIPAddress'),
    userAgent: text('userAgent'),
    eventID: text('eventID'),
    requestID: text('requestID'),
    sharedEventID: text('sharedEventID'),
    organization: own?.organization ?? (isMailCall(record.service) ? organizationOf(event ?? {}) : ''),
    targets,
    made,
    named: [...made, ...named, ...targets],
    malformed: malformed !== null,
    ...(own && { own: (column: OwnColumnName) => ownColumnText(own, column) }),
    weight: own === undefined ? knownAction(record.action)?.entry.weight : weightOfAct(own.log, own.act, isAtHome(own)),
  };
}

/** What tells the event of a row apart from all others, whose copies have the same; see `distinctKey`. */
export function rowKey({ eventID, action, eventTime, file, index }: EventRow): string {
  return keyOfEvent({ eventID, eventName: action, eventTime }) ?? `at ${index} ${file}`;
}
