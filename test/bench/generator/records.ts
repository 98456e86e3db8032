import type { JsonObject } from '../../../server/src/core/record';
import type { Call, Setting } from './call';
import { type Caller, callersOf, castOf } from './callers';
import { Chance } from './chance';
import { otherCalls } from './otherCalls';
import { workMailCalls } from './workMailCalls';

export interface RecordOptions extends Setting {
  readonly seed: number;
  /** How many of the records are WorkMail's, 0 to 1. They lie evenly among the others, which is the hardest for a reader that skips. */
  readonly share: number;
  /** Milliseconds of the epoch; records follow it in time order, a new second every few of them. */
  readonly from: number;
  /** Records of the same cast have the same callers, whose sessions began when their day did; absent: callers of their own. */
  readonly cast?: number;
}

const SESSIONS_BEGAN_EARLIER_BY_MS = 600_000;
const DAY_MS = 86_400_000;

/** Records without end, as a busy account has them. */
export function* records({ seed, share, from, cast, ...setting }: RecordOptions): Generator<JsonObject, never> {
  const chance = new Chance(seed);
  const callers =
    cast === undefined
      ? callersOf(chance, setting.account, time(from - SESSIONS_BEGAN_EARLIER_BY_MS))
      : castOf(new Chance(Number(setting.account)), new Chance(cast), setting.account, time(from - (from % DAY_MS)));
  for (let at = from; ; at += chance.between(0, 300)) {
    const make = chance.pick(chance.fraction() < share ? workMailCalls : otherCalls);
    yield record(chance, setting, time(at), chance.pick(callers), make(chance, setting));
  }
}

/** CloudTrail writes whole seconds. */
export function time(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
}

/** One record, its fields in the order CloudTrail writes them. */
export function record(chance: Chance, setting: Setting, eventTime: string, caller: Caller, call: Call): JsonObject {
  const { userIdentity, sourceIPAddress, userAgent, way } = caller;
  return {
    eventVersion: call.eventVersion,
    userIdentity,
    eventTime,
    eventSource: call.eventSource,
    eventName: call.eventName,
    awsRegion: setting.region,
    sourceIPAddress,
    userAgent,
    ...(call.errorCode === undefined ? {} : { errorCode: call.errorCode }),
    ...(call.errorMessage === undefined ? {} : { errorMessage: call.errorMessage }),
    requestParameters: call.request,
    responseElements: call.response ?? null,
    ...(call.additional === undefined ? {} : { additionalEventData: call.additional }),
    requestID: call.eventSource === 's3.amazonaws.com' ? chance.capitals(16) : chance.guid(),
    eventID: chance.guid(),
    readOnly: call.readOnly,
    ...(call.resources === undefined ? {} : { resources: [...call.resources] }),
    eventType: 'AwsApiCall',
    managementEvent: true,
    recipientAccountId: setting.account,
    ...(way === 'service' ? { sharedEventID: chance.guid() } : {}),
    eventCategory: 'Management',
    ...(way === 'program' ? { tlsDetails: tlsDetails(call) } : {}),
    ...(way === 'console' ? { sessionCredentialFromConsole: 'true' } : {}),
  };
}

function tlsDetails({ eventVersion, host }: Call): JsonObject {
  return {
    tlsVersion: 'TLSv1.3',
    cipherSuite: 'TLS_AES_128_GCM_SHA256',
    clientProvidedHostHeader: host,
    ...(eventVersion === '1.11' ? { keyExchange: 'X25519' } : {}),
  };
}
