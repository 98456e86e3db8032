/**
 * Parameters whose value makes a WorkMail call more than its name says: a key of a foreign account, a role that opens
 * every mailbox, a filter switched off. Judgement, not proof; an attempt that failed is flagged as well.
 */
import { once } from '../once';
import type { EventRecord, JsonValue } from '../record';
import { at, memberOf, objectOf } from './members';
import {
  accessRule,
  flag,
  foreignAccounts,
  impersonationRules,
  type ParameterFlag,
  readableSecrets,
  retention,
} from './parameterRules';
import { knownAction } from './words';

export type { ParameterFlag };

type Find = (request: JsonValue, record: EventRecord) => readonly ParameterFlag[];

/** A value that counts by itself. */
function when(
  actions: readonly string[],
  name: string,
  fits: (value: JsonValue) => boolean,
  words: string,
): [readonly string[], Find] {
  return [
    actions,
    (request) => {
      const path = name.split('.');
      const value = at(request, ...path);
      return value !== undefined && fits(value) ? [flag(path, words)] : [];
    },
  ];
}

const is = (wanted: JsonValue) => (value: JsonValue) => value === wanted;
const holds = (wanted: string) => (value: JsonValue) => Array.isArray(value) && value.includes(wanted);
const isGiven = (value: JsonValue): boolean => value !== null && value !== '';

const IMPERSONATION = ['CreateImpersonationRole', 'UpdateImpersonationRole'];
const MAKE_OR_CHANGE = ['CreateUser', 'UpdateUser', 'CreateGroup', 'UpdateGroup', 'CreateResource', 'UpdateResource'];
const IDENTITY = ['PutIdentityProviderConfiguration'];
const AVAILABILITY = [
  'CreateAvailabilityConfiguration',
  'UpdateAvailabilityConfiguration',
  'TestAvailabilityConfiguration',
];

const RULES: readonly (readonly [actions: readonly string[], find: Find])[] = [
  when(['PutMailboxPermissions'], 'permissionValues', holds('FULL_ACCESS'), 'Opens the whole mailbox to the grantee.'),
  when(
    ['PutMailboxPermissions'],
    'permissionValues',
    holds('SEND_AS'),
    "Lets the grantee write in the owner's name without a trace in the message.",
  ),
  when(
    IMPERSONATION,
    'type',
    is('FULL_ACCESS'),
    'The role can change, delete and send in every mailbox its rules open.',
  ),
  [IMPERSONATION, impersonationRules],
  when(
    ['PutInboundDmarcSettings'],
    'enforced',
    is(false),
    "Mail that fails its sender's DMARC policy is let in from now on.",
  ),
  [['PutRetentionPolicy'], retention],
  [['PutAccessControlRule'], accessRule],
  when(['DeleteOrganization'], 'deleteDirectory', is(true), 'The directory with all its accounts is deleted too.'),
  when(
    ['DeleteOrganization'],
    'forceDelete',
    is(true),
    'The organization is deleted although users are still active in it.',
  ),
  when(
    MAKE_OR_CHANGE,
    'hiddenFromGlobalAddressList',
    is(true),
    'Colleagues do not see this entry in the address list.',
  ),
  when(
    ['CreateUser', 'UpdateUser'],
    'identityProviderUserId',
    isGiven,
    'Decides which sign-in opens this mailbox: find out whose it is.',
  ),
  when(['UpdateUser'], 'role', isGiven, 'Changes what kind of account this is.'),
  when(
    IDENTITY,
    'authenticationMode',
    is('IDENTITY_PROVIDER_AND_DIRECTORY'),
    'Passwords of the directory keep working, without a second factor.',
  ),
  when(
    IDENTITY,
    'personalAccessTokenConfiguration.status',
    is('ACTIVE'),
    'Long-lived tokens open mailboxes, without a second factor.',
  ),
  when(
    AVAILABILITY,
    'ewsProvider.ewsEndpoint',
    (value) => typeof value === 'string' && /^http:/i.test(value),
    'The password for this host travels unencrypted.',
  ),
];

/** What is looked for in the request of an action, by its name: most actions have nothing of their own. */
const findsOf = once((): ReadonlyMap<string, readonly Find[]> => {
  const found = new Map<string, Find[]>();
  for (const [actions, find] of RULES) {
    for (const action of actions) found.set(action, [...(found.get(action) ?? []), find]);
  }
  return found;
});

const NONE: readonly never[] = [];

/** Everything in the request of a WorkMail or Message Flow call that deserves a warning, in no particular order. */
export function parameterFlags(record: EventRecord): readonly ParameterFlag[] {
  if (record.action === undefined) return NONE;
  const request = objectOf(memberOf(record.event, 'requestParameters'));
  const action = request === undefined ? undefined : knownAction(record.action)?.name;
  if (action === undefined || request === undefined) return NONE;
  const own =
    findsOf()
      .get(action)
      ?.flatMap((find) => find(request, record)) ?? NONE;
  const foreign = foreignAccounts(request, record);
  const secrets = readableSecrets(request, record);
  return foreign.length + secrets.length === 0 ? own : [...own, ...foreign, ...secrets];
}
