import type { JsonObject, JsonValue } from '../../../server/src/core/record';
import type { Call, MakeCall, Setting } from './call';
import type { Chance } from './chance';

const NAMES = ['jane.doe', 'jun.tanaka', 'kofi.mensah', 'lena.novak', 'zoe.groß', 'owen.clarke', 'priya.nair'] as const;
const DISPLAY_NAMES = [
  'Jane Doe',
  'J. "Jay" Doe',
  'Jun Tanaka (田中)',
  'Lena Nováková',
  'Sales; {EMEA} [all]',
] as const;

function of({ region, organizationId }: Setting, eventName: string, readOnly: boolean, parameters: JsonObject): Call {
  return {
    eventSource: 'workmail.amazonaws.com',
    eventName,
    host: `workmail.${region}.amazonaws.com`,
    eventVersion: '1.09',
    readOnly,
    request: { organizationId, ...parameters },
  };
}

/** Makes calls that change nothing. */
export function reads(eventName: string, parameters: (chance: Chance) => JsonObject): MakeCall {
  return (chance, setting) => of(setting, eventName, true, parameters(chance));
}

/** Makes calls that change something. */
export function writes(
  eventName: string,
  parameters: (chance: Chance, setting: Setting) => JsonObject,
  response: (chance: Chance) => JsonValue = () => null,
): MakeCall {
  return (chance, setting) => ({
    ...of(setting, eventName, false, parameters(chance, setting)),
    response: response(chance),
  });
}

const exportJob = (chance: Chance, { account, region }: Setting): JsonObject => ({
  clientToken: chance.guid(),
  entityId: chance.guid(),
  description: 'Quarterly archive',
  roleArn: `arn:aws:iam::${account}:role/MailboxExport`,
  kmsKeyArn: `arn:aws:kms:${region}:${account}:key/${chance.guid()}`,
  s3BucketName: `mail-archive-${account}`,
  s3Prefix: 'exports/2026-q1',
});

/** IAM refuses before the service looks at the parameters, so the record has none. */
const refused: MakeCall = (chance, setting) => ({
  ...of(setting, chance.pick(['ResetPassword', 'CreateUser', 'PutMailboxPermissions']), false, {}),
  request: null,
  errorCode: 'AccessDenied',
  errorMessage: `User: arn:aws:sts::${setting.account}:assumed-role/CostReport/nightly is not authorized to perform: workmail:ResetPassword on resource: arn:aws:workmail:${setting.region}:${setting.account}:organization/${setting.organizationId} because no identity-based policy allows the workmail:ResetPassword action`,
});

/** A message that a program fetches from the mail flow. */
export const rawMessage: MakeCall = (chance, { region }) => ({
  eventSource: 'workmailMessageFlow.amazonaws.com',
  eventName: 'GetRawMessageContent',
  host: `workmailmessageflow.${region}.amazonaws.com`,
  eventVersion: '1.08',
  readOnly: true,
  request: { messageId: chance.guid() },
});

/** Calls of WorkMail and Message Flow, some more often than others. */
export const workMailCalls: readonly MakeCall[] = [
  reads('ListUsers', () => ({ maxResults: 100 })),
  reads('ListUsers', (chance) => ({ maxResults: 100, nextToken: `AAIAA${chance.hex(96)}` })),
  reads('ListGroups', () => ({ maxResults: 100 })),
  reads('DescribeUser', (chance) => ({ userId: chance.guid() })),
  reads('DescribeUser', (chance) => ({ userId: `${chance.pick(NAMES)}@example.com` })),
  reads('DescribeGroup', (chance) => ({ groupId: chance.guid() })),
  reads('DescribeOrganization', () => ({})),
  reads('ListMailboxPermissions', (chance) => ({ entityId: chance.guid(), maxResults: 100 })),
  reads('ListAliases', (chance) => ({ entityId: chance.guid(), maxResults: 100 })),
  reads('GetMailboxDetails', (chance) => ({ userId: chance.guid() })),
  rawMessage,
  rawMessage,
  writes(
    'CreateUser',
    (chance) => ({
      name: chance.pick(NAMES),
      displayName: chance.pick(DISPLAY_NAMES),
      password: 'HIDDEN_DUE_TO_SECURITY_REASONS',
      hiddenFromGlobalAddressList: false,
    }),
    (chance) => ({ userId: chance.guid() }),
  ),
  writes('RegisterToWorkMail', (chance) => ({ entityId: chance.guid(), email: `${chance.pick(NAMES)}@example.com` })),
  writes('ResetPassword', (chance) => ({ userId: chance.guid(), password: 'HIDDEN_DUE_TO_SECURITY_REASONS' })),
  writes('CreateAlias', (chance) => ({ entityId: chance.guid(), alias: `${chance.pick(NAMES)}@example.org` })),
  writes('PutMailboxPermissions', (chance) => ({
    entityId: chance.guid(),
    granteeId: chance.guid(),
    permissionValues: ['FULL_ACCESS', 'SEND_AS'],
  })),
  writes('AssociateMemberToGroup', (chance) => ({ groupId: chance.guid(), memberId: chance.guid() })),
  writes('StartMailboxExportJob', exportJob, (chance) => ({ jobId: chance.guid() })),
  refused,
];
