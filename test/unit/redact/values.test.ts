import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { FieldKind } from '../../../server/src/core/redact/redactionFile';
import { redactedValue } from './redacting';

const id = (digits: string): string => `5c2e1f0a-1b2c-4d3e-8f40-${digits}`;

const cases: readonly (readonly [kind: FieldKind, value: string, redacted: string])[] = [
  ['account', '015043439996', '999900000001'],
  ['account', 'ANONYMOUS_PRINCIPAL', 'ANONYMOUS_PRINCIPAL'],
  ['principal', 'AKIAIOSFODNN7EXAMPLE', 'AKIAREDACTEDAAAAAAAB'],
  ['principal', 'ASIAIOSFODNN7EXAMPLE', 'ASIAREDACTEDAAAAAAAB'],
  ['principal', 'AROAEXAMPLEEXAMPLE123:alice@corp.com', 'AROAREDACTEDAAAAAAAAB:name0001@domain1.example'],
  ['principal', '015043439996:bob', '999900000001:name0001'],
  ['name', 'alice', 'name0001'],
  ['name', 'a name of thirty characters !!!', `name${'1'.padStart(28, '0')}`],
  ['name', 'root', 'root'],
  ['name', 'AWSServiceRoleForAmazonWorkMailEvents', 'AWSServiceRoleForAmazonWorkMailEvents'],
  ['name', 'HIDDEN_DUE_TO_SECURITY_REASONS', 'HIDDEN_DUE_TO_SECURITY_REASONS'],
  ['name', 'alice@mail.corp.co.uk', 'name0001@name0002.domain1.example'],
  ['name', 'm-0123456789abcdef0123456789abcdef', `m-${'0'.repeat(31)}1`],
  ['name', 'm-5b1c980000EXAMPLE', `m-${'0'.repeat(16)}1`],
  ['name', 'S-1-1-12-1111111111-2222222222-33333333', 'S-1-1-12-0000000001'],
  ['name', 'S-1-5-21-1004336348-1177238915-682003330-512', 'S-1-5-21-0000000000-0000000000-000000000-0000000001'],
  ['name', 'S-1-5-18', 'S-1-5-0000000001'],
  ['name', 'i-0abc1234def567890', 'i-00000000000000001'],
  ['address', '8.8.4.4', '192.0.2.1'],
  ['address', '10.7.8.9', '10.0.0.1'],
  ['address', '10.7.8.0/24', '10.0.0.0/24'],
  ['address', '192.168.7.1', '192.168.0.1'],
  ['address', '172.31.4.5', '172.16.0.1'],
  ['address', '0.0.0.0/0', '0.0.0.0/0'],
  ['address', '2a00:1450:4001:830::200e', '2001:db8:0:1::1'],
  ['address', 'fe80::1ff:fe23:4567:890a', 'fe80:0:0:1::1'],
  ['address', '::1', '::1'],
  ['address', 'AWS Internal', 'AWS Internal'],
  ['address', 'workmail.us-east-1.amazonaws.com', 'workmail.us-east-1.amazonaws.com'],
  ['host', 'mail.corp.com', 'name0001.domain1.example'],
  ['host', 'secret-bucket.s3.eu-west-1.amazonaws.com', 'name000000000001.s3.eu-west-1.amazonaws.com'],
  ['host', 'corp.awsapps.com', 'name0001.awsapps.com'],
  ['host', 'signin.amazonaws.com', 'signin.amazonaws.com'],
  ['id', id('aaaaaaaaaaaa'), '00000000-0000-4000-8000-000000000001'],
  ['id', 'B9A0BD0B7B6AF8E2', '0000000000000001'],
  ['id', 'vpce-0123456789abcdef0', 'vpce-00000000000000001'],
  [
    'arn',
    'arn:aws:sts::015043439996:assumed-role/AWSReservedSSO_Admin_0123456789abcdef/alice@corp.com',
    `arn:aws:sts::999900000001:assumed-role/name${'1'.padStart(60, '0')}/name0002@domain1.example`,
  ],
  ['arn', 'arn:aws:iam::aws:policy/AdministratorAccess', 'arn:aws:iam::aws:policy/AdministratorAccess'],
  ['arn', 'arn:aws-us-gov:iam::015043439996:root', 'arn:aws-us-gov:iam::999900000001:root'],
  ['arn', 'arn:aws:s3:::case-files/2026/alice.pdf', 'arn:aws:s3:::name000000000001/2026/name000000000002'],
  [
    'arn',
    `arn:aws:kms:us-east-1:015043439996:key/${id('aaaaaaaaaaaa')}`,
    'arn:aws:kms:us-east-1:999900000001:key/00000000-0000-4000-8000-000000000001',
  ],
  ['secret', 'hunter2', 'REDACTED'],
  ['secret', '***', '***'],
  ['secret', '', ''],
  ['words', 'Mailbox of Alice Smith in Legal', `text${'1'.padStart(28, '0')}`],
  ['value', 'FULL_ACCESS', 'FULL_ACCESS'],
  ['value', '2026-03-01T09:30:00Z', '2026-03-01T09:30:00Z'],
  ['value', 'eu-west-1', 'eu-west-1'],
  ['value', '1.2.3', '1.2.3'],
  ['value', '8.8.4.4', '192.0.2.1'],
  ['value', 'kms:Decrypt', 'kms:Decrypt'],
  ['value', 'Project Nightfall', `text${'1'.padStart(28, '0')}`],
  ['value', 'nightfall', 'name000000000001'],
  ['keep', 'CreateUser', 'CreateUser'],
  ['keep', 'alice@corp.com', 'name0001@domain1.example'],
  ['agent', 'aws-cli/2.15.0 Python/3.11.6 Linux/5.10', 'aws-cli/2.15.0 Python/3.11.6 Linux/5.10'],
  ['agent', 'Mozilla/5.0 Chrome/120.0.0.0 Safari/537.36', 'Mozilla/5.0 Chrome/120.0.0.0 Safari/537.36'],
  ['agent', '[tool alice@corp.com on 8.8.4.4]', '[tool name0001@domain1.example on 192.0.2.1]'],
  [
    'text',
    'User: arn:aws:iam::015043439996:user/alice is not authorized to perform: workmail:DeleteUser.',
    'User: arn:aws:iam::999900000001:user/name0001 is not authorized to perform: workmail:DeleteUser.',
  ],
  ['text', 'at 12:30:45 on 2026-03-01', 'at 12:30:45 on 2026-03-01'],
  [
    'value',
    'https://sqs.eu-west-1.amazonaws.com/015043439996/orders-in?who=alice',
    'https://sqs.eu-west-1.amazonaws.com/999900000001/name000000000001?who=name0002',
  ],
  [
    'value',
    '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"arn:aws:s3:::case-files/*"}]}',
    '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"arn:aws:s3:::name000000000001/*"}]}',
  ],
  ['value', '{"password":"hun\\"ter2","n":1}', '{"password":"REDACTED","n":1}'],
];

suite('the value of a field', () => {
  for (const [kind, value, redacted] of cases) {
    test(`${kind}: ${value}`, () => assert.equal(redactedValue(kind, value), redacted));
  }
});
