/** What can't be seen through is named, and sound texts are not. */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { layersOf } from '../../../server/src/core/read/layers/layersOf';
import { obstacleOf } from '../../../server/src/core/read/layers/obstacleOf';
import { layers } from '../../../server/src/generated/layers';
import { EVENT, LINES, ONE_LINE, PRETTY } from './event';

const base64 = (text: string): string => Buffer.from(text, 'utf8').toString('base64');

const CASES: Readonly<Record<string, string>> = {
  'gzip-in-base64': JSON.stringify({ awslogs: { data: gzipSync(ONE_LINE).toString('base64') } }),
  'base64-in-json': JSON.stringify({ Records: [{ kinesis: { data: base64(ONE_LINE) } }] }),
  'go-map': 'map[awsRegion:us-west-2 eventName:CreateUser eventTime:2026-05-18T14:02:51Z eventVersion:1.11]',
  'format-list': 'eventVersion : 1.11\neventName    : CreateUser\neventTime    : 2026-05-18T14:02:51Z\n',
  clixml:
    '<Objs Version="1.1.0.1" xmlns="http://schemas.microsoft.com/powershell/2004/04"><S N="EventName">CreateUser</S></Objs>',
  'aws-table': '-----------------------------\n|       LookupEvents        |\n+---------------------------+\n',
  'drawn-table': ' eventTime  | eventName\n------------+------------\n 2026-05-18 | CreateUser\n',
  'hex-dump':
    '00000000: 7b22 6576 656e 7456 6572 7369 6f6e 223a  {"eventVersion":\n00000010: 2231 2e31 3122 7d0a                      "1.11"}.\n',
  'rich-text': '{\\rtf1\\ansi \\{"eventVersion":"1.11","eventName":"x"\\}}',
  'omitted-by-node': "{\n  eventVersion: '1.11',\n  userIdentity: { sessionContext: [Object] },\n  eventName: 'x'\n}",
  'mail-in-base64': `From: a@example.com\nContent-Transfer-Encoding: base64\n\n${base64(ONE_LINE)}\n`,
  'xml-elements': '<event><eventVersion>1.11</eventVersion><eventName>CreateUser</eventName></event>',
  'java-map': '{eventVersion=1.11, userIdentity={type=IAMUser}, eventName=CreateUser}',
  perl: "$VAR1 = {\n  'eventVersion' => '1.11',\n  'eventName' => undef\n};\n",
  php: 'Array\n(\n    [eventVersion] => 1.11\n    [eventName] => CreateUser\n)\n',
  'dynamodb-map': '{"Items":[{"event":{"M":{"eventVersion":{"S":"1.11"},"eventName":{"S":"CreateUser"}}}}]}',
  'protobuf-struct': '{"fields":{"eventVersion":{"stringValue":"1.11"},"eventName":{"stringValue":"CreateUser"}}}',
  'otlp-key-values':
    '{"kvlistValue":{"values":[{"key":"eventVersion","value":{"stringValue":"1.11"}},{"key":"eventName","value":{"stringValue":"x"}}]}}',
  logfmt:
    'time=2026-05-18T14:02:51Z eventName=CreateUser eventSource=workmail.amazonaws.com userIdentity.type=IAMUser\n',
  'event-format':
    '<134>May 18 14:02:51 noc CEF:0|AWS|CloudTrail|1.11|CreateUser|CreateUser|3|cs1=workmail.amazonaws.com eventVersion=1.11\n',
  'unified-model': '{"metadata": {"productName": "AWS CloudTrail", "productEventType": "CreateUser"}}',
  'paths-of-json': 'json.Records[0].eventVersion = "1.11";\njson.Records[0].eventName = "CreateUser";\n',
  'page-of-the-console':
    'Event time\nMay 18, 2026, 14:02:51 (UTC)\nEvent name\nCreateUser\nEvent source\nworkmail.amazonaws.com\nEvent ID\n9f2f09c5\n',
  'digits-of-bytes': Buffer.from(ONE_LINE, 'utf8').toString('hex'),
  'other-notation':
    'eventName = "CreateUser"\neventSource = "workmail.amazonaws.com"\neventTime = "2026-05-18T14:02:51Z"\neventID = "9f2f09c5-0000-4000-8000-000000000001"\n',
  'unnamed-values':
    '1779112971000 r-1 arn:aws:workmail:us-east-1:111111111111:organization/m-0123456789abcdef0123456789abcdef read\n',
  'shortened-by-powershell': JSON.stringify({ ...EVENT, userIdentity: '@{type=IAMUser; userName=x}' }),
};

suite('obstacleOf', () => {
  for (const [id, text] of Object.entries(CASES)) {
    test(id, () => {
      const obstacle = layers.find((layer) => layer.id === id);
      assert.deepEqual(
        { obstacle: obstacleOf(text), layers: layersOf(text) },
        { obstacle: { id, name: obstacle?.name, words: obstacle?.words }, layers: undefined },
      );
    });
  }

  test('every obstacle has a case', () => {
    const ids = layers.filter(({ kind }) => kind === 'obstacle').map(({ id }) => id);
    assert.deepEqual(Object.keys(CASES).sort(), ids.sort());
  });

  test('sound texts are not named', () => {
    for (const text of [ONE_LINE, PRETTY, LINES, '', '{}', 'a,b\n1,2\n', '# Title\n\n- eventName\n- eventTime\n'])
      assert.equal(obstacleOf(text), undefined, text);
  });
});
