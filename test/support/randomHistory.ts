import type { JsonObject, JsonValue } from '../../server/src/core';
import type { PlainEvent } from './naive/plainEvent';
import type { SeededNumbers } from './seededNumbers';

const START = Date.UTC(2026, 2, 1, 8);

/** Names, addresses and ids are few, so that calls meet each other. */
const NAMES = ['ada', 'bo', 'cy', 'sales', 'room', 'dee'] as const;
const ADDRESSES = ['ada@x.example', 'bo@x.example', 'cy@x.example', 'info@x.example', 'old@x.example'] as const;
const RIGHTS = [
  ['FULL_ACCESS'],
  ['SEND_AS', 'FULL_ACCESS'],
  ['FULL_ACCESS', 'SEND_AS'],
  ['SEND_ON_BEHALF'],
  [],
] as const;
const ORGANIZATIONS = ['m-1', 'm-2'] as const;

/** Events of two organizations, some of them failed, some in the same second, in any order, and some twice. */
export function randomHistory(numbers: SeededNumbers): readonly (PlainEvent & JsonObject)[] {
  const events: (PlainEvent & JsonObject)[] = [];
  const made: string[] = ['before-1', 'r-before'];
  let time = START;
  const count = numbers.between(5, 60);
  for (let number = 0; number < count; number++) {
    time += 1000 * numbers.between(0, 2);
    const event = eventOf(numbers, made, number, time);
    events.push(event);
    if (numbers.between(0, 12) === 0) events.push(event);
  }
  return shuffled(events, numbers);
}

function shuffled<T>(list: readonly T[], numbers: SeededNumbers): readonly T[] {
  const left = [...list];
  return list.flatMap(() => left.splice(numbers.between(0, left.length - 1), 1));
}

function eventOf(numbers: SeededNumbers, made: string[], number: number, time: number): PlainEvent & JsonObject {
  const organizationId = numbers.one(ORGANIZATIONS);
  const failed = numbers.between(0, 7) === 0;
  const { eventName, asked, answered = null } = callOf(numbers, made, number);
  const isDenied = failed && numbers.between(0, 1) === 0;
  return {
    eventVersion: '1.08',
    userIdentity: { type: 'IAMUser', principalId: 'AIDAEXAMPLE', accountId: '111122223333', userName: 'alice' },
    eventTime: `${new Date(time).toISOString().slice(0, 19)}Z`,
    eventSource: 'workmail.amazonaws.com',
    eventName,
    awsRegion: 'us-east-1',
    sourceIPAddress: '198.51.100.7',
    userAgent: 'aws-cli/2.15.0',
    ...(failed && { errorCode: isDenied ? 'AccessDenied' : 'EntityNotFoundException', errorMessage: 'No.' }),
    requestParameters: isDenied ? null : { organizationId, ...asked },
    responseElements: failed ? null : answered,
    requestID: `request-${number}`,
    eventID: `${numbers.between(1000, 9999)}-${number}`,
    readOnly: /^(?:List|Describe|Get)/.test(eventName),
    eventType: 'AwsApiCall',
    managementEvent: true,
    recipientAccountId: '111122223333',
    eventCategory: 'Management',
  };
}

interface Call {
  readonly eventName: string;
  readonly asked: JsonObject;
  readonly answered?: JsonObject | null;
}

function callOf(numbers: SeededNumbers, made: string[], number: number): Call {
  const who = (): string => numbers.one([...made, ...made, ...NAMES, ...ADDRESSES]);
  const name = numbers.one(NAMES);
  const email = numbers.one(ADDRESSES);
  const entity = { entityId: who() };
  const id = (kind: string): string => {
    made.push(`${kind}-${number}`);
    return `${kind}-${number}`;
  };
  const maybe = (members: JsonObject): JsonObject => (numbers.between(0, 1) === 0 ? members : {});
  const rules: readonly JsonValue[] = [{ impersonationRuleId: 'r', effect: numbers.one(['ALLOW', 'DENY']) }];
  const role = {
    name,
    type: numbers.one(['FULL_ACCESS', 'READ_ONLY']),
    rules,
    ...maybe({ description: 'For the move' }),
  };
  const calls: readonly (() => Call)[] = [
    () => ({
      eventName: 'CreateUser',
      asked: { name, displayName: name.toUpperCase(), ...maybe({ role: 'USER' }) },
      answered: { userId: id('u') },
    }),
    () => ({ eventName: 'CreateUser', asked: { name, displayName: `Dr ${name}` }, answered: { userId: id('u') } }),
    () => ({ eventName: 'CreateGroup', asked: { name }, answered: { groupId: id('g') } }),
    () => ({ eventName: 'CreateResource', asked: { name, type: 'ROOM' }, answered: { resourceId: id('r') } }),
    () => ({ eventName: 'RegisterToWorkMail', asked: { ...entity, email } }),
    () => ({ eventName: 'RegisterToWorkMail', asked: { ...entity, email } }),
    () => ({ eventName: 'DeregisterFromWorkMail', asked: entity }),
    () => ({ eventName: 'UpdatePrimaryEmailAddress', asked: { ...entity, email } }),
    () => ({
      eventName: 'UpdateUser',
      asked: {
        userId: who(),
        ...maybe({ displayName: `New ${name}` }),
        ...maybe({ hiddenFromGlobalAddressList: numbers.between(0, 1) === 0 }),
      },
    }),
    () => ({ eventName: 'DeleteUser', asked: { userId: who() } }),
    () => ({ eventName: 'DeleteGroup', asked: { groupId: who() } }),
    () => ({ eventName: 'DeleteResource', asked: { resourceId: who() } }),
    () => ({ eventName: 'CreateAlias', asked: { ...entity, alias: email } }),
    () => ({ eventName: 'CreateAlias', asked: { ...entity, alias: email } }),
    () => ({ eventName: 'DeleteAlias', asked: { ...entity, alias: email } }),
    () => ({
      eventName: 'PutMailboxPermissions',
      asked: { ...entity, granteeId: who(), permissionValues: numbers.one(RIGHTS) },
    }),
    () => ({
      eventName: 'PutMailboxPermissions',
      asked: { ...entity, granteeId: who(), permissionValues: numbers.one(RIGHTS) },
    }),
    () => ({
      eventName: 'PutMailboxPermissions',
      asked: { ...entity, granteeId: who(), permissionValues: numbers.one(RIGHTS) },
    }),
    () => ({ eventName: 'DeleteMailboxPermissions', asked: { ...entity, granteeId: who() } }),
    () => ({
      eventName: 'ListMailboxPermissions',
      asked: entity,
      answered: numbers.between(0, 1) === 0 ? null : listed(numbers, who),
    }),
    () => ({ eventName: 'AssociateMemberToGroup', asked: { groupId: who(), memberId: who() } }),
    () => ({ eventName: 'DisassociateMemberFromGroup', asked: { groupId: who(), memberId: who() } }),
    () => ({ eventName: 'AssociateDelegateToResource', asked: { resourceId: who(), ...entity } }),
    () => ({ eventName: 'DisassociateDelegateFromResource', asked: { resourceId: who(), ...entity } }),
    () => ({
      eventName: 'CreateImpersonationRole',
      asked: role,
      answered: { impersonationRoleId: `role-${number % 5}` },
    }),
    () => ({ eventName: 'UpdateImpersonationRole', asked: { impersonationRoleId: `role-${number % 5}`, ...role } }),
    () => ({ eventName: 'DeleteImpersonationRole', asked: { impersonationRoleId: `role-${number % 5}` } }),
    () => ({
      eventName: 'PutAccessControlRule',
      asked: {
        name,
        effect: numbers.one(['ALLOW', 'DENY']),
        description: 'Office',
        ...maybe({ ipRanges: ['192.0.2.0/24'] }),
      },
    }),
    () => ({ eventName: 'DeleteAccessControlRule', asked: { name } }),
    () => ({
      eventName: 'PutMobileDeviceAccessOverride',
      asked: { userId: who(), deviceId: 'd-1', effect: numbers.one(['ALLOW', 'DENY']) },
    }),
    () => ({ eventName: 'DeleteMobileDeviceAccessOverride', asked: { userId: who(), deviceId: 'd-1' } }),
    () => ({
      eventName: 'StartMailboxExportJob',
      asked: { ...entity, s3BucketName: 'bucket' },
      answered: { jobId: `job-${number % 4}` },
    }),
    () => ({ eventName: 'CancelMailboxExportJob', asked: { jobId: `job-${number % 4}` } }),
    () => ({ eventName: 'RegisterMailDomain', asked: { domainName: numbers.one(['x.example', 'y.example']) } }),
    () => ({ eventName: 'DeregisterMailDomain', asked: { domainName: numbers.one(['x.example', 'y.example']) } }),
    () => ({ eventName: 'UpdateDefaultMailDomain', asked: { domainName: numbers.one(['x.example', 'y.example']) } }),
    () => ({ eventName: 'PutInboundDmarcSettings', asked: { enforced: numbers.between(0, 1) === 0 } }),
    () => ({
      eventName: 'PutRetentionPolicy',
      asked: {
        ...maybe({ id: numbers.one(['p-1', 'p-2']) }),
        name,
        folderConfigurations: [{ name: 'INBOX', action: 'NONE' }],
      },
    }),
    () => ({ eventName: 'DeleteRetentionPolicy', asked: { id: numbers.one(['p-1', 'p-2']) } }),
    () => ({ eventName: 'ResetPassword', asked: { userId: who() } }),
    () => ({ eventName: numbers.between(0, 5) === 0 ? 'DeleteOrganization' : 'ListUsers', asked: {} }),
  ];
  return numbers.one(calls)();
}

function listed(numbers: SeededNumbers, who: () => string): JsonObject {
  const grantees = new Set(Array.from({ length: numbers.between(0, 3) }, () => who()));
  const permissions = Array.from(grantees, (granteeId) => ({
    granteeId,
    granteeType: 'USER',
    permissionValues: numbers.one(RIGHTS.slice(0, 4)),
  }));
  return { permissions, ...(numbers.between(0, 2) === 0 && { nextToken: 'more' }) };
}
