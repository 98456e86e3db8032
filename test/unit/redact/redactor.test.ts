import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { analyze } from '../../../server/src/core';
import { withEdits } from '../../../server/src/core/read/edits';
import { Redactor } from '../../../server/src/core/redact/redactor';
import { redactValue } from '../../../server/src/core/redact/redactValue';
import { CARRIED_FORMS } from '../../support/carriedForms';
import { TABLE_FORMS } from '../../support/tableForms';
import { copyOf } from './redacting';

/** A record as CloudTrail writes it, of a user who makes another one. */
function recordOf(fields: object = {}): object {
  return {
    eventVersion: '1.08',
    userIdentity: {
      type: 'IAMUser',
      principalId: 'AIDAIOSFODNN7ALICE12',
      arn: 'arn:aws:iam::015043439996:user/alice',
      accountId: '015043439996',
      accessKeyId: 'AKIAIOSFODNN7ALICE12',
      userName: 'alice',
    },
    eventTime: '2026-03-01T09:30:00Z',
    eventSource: 'workmail.amazonaws.com',
    eventName: 'CreateUser',
    awsRegion: 'eu-west-1',
    sourceIPAddress: '8.8.4.4',
    userAgent: 'aws-cli/2.15.0',
    requestParameters: {
      organizationId: 'm-0123456789abcdef0123456789abcdef',
      name: 'bjorn',
      displayName: 'Björn "B" Ek',
      password: 'hunter2hunter2',
      role: 'USER',
      hiddenFromGlobalAddressList: false,
    },
    responseElements: { userId: '5c2e1f0a-1b2c-4d3e-8f40-aaaaaaaaaaaa' },
    requestID: '5c2e1f0a-1b2c-4d3e-8f40-bbbbbbbbbbbb',
    eventID: '5c2e1f0a-1b2c-4d3e-8f40-cccccccccccc',
    readOnly: false,
    eventType: 'AwsApiCall',
    managementEvent: true,
    recipientAccountId: '015043439996',
    eventCategory: 'Management',
    ...fields,
  };
}

const redactedRecord = {
  eventVersion: '1.08',
  userIdentity: {
    type: 'IAMUser',
    principalId: 'AIDAREDACTEDAAAAAAAB',
    arn: 'arn:aws:iam::999900000001:user/name0001',
    accountId: '999900000001',
    accessKeyId: 'AKIAREDACTEDAAAAAAAC',
    userName: 'name0001',
  },
  eventTime: '2026-03-01T09:30:00Z',
  eventSource: 'workmail.amazonaws.com',
  eventName: 'CreateUser',
  awsRegion: 'eu-west-1',
  sourceIPAddress: '192.0.2.1',
  userAgent: 'aws-cli/2.15.0',
  requestParameters: {
    organizationId: 'm-00000000000000000000000000000001',
    name: 'name0002',
    displayName: 'name000000000003',
    password: 'REDACTED',
    role: 'USER',
    hiddenFromGlobalAddressList: false,
  },
  responseElements: { userId: '00000000-0000-4000-8000-000000000001' },
  requestID: '00000000-0000-4000-8000-000000000002',
  eventID: '00000000-0000-4000-8000-000000000003',
  readOnly: false,
  eventType: 'AwsApiCall',
  managementEvent: true,
  recipientAccountId: '999900000001',
  eventCategory: 'Management',
};

suite('a redacted copy', () => {
  test('of a record: all that tells of somebody is replaced, the same by the same', () => {
    const { text, records, byForm, remaining } = copyOf(JSON.stringify(recordOf()));
    assert.deepEqual([JSON.parse(text), records, byForm, remaining], [redactedRecord, 1, 0, []]);
  });

  test('keeps every other character', () => {
    const log = `{\r\n "Records" :[\t${JSON.stringify(recordOf(), undefined, 3)} ] }\r\n`;
    const expected = `{\r\n "Records" :[\t${JSON.stringify(redactedRecord, undefined, 3)} ] }\r\n`;
    assert.equal(copyOf(log).text, expected);
  });

  test('of a record in text in text', () => {
    const inner = JSON.stringify({ CloudTrailEvent: JSON.stringify(recordOf()), Username: 'alice' });
    const { text, byForm } = copyOf(JSON.stringify([{ Events: inner }]));
    const [{ Events }] = JSON.parse(text);
    const { CloudTrailEvent, Username } = JSON.parse(Events);
    assert.deepEqual([JSON.parse(CloudTrailEvent), Username, byForm], [redactedRecord, 'name0001', 0]);
  });

  test('replaces in a message what another record says later', () => {
    const denied = recordOf({
      eventID: '5c2e1f0a-1b2c-4d3e-8f40-dddddddddddd',
      errorCode: 'EntityNotFoundException',
      errorMessage: 'No bjorn, nor Björn "B" Ek, in 015043439996; hunter2hunter2 is weak',
      requestParameters: null,
    });
    const { text, remaining } = copyOf(JSON.stringify({ Records: [denied, recordOf()] }));
    const [{ errorMessage }] = JSON.parse(text).Records;
    assert.deepEqual(
      [errorMessage, remaining],
      ['No name0002, nor name000000000003, in 999900000001; REDACTED is weak', []],
    );
  });

  test('keeps which fields a log delivery tells, on which it rests what the log can show', () => {
    const told = { recordFields: ['event_timestamp', 'user_id', 'name'], logType: 'ACCESS_CONTROL_LOGS' };
    const delivery = { delivery: { deliveryDestinationType: 'S3' } };
    const ways = 'arn:aws:logs:us-east-1:015043439996:delivery-destination:alices';
    const call = recordOf({
      eventSource: 'logs.amazonaws.com',
      eventName: 'CreateDelivery',
      requestParameters: { ...told, outputFormat: 'plain', deliveryDestinationArn: ways },
      responseElements: delivery,
    });
    const { requestParameters, responseElements } = JSON.parse(copyOf(JSON.stringify(call)).text);
    const copied = 'arn:aws:logs:us-east-1:999900000001:delivery-destination:name0002';
    assert.deepEqual(
      [requestParameters, responseElements],
      [{ ...told, outputFormat: 'plain', deliveryDestinationArn: copied }, delivery],
    );
  });

  test('leaves the name of an action, though a user is called so', () => {
    const { text, notSearched } = copyOf(JSON.stringify(recordOf({ userIdentity: { userName: 'CreateUser' } })));
    const { eventName, userIdentity } = JSON.parse(text);
    assert.deepEqual([eventName, userIdentity.userName, notSearched], ['CreateUser', 'name000000000001', 1]);
  });

  test('of a damaged record: by its fields as far as they can be read, and what is passed over by form', () => {
    const log = JSON.stringify({ Records: [recordOf(), recordOf()] }).replace(
      '"userName":"alice"}',
      '"userName":"alice" alice@corp.com}',
    );
    const { text } = copyOf(log);
    assert.ok(!/alice|corp\.com|015043439996|hunter2/.test(text), text);
  });

  test('of a log that is cut off in a value', () => {
    const log = JSON.stringify({ Records: [recordOf(), recordOf()] });
    for (const cut of [700, 900, 1100, 1300, 1500]) {
      const { text } = copyOf(log.slice(0, cut));
      assert.ok(!/alice|015043439996|hunter2hunter2|8\.8\.4\.4/.test(text), text);
    }
  });

  test('of the console’s table', () => {
    const log =
      'User name,AWS access key,Event time,Event source,Event name,AWS region,Source IP address,User agent,Error code,Resources,Request ID,Event ID,Read-only,Event type,Recipient Account Id,Event category\n' +
      'alice,AKIAIOSFODNN7ALICE12,2026-03-01T09:30:00Z,workmail.amazonaws.com,CreateUser,eu-west-1,8.8.4.4,aws-cli/2.15.0,,"[{""resourceType"":""AWS::IAM::User"",""resourceName"":""alice""}]",5c2e1f0a-1b2c-4d3e-8f40-bbbbbbbbbbbb,5c2e1f0a-1b2c-4d3e-8f40-cccccccccccc,false,AwsApiCall,015043439996,Management\n';
    const { text, remaining } = copyOf(log);
    const expected = log
      .replaceAll('alice', 'name0001')
      .replace('AKIAIOSFODNN7ALICE12', 'AKIAREDACTEDAAAAAAAB')
      .replace('8.8.4.4', '192.0.2.1')
      .replace('5c2e1f0a-1b2c-4d3e-8f40-bbbbbbbbbbbb', '00000000-0000-4000-8000-000000000001')
      .replace('5c2e1f0a-1b2c-4d3e-8f40-cccccccccccc', '00000000-0000-4000-8000-000000000002')
      .replace('015043439996', '999900000001');
    assert.deepEqual([text, remaining], [expected, []]);
  });

  test('is refused where nothing is known of the values', () => {
    const refused = 'It holds no CloudTrail events that can be read, so nothing is known of what its values are.';
    const redactor = new Redactor();
    redactor.learn('{"a":1}');
    assert.deepEqual(redactor.copy('{"a":1}'), { refused });
  });

  test('is refused where the characters are those of something else', () => {
    const log = Buffer.from(JSON.stringify({ Records: [recordOf()] })).toString('base64');
    const redactor = new Redactor();
    redactor.learn(log);
    const copy = redactor.copy(log);
    assert.ok('refused' in copy, 'text' in copy ? copy.text : '');
  });

  test('of a case goes on with what the key says', () => {
    const first = new Redactor();
    first.learn(JSON.stringify(recordOf()));
    const second = new Redactor(first.entries());
    const log = JSON.stringify(recordOf({ sourceIPAddress: '8.8.4.9' }));
    second.learn(log);
    const copy = second.copy(log);
    const expected = { ...redactedRecord, sourceIPAddress: '192.0.2.2' };
    assert.deepEqual('text' in copy ? JSON.parse(copy.text) : copy, expected);
  });

  test('has no secret in its key', () => {
    const redactor = new Redactor();
    redactor.learn(JSON.stringify(recordOf()));
    assert.ok(!JSON.stringify(redactor.entries()).includes('hunter2'));
  });
});

test('one value is redacted where it stands', () => {
  const log = JSON.stringify(recordOf());
  const [record] = analyze(log);
  assert.ok(record !== undefined);
  const start = log.indexOf('8.8.4.4');
  const { edits, entries } = redactValue(log, record, ['sourceIPAddress']);
  assert.deepEqual(edits, [{ start, end: start + 7, text: '192.0.2.1' }]);
  assert.deepEqual(entries.pseudonyms, [['8.8.4.4', '192.0.2.1']]);
  assert.deepEqual(redactValue(log, record, ['eventName']).edits, []);
});

test('nothing that a record says of somebody is left in it, a message that says it again among it', () => {
  const log = JSON.stringify({ Records: [recordOf({ errorMessage: 'Björn "B" Ek is known to alice' })] });
  const [record] = analyze(log);
  assert.ok(record !== undefined);
  const copy = JSON.parse(withEdits(log, redactValue(log, record, []).edits));
  const { displayName } = copy.Records[0].requestParameters;
  assert.equal(copy.Records[0].errorMessage, `${displayName} is known to ${copy.Records[0].userIdentity.userName}`);
});

test('a value that was redacted before its record stands for the same as in other records', () => {
  const first = JSON.stringify(recordOf());
  const [record] = analyze(first);
  assert.ok(record !== undefined);
  const value = redactValue(first, record, ['userIdentity', 'userName']);
  const second = withEdits(first, value.edits);
  const [half] = analyze(second);
  assert.ok(half !== undefined);
  const rest = redactValue(second, half, [], value.entries);
  const whole = redactValue(first, record, [], rest.entries);
  assert.equal(withEdits(second, rest.edits), withEdits(first, whole.edits));
});

suite('a row of a table', () => {
  for (const [name, { write }] of Object.entries(TABLE_FORMS)) {
    test(`of ${name} is redacted where it stands as in a copy`, () => {
      const log = write([JSON.parse(JSON.stringify(recordOf()))]);
      const [record] = analyze(log);
      assert.ok(record !== undefined);
      const { text, byForm } = copyOf(log);
      const { edits } = redactValue(log, record, []);
      assert.deepEqual([withEdits(log, edits), byForm], [text, 0]);
    });
  }

  test('with other escapes than ours is read by its fields', () => {
    const log = TABLE_FORMS['Lake results']
      .write([JSON.parse(JSON.stringify(recordOf()))])
      .replaceAll('ö', '\\u00f6')
      .replaceAll('bjorn', 'b\\u006aorn');
    const { text, byForm } = copyOf(log);
    assert.deepEqual([/rn,|Ek/.test(text), byForm], [false, 0]);
  });
});

test('JSON in a value of an event in a message of a message is read by its fields', () => {
  const inner = JSON.stringify({ text: JSON.stringify({ displayName: 'Björn "B" Ek' }) });
  const event = JSON.parse(JSON.stringify(recordOf({ additionalEventData: { inner } })));
  const { text, byForm } = copyOf(CARRIED_FORMS['EventBridge in SNS in SQS'].write([event]));
  assert.deepEqual([text.includes('Ek'), byForm], [false, 0]);
});
