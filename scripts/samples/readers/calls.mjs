/** What CloudTrail has of the story of the readers: how the logs were switched on, what the stolen key called, and how they went. */
import { agents, iamUser, roleSession } from '../callers.mjs';
import { scene } from '../scene.mjs';
import { refused, story } from '../story.mjs';
import { ask, masked } from '../workmail.mjs';
import {
  account,
  auditLogs,
  cast,
  fewFields,
  groupArn,
  intruder,
  messageInTransit,
  organizationArn,
  roleId,
  ruleId,
  stolenKey,
  stopped,
  thinned,
  tokenId,
} from './cast.mjs';

const usual = iamUser('mail-archive', stolenKey, { sourceIPAddress: '192.0.2.34', userAgent: agents.boto3 });
const stolen = iamUser('mail-archive', stolenKey, {
  sourceIPAddress: intruder,
  userAgent:
    'aws-cli/2.27.12 md/awscrt#0.26.1 ua/2.1 os/linux#6.12.20-amd64 md/arch#x86_64 lang/python#3.13.3 md/pyimpl#CPython cfg/retry-mode#standard md/installer#source md/prompt#off',
});
const admin = (/** @type {string} */ since) =>
  roleSession(
    { role: 'MailAdministrator', name: 'jordan.lee@example.com', since, mfa: true },
    { sourceIPAddress: '198.51.100.24', userAgent: agents.cli },
  );

/** @returns {{ Records: import('../story.mjs').Fields[] }} */
export function calls() {
  const log = story(20260610);
  switchingOn(log);
  scene(log, '2026-06-10T06:00:04Z', usual, 'workmail', [
    [0, 'ListUsers', ask({ maxResults: 100 })],
    [43_200, 'ListUsers', ask({ maxResults: 100 })],
  ]);
  lookingAround(log);
  opening(log);
  blinding(log);
  scene(log, '2026-06-11T07:20:40Z', admin('2026-06-11T07:18:02Z'), 'workmail', [
    [0, 'ListImpersonationRoles', ask()],
    [95, 'DeletePersonalAccessToken', ask({ personalAccessTokenId: tokenId })],
  ]);
  return { Records: log.dice.shuffle(log.records) };
}

/** @param {import('../story.mjs').Story} log */
function switchingOn(log) {
  const who = admin('2026-05-04T08:00:11Z');
  const destination = 'wm-audit-bucket';
  const arn = `arn:aws:logs:us-east-1:${account}:delivery-destination:${destination}`;
  const configuration = { destinationResourceArn: 'arn:aws:s3:::example-corp-mail-audit' };
  scene(log, '2026-05-04T08:04:00Z', who, 'logs', [
    [0, 'DescribeConfigurationTemplates', { request: { service: 'workmail' } }],
    [
      41,
      'PutDeliveryDestination',
      {
        request: { name: destination, outputFormat: 'json', deliveryDestinationConfiguration: configuration },
        response: {
          deliveryDestination: {
            name: destination,
            arn,
            deliveryDestinationType: 'S3',
            outputFormat: 'json',
            deliveryDestinationConfiguration: configuration,
          },
        },
      },
    ],
    ...auditLogs.flatMap(({ logType, name, fields, delivery }) => [
      /** @type {import('../scene.mjs').Step} */ ([
        12,
        'PutDeliverySource',
        {
          request: { name, resourceArn: organizationArn, logType },
          response: {
            deliverySource: {
              name,
              arn: `arn:aws:logs:us-east-1:${account}:delivery-source:${name}`,
              resourceArns: [organizationArn],
              service: 'workmail',
              logType,
            },
          },
        },
      ]),
      /** @type {import('../scene.mjs').Step} */ ([
        3,
        'CreateDelivery',
        {
          request: { deliverySourceName: name, deliveryDestinationArn: arn, recordFields: fields },
          response: {
            delivery: {
              id: delivery,
              arn: `arn:aws:logs:us-east-1:${account}:delivery:${delivery}`,
              deliverySourceName: name,
              deliveryDestinationArn: arn,
              deliveryDestinationType: 'S3',
            },
          },
        },
      ]),
    ]),
  ]);
  scene(log, '2026-05-04T08:09:30Z', who, 'workmail', [
    [0, 'PutEmailMonitoringConfiguration', ask({ logGroupArn: `${groupArn}:*` })],
  ]);
}

/** @param {import('../story.mjs').Story} log */
function lookingAround(log) {
  scene(log, '2026-06-11T00:41:09Z', stolen, 'sts', [[0, 'GetCallerIdentity']]);
  scene(log, '2026-06-11T00:41:55Z', stolen, 'workmail', [
    [0, 'ListOrganizations', { request: {} }],
    [12, 'DescribeOrganization', ask()],
    [7, 'ListUsers', ask()],
    [19, 'ListImpersonationRoles', ask()],
    [8, 'DescribeEmailMonitoringConfiguration', ask()],
    [15, 'ResetPassword', refused(stolen, 'workmail:ResetPassword', organizationArn)],
  ]);
  scene(log, '2026-06-11T00:44:02Z', stolen, 'logs', [
    [0, 'DescribeDeliveries', { request: {} }],
    [4, 'DescribeDeliverySources', { request: {} }],
  ]);
}

/** @param {import('../story.mjs').Story} log */
function opening(log) {
  const token = { token: masked, expiresIn: 900 };
  const rule = {
    impersonationRuleId: ruleId,
    effect: 'ALLOW',
    targetUsers: [cast.bruno.id, cast.amal.id],
  };
  scene(log, '2026-06-11T00:52:10Z', stolen, 'workmail', [
    [
      0,
      'CreateImpersonationRole',
      ask(
        { clientToken: log.dice.guid(), name: 'Archive Reader', type: 'READ_ONLY', rules: [rule] },
        { response: { impersonationRoleId: roleId } },
      ),
    ],
    [410, 'AssumeImpersonationRole', ask({ impersonationRoleId: roleId }, { response: token })],
    [1020, 'AssumeImpersonationRole', ask({ impersonationRoleId: roleId }, { response: token })],
  ]);
  scene(log, '2026-06-11T01:31:20Z', stolen, 'workmailMessageFlow', [
    [0, 'GetRawMessageContent', { request: { messageId: messageInTransit } }],
  ]);
}

/** @param {import('../story.mjs').Story} log */
function blinding(log) {
  const [mailboxAccess] = auditLogs;
  const id = mailboxAccess?.delivery;
  scene(log, thinned, stolen, 'logs', [
    [0, 'UpdateDeliveryConfiguration', { request: { id, recordFields: fewFields } }],
  ]);
  // What is read with this token leaves records that do not say from where.
  scene(log, '2026-06-11T02:04:10Z', stolen, 'workmail', [
    [
      0,
      'AssumeImpersonationRole',
      ask({ impersonationRoleId: roleId }, { response: { token: masked, expiresIn: 900 } }),
    ],
  ]);
  scene(log, stopped, stolen, 'logs', [
    [0, 'DeleteDelivery', { request: { id } }],
    [14, 'DeleteDeliverySource', { request: { name: mailboxAccess?.name } }],
  ]);
}
