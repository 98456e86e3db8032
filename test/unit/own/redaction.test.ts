import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { JsonObject } from '../../../server/src/core/record';
import { Redactor } from '../../../server/src/core/redact/redactor';
import { log, record } from '../../protocol/records';

const organizationId = 'm-0123456789abcdef0123456789abcdef';
const userId = '5c2e1f0a-1b2c-4d3e-8f40-aaaaaaaaaaaa';
const roleId = '5c2e1f0a-1b2c-4d3e-8f40-dddddddddddd';

/** CloudTrail's events of a user, a role and a token; they are learned first, so their pseudonyms are the first ones. */
const calls = log(
  record({
    eventName: 'CreateUser',
    sourceIPAddress: '8.8.4.4',
    requestParameters: { organizationId, name: 'zelda', displayName: 'Zelda Fitz' },
    responseElements: { userId },
  }),
  record({
    eventName: 'AssumeImpersonationRole',
    sourceIPAddress: '8.8.4.4',
    requestParameters: { organizationId, impersonationRoleId: roleId },
  }),
  record({
    eventName: 'DeletePersonalAccessToken',
    sourceIPAddress: '8.8.4.4',
    requestParameters: { organizationId, personalAccessTokenId: 'token_of_zelda_1' },
  }),
);

const client = { source_ip: '8.8.4.4', user_agent: 'aws-cli/2.15.0' };
const common = {
  event_timestamp: 1_772_359_321_120,
  request_id: '5c2e1f0a-1b2c-4d3e-8f40-bbbbbbbbbbbb',
  organization_arn: `arn:aws:workmail:eu-west-1:111122223333:organization/${organizationId}`,
  user_id: userId,
};

const redacted = {
  organization: 'm-00000000000000000000000000000001',
  user: '00000000-0000-4000-8000-000000000001',
  role: '00000000-0000-4000-8000-000000000004',
  client: { source_ip: '192.0.2.1', user_agent: 'aws-cli/2.15.0' },
  common: {
    event_timestamp: 1_772_359_321_120,
    request_id: '00000000-0000-4000-8000-000000000005',
    organization_arn: 'arn:aws:workmail:eu-west-1:999900000001:organization/m-00000000000000000000000000000001',
    user_id: '00000000-0000-4000-8000-000000000001',
  },
};

/** Of records of WorkMail's own logs beside CloudTrail's: how they read in the copy, and of the calls what names the same. */
function copied(...own: readonly JsonObject[]): readonly JsonObject[] {
  const text = own.map((each) => JSON.stringify(each)).join('\n');
  const redactor = new Redactor();
  redactor.learn(calls);
  redactor.learn(text);
  return [calls, text].flatMap((each): readonly JsonObject[] => {
    const copy = redactor.copy(each);
    assert.ok(!('refused' in copy));
    assert.deepEqual([copy.byForm, copy.remaining], [0, []]);
    return copy.text.startsWith('{"Records"')
      ? JSON.parse(copy.text).Records.map((call: JsonObject) => ({
          sourceIPAddress: call.sourceIPAddress,
          requestParameters: call.requestParameters,
          responseElements: call.responseElements,
        }))
      : copy.text.split('\n').map((line) => JSON.parse(line));
  });
}

suite("a redacted copy of WorkMail's own logs", () => {
  test('has the pseudonyms of CloudTrail', () => {
    const found = copied(
      {
        ...common,
        impersonator_id: roleId,
        protocol: 'EWS',
        ...client,
        action: 'read_attachment',
        owner_id: userId,
        object_type: 'Attachment',
        item_id: 'AAMkADExample',
        folder_path: '/Inbox',
        folder_id: 'AQMkADExample',
        attachment_path: 'Zelda Fitz.pdf',
        action_allowed: true,
      },
      {
        ...common,
        user: 'zelda',
        protocol: 'IMAP',
        ...client,
        method: 'basic',
        auth_successful: false,
        auth_failed_reason: 'Wrong password of zelda',
        personal_access_token_id: 'token_of_zelda_1',
      },
    );
    assert.deepEqual(found, [
      {
        sourceIPAddress: '192.0.2.1',
        requestParameters: {
          organizationId: redacted.organization,
          name: 'name0002',
          displayName: 'name000000000003',
        },
        responseElements: { userId: redacted.user },
      },
      {
        sourceIPAddress: '192.0.2.1',
        requestParameters: { organizationId: redacted.organization, impersonationRoleId: redacted.role },
        responseElements: null,
      },
      {
        sourceIPAddress: '192.0.2.1',
        requestParameters: { organizationId: redacted.organization, personalAccessTokenId: 'name000000000004' },
        responseElements: null,
      },
      {
        ...redacted.common,
        impersonator_id: redacted.role,
        protocol: 'EWS',
        ...redacted.client,
        action: 'read_attachment',
        owner_id: redacted.user,
        object_type: 'Attachment',
        item_id: '0000000000001',
        folder_path: '/Inbox',
        folder_id: '0000000000002',
        attachment_path: 'text000000000001',
        action_allowed: true,
      },
      {
        ...redacted.common,
        user: 'name0002',
        protocol: 'IMAP',
        ...redacted.client,
        method: 'basic',
        auth_successful: false,
        auth_failed_reason: 'Wrong password of name0002',
        personal_access_token_id: 'name000000000004',
      },
    ]);
  });

  test('tells nothing of what is in mail, and leaves the folders that everybody has', () => {
    const found = copied(
      {
        traceId: 'b5f7c1f2-0000-4000-8000-000000000001',
        event: { eventName: 'MAILBOX_EMAIL_DELIVERED', recipient: 'zelda@corp.com', folder: 'Inbox' },
      },
      {
        traceId: 'b5f7c1f2-0000-4000-8000-000000000001',
        event: {
          eventName: 'RULE_APPLIED',
          ruleName: 'from the bank',
          ruleType: 'MAILBOX_RULE',
          ruleActions: [{ action: 'MOVE', recipients: ['eve@evil.net'] }],
          targetFolder: 'Affairs of Ernest',
          targetRecipient: 'eve@evil.net',
        },
      },
      {
        traceId: 'b5f7c1f2-0000-4000-8000-000000000002',
        event: {
          eventName: 'DMARC_POLICY_APPLIED',
          from: 'ernest@corp.com',
          recipients: ['zelda@corp.com'],
          policy: 'REJECT',
          subject: 'Divorce',
        },
      },
    );
    assert.deepEqual(found.slice(3), [
      {
        traceId: '00000000-0000-4000-8000-000000000005',
        event: { eventName: 'MAILBOX_EMAIL_DELIVERED', recipient: 'name0002@domain1.example', folder: 'Inbox' },
      },
      {
        traceId: '00000000-0000-4000-8000-000000000005',
        event: {
          eventName: 'RULE_APPLIED',
          ruleName: 'name000000000005',
          ruleType: 'MAILBOX_RULE',
          ruleActions: [{ action: 'MOVE', recipients: ['name0006@domain2.example'] }],
          targetFolder: 'text0000000000000000000000000001',
          targetRecipient: 'name0006@domain2.example',
        },
      },
      {
        traceId: '00000000-0000-4000-8000-000000000006',
        event: {
          eventName: 'DMARC_POLICY_APPLIED',
          from: 'name0007@domain1.example',
          recipients: ['name0002@domain1.example'],
          policy: 'REJECT',
          subject: 'text0002',
        },
      },
    ]);
  });

  test('tells nothing of a value that the end of a damaged line cuts', () => {
    const redactor = new Redactor();
    const whole = JSON.stringify({ ...common, user: 'ernest', method: 'basic', auth_successful: true });
    const text = `${whole}\n${whole.slice(0, whole.indexOf('"ernest"'))}"penelope@cor\n${whole}`;
    redactor.learn(text);
    const copy = redactor.copy(text);
    assert.ok(!('refused' in copy));
    const users = copy.text.split('\n').map((line) => line.slice(line.indexOf('"user":')).replace(/,"method.*/, ''));
    assert.deepEqual(users, ['"user":"name0001"', '"user":"name0002@domain1.example', '"user":"name0001"']);
  });
});
