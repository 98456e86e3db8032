import { readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../project.mjs';
import { diceOf } from './dice.mjs';
import { services } from './services.mjs';

/**
 * @typedef {Readonly<Record<string, unknown>>} Fields
 * @typedef {import('./dice.mjs').Dice} Dice
 * @typedef {import('./callers.mjs').Caller} Caller
 */

/**
 * What a call says beyond who made it and what it is called. `request` and `response` are null unless given.
 *
 * @typedef {object} Call
 * @property {Fields | null} [request]
 * @property {Fields | null} [response]
 * @property {string} [errorCode]
 * @property {string} [errorMessage]
 * @property {boolean} [readOnly] where neither the WorkMail catalog nor the verb tells it
 * @property {readonly Fields[]} [resources]
 * @property {Fields} [extra] fields only some records have, such as additionalEventData
 * @property {string} [host] the host name the caller asked for, where it is not the service's own
 */

/**
 * A log in the making. `say` adds one record; times are UTC, `2026-03-11T09:00:00Z`.
 *
 * @typedef {object} Story
 * @property {Dice} dice
 * @property {Fields[]} records in the order they were told
 * @property {(time: string, caller: Caller, service: string, action: string, call?: Call) => void} say
 */

/** @type {Readonly<Record<string, { eventSource: string, readOnly: boolean | null, access: string }>>} */
const catalog = JSON.parse(readFileSync(path.join(projectRoot, 'schemas/workmail/catalog.json'), 'utf8')).actions;

/**
 * @param {number} seed
 * @returns {Story}
 */
export function story(seed) {
  const dice = diceOf(seed);
  /** @type {Fields[]} */
  const records = [];
  return {
    dice,
    records,
    say: (time, caller, service, action, call = {}) => {
      records.push(record(dice, time, caller, service, action, call));
    },
  };
}

/**
 * One record, its fields in the order CloudTrail writes them.
 *
 * @param {Dice} dice
 * @param {string} time
 * @param {Caller} caller
 * @param {string} service
 * @param {string} action
 * @param {Call} call
 * @returns {Fields}
 */
function record(dice, time, caller, service, action, call) {
  const { version, host, requestId } = services(service);
  const workmail = catalog[action];
  const isWorkMail = service === 'workmail' || service === 'workmailMessageFlow';
  if (isWorkMail && workmail === undefined) throw new Error(`${action} is not in schemas/workmail/catalog.json.`);
  const readOnly =
    call.readOnly ?? (isWorkMail ? workmail?.readOnly : undefined) ?? /^(Get|List|Describe)/.test(action);
  return {
    eventVersion: version,
    userIdentity: caller.userIdentity,
    eventTime: time,
    eventSource: isWorkMail && workmail !== undefined ? workmail.eventSource : `${service}.amazonaws.com`,
    eventName: action,
    awsRegion: 'us-east-1',
    sourceIPAddress: caller.sourceIPAddress,
    userAgent: caller.userAgent,
    ...(call.errorCode === undefined ? {} : { errorCode: call.errorCode }),
    ...(call.errorMessage === undefined ? {} : { errorMessage: call.errorMessage }),
    requestParameters: call.request ?? null,
    responseElements: call.response ?? null,
    requestID: requestId === 'short' ? dice.capitals(16) : dice.guid(),
    eventID: dice.guid(),
    readOnly,
    ...(call.resources === undefined ? {} : { resources: call.resources }),
    eventType: 'AwsApiCall',
    managementEvent: true,
    recipientAccountId: '111111111111',
    ...(caller.userIdentity.type === 'AWSService' ? { sharedEventID: dice.guid() } : {}),
    eventCategory: 'Management',
    ...(caller.way === 'program' ? { tlsDetails: tls(version, call.host ?? host) } : {}),
    ...(caller.way === 'console' ? { sessionCredentialFromConsole: 'true' } : {}),
    ...call.extra,
  };
}

/**
 * @param {string} version
 * @param {string} host
 */
function tls(version, host) {
  return {
    tlsVersion: 'TLSv1.3',
    cipherSuite: 'TLS_AES_128_GCM_SHA256',
    clientProvidedHostHeader: host,
    ...(version === '1.11' ? { keyExchange: 'X25519' } : {}),
  };
}

/**
 * A call that IAM refused: the service never looks at its parameters, so the record has none.
 *
 * @param {Caller} caller
 * @param {string} permission such as `workmail:ResetPassword`
 * @param {string} [resource]
 * @returns {Call}
 */
export function refused(caller, permission, resource = '*') {
  return {
    errorCode: 'AccessDenied',
    errorMessage: `User: ${caller.userIdentity.arn} is not authorized to perform: ${permission} on resource: ${resource} because no identity-based policy allows the ${permission} action`,
  };
}

/**
 * A moment some seconds after another.
 *
 * @param {string} time
 * @param {number} seconds
 */
export function after(time, seconds) {
  return new Date(Date.parse(time) + seconds * 1000).toISOString().replace('.000Z', 'Z');
}
