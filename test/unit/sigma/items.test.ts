import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { answersDetection, answersItem } from '../../support/sigma';

const event = {
  eventVersion: '1.08',
  eventTime: '2026-03-01T08:30:15Z',
  eventSource: 'workmail.amazonaws.com',
  eventName: 'CreateUser',
  userAgent: 'aws-cli/2.15.0 Python/3.11',
  sourceIPAddress: '198.51.100.7',
  recipientAccountId: '012345678901',
  errorCode: null,
  readOnly: false,
  userIdentity: { type: 'IAMUser', userName: 'jane', arn: 'arn:aws:iam::012345678901:user/jane' },
  requestParameters: {
    organizationId: 'm-1',
    empty: '',
    count: 12,
    text: 'C:\\temp\\a*b',
    command: 'cmd /c echo aGVsbG8gd29ybGQ=',
    dashed: 'tool \u2013enc -x',
    Roles: [{ name: 'Admin' }, { name: 'Reader' }],
    list: ['one', 'two', null],
    none: [],
    size: '1500',
    owner: 'jane',
    note: 'first line\nsecond line',
    ipv6: '2001:db8::1',
    __proto__x: { a: 1 },
  },
  responseElements: { status: { text: 'Failure', code: 5 } },
};

type Case = readonly [key: string, value: unknown, expected: boolean | string];

function asked(cases: readonly Case[]): readonly Case[] {
  return cases.map(([key, value]) => [key, value, answersItem(key, value, event)]);
}

function check(cases: readonly Case[]): void {
  assert.deepEqual(asked(cases), cases);
}

suite('a value of an item', () => {
  test('is the whole text of a field, whatever the case of its letters', () =>
    check([
      ['eventName', 'createuser', true],
      ['eventName', 'Create', false],
      ['eventName|cased', 'createuser', false],
      ['eventName|cased', 'CreateUser', true],
      ['eventName', ['Other', 'CreateUser'], true],
      ['userIdentity.userName', 'jane', true],
      ['useridentity.USERNAME', 'jane', true],
      ['requestParameters.roles.name', 'reader', true],
      ['requestParameters.list', 'two', true],
      ['requestParameters.missing', 'two', false],
      ['requestParameters.__proto__', '*', false],
      ['constructor', '*', false],
    ]));

  test('may have wildcards, which a backslash takes for themselves', () =>
    check([
      ['eventName', 'Create*', true],
      ['eventName', '*user', true],
      ['eventName', 'C?eate*r', true],
      ['eventName', 'CreateUser?', false],
      ['eventName', '*', true],
      ['requestParameters.missing', '*', false],
      ['errorCode', '*', false],
      ['requestParameters.empty', '*', true],
      ['requestParameters.text', 'C:\\temp\\a\\*b', true],
      ['requestParameters.text', 'C:\\\\temp\\\\a\\*b', true],
      ['requestParameters.text', 'C:\\temp\\\\*', true],
      ['requestParameters.text', 'C:\\temp\\aXb', false],
      ['requestParameters.text|contains', 'temp\\\\*b', true],
    ]));

  test('may be null, empty, a number or a Boolean', () =>
    check([
      ['errorCode', null, true],
      ['eventName', null, false],
      ['requestParameters.missing', null, true],
      ['requestParameters.none', null, true],
      ['requestParameters.list', null, false],
      ['requestParameters.empty', null, false],
      ['requestParameters.empty', '', true],
      ['eventName', '', false],
      ['requestParameters.missing', '', false],
      ['requestParameters.count', 12, true],
      ['requestParameters.count', '12', true],
      ['requestParameters.count', 13, false],
      ['readOnly', false, true],
      ['readOnly', 'False', true],
      ['readOnly', true, false],
      ['errorCode', [null, 'AccessDenied'], true],
    ]));

  test('may be an object of the record, as its JSON text', () =>
    check([
      ['responseElements|contains', 'failure', true],
      ['responseElements.status', '{"text":"Failure","code":5}', true],
      ['responseElements.status.code', 5, true],
    ]));
});

suite('a modifier', () => {
  test('looks for a part of a text', () =>
    check([
      ['eventName|contains', 'ateU', true],
      ['eventName|startswith', 'create', true],
      ['eventName|startswith', 'user', false],
      ['eventName|endswith', 'USER', true],
      ['eventName|endswith|cased', 'USER', false],
      ['userAgent|contains', ['boto', 'python'], true],
      ['userAgent|contains|all', ['cli', 'python'], true],
      ['userAgent|contains|all', ['cli', 'boto'], false],
      ['requestParameters.list|all', ['one', 'two'], true],
      ['requestParameters.list|all', ['one', 'three'], false],
    ]));

  test('re takes an expression, which is found anywhere', () =>
    check([
      ['eventName|re', '^Create(User|Group)$', true],
      ['eventName|re', 'user', false],
      ['eventName|re|i', 'user', true],
      ['requestParameters.note|re', '^second', false],
      ['requestParameters.note|re|m', '^second', true],
      ['requestParameters.note|re', 'line.second', false],
      ['requestParameters.note|re|s', 'line.second', true],
      ['eventName|re|startswith', 'Cr', true],
      ['eventName|re|startswith', 'User', false],
      ['eventName|re|endswith', 'Us[a-z]r', true],
      ['errorCode|re', '.*', false],
      [
        'eventName|re',
        '(?=a)b',
        'It uses re: the expression (?=a)b can’t be run in linear time, or is none (invalid or unsupported Perl syntax: `(?=`).',
      ],
      ['eventName|i', 'x', 'It uses i, m or s without re before it.'],
    ]));

  test('exists asks for a value that is not null', () =>
    check([
      ['eventName|exists', true, true],
      ['eventName|exists', false, false],
      ['errorCode|exists', true, false],
      ['errorCode|exists', false, true],
      ['requestParameters.empty|exists', true, true],
      ['requestParameters.missing|exists', false, true],
      ['eventName|exists', 'maybe', 'It uses exists without true or false.'],
    ]));

  test('cidr asks for an address in a range', () =>
    check([
      ['sourceIPAddress|cidr', '198.51.100.0/24', true],
      ['sourceIPAddress|cidr', ['10.0.0.0/8', '198.51.0.0/16'], true],
      ['sourceIPAddress|cidr', '198.51.101.0/24', false],
      ['requestParameters.ipv6|cidr', '2001:db8::/32', true],
      ['requestParameters.ipv6|cidr', '198.51.100.0/24', false],
      ['eventName|cidr', '0.0.0.0/0', false],
      ['sourceIPAddress|cidr', '198.51.100', 'It names the range 198.51.100, which is none.'],
    ]));

  test('lt, lte, gt and gte compare numbers, also those that are written as text', () =>
    check([
      ['requestParameters.count|gt', 11, true],
      ['requestParameters.count|gt', 12, false],
      ['requestParameters.count|gte', 12, true],
      ['requestParameters.count|lt', 13, true],
      ['requestParameters.count|lte', 11, false],
      ['requestParameters.size|gte', 1500, true],
      ['eventName|gt', 1, false],
      ['requestParameters.missing|lt', 1, false],
      ['requestParameters.count|gt', 'many', 'It compares with many by gt, which takes a number.'],
    ]));

  test('neq is what the same item without it is not', () =>
    check([
      ['eventName|neq', 'CreateUser', false],
      ['eventName|neq', 'DeleteUser', true],
      ['eventName|neq', ['DeleteUser', 'CreateUser'], false],
      ['requestParameters.missing|neq', 'x', true],
      ['eventName|startswith|neq', 'Del', true],
    ]));

  test('fieldref looks for the value of another field', () =>
    check([
      ['userIdentity.userName|fieldref', 'requestParameters.owner', true],
      ['userIdentity.userName|fieldref', 'eventName', false],
      ['userIdentity.arn|fieldref|endswith', 'requestParameters.owner', true],
      ['userIdentity.arn|fieldref|contains', 'recipientAccountId', true],
      ['userIdentity.arn|fieldref|startswith', 'requestParameters.owner', false],
      ['userIdentity.arn|fieldref', 'requestParameters.missing', false],
    ]));

  test('base64 and utf16 look for encoded text', () =>
    check([
      ['requestParameters.command|base64|contains', 'hello world', true],
      ['requestParameters.command|base64offset|contains', 'world', true],
      ['requestParameters.command|base64offset|contains', 'worlds', false],
      ['requestParameters.command|wide|base64offset|contains', 'world', false],
      ['requestParameters.command|base64', 'a*', 'It has a wildcard in a value of base64, which has no meaning.'],
    ]));

  test('windash takes any dash before an option', () =>
    check([
      ['requestParameters.dashed|windash|contains', ' -enc', true],
      ['requestParameters.dashed|contains', ' -enc', false],
      ['requestParameters.dashed|windash|contains', ' /x', true],
      ['requestParameters.command|windash|contains', 'cmd -c', true],
    ]));

  test('a part of a time is a number, UTC', () =>
    check([
      ['eventTime|minute', 30, true],
      ['eventTime|hour', 8, true],
      ['eventTime|hour|gte', 9, false],
      ['eventTime|day', 1, true],
      ['eventTime|week', 9, true],
      ['eventTime|month', 3, true],
      ['eventTime|year', [2025, 2026], true],
      ['eventName|hour', 8, false],
    ]));

  test('that is not known is said, and a placeholder without values, too', () =>
    check([
      ['eventName|sounds', 'x', 'It uses the modifier sounds, which is not known.'],
      ['eventName|expand', '%Admins%', 'It uses the placeholder %Admins%, for which there are no values.'],
      ['eventName|expand', 'CreateUser', true],
      ['eventName|base64|re', 'x', 'It uses base64|re, which do not go together.'],
      ['eventName|contains', null, 'It uses a modifier on null.'],
      ['eventName', { a: 'b' }, 'It has a list or a map where a value is expected.'],
      ['eventName', [], 'It names no value for eventName.'],
    ]));
});

suite('a detection', () => {
  const cases: readonly (readonly [selection: unknown, expected: boolean | string])[] = [
    [{ eventName: 'CreateUser', readOnly: false }, true],
    [{ eventName: 'CreateUser', readOnly: true }, false],
    [[{ eventName: 'Other' }, { readOnly: false }], true],
    [[{ eventName: 'Other' }, { readOnly: true }], false],
    [['reader', 'nothing'], true],
    [['nothing'], false],
    ['failure', true],
    [[5], true],
    [['first*second'], true],
    [{ '|all': ['admin', 'reader'] }, true],
    [{ '|all': ['admin', 'nothing'] }, false],
    [{ '|re': ['^Read.r$'] }, true],
    [[{ eventName: 'Other' }, 'admin'], true],
    [{}, 'A part of its detection is empty.'],
    [[], 'A part of its detection is empty.'],
    [[null], 'It has null among its keywords.'],
  ];

  test('is a map of which all, a list of which one, or keywords for all values of a record', () => {
    const found = cases.map(([selection]) => [
      selection,
      answersDetection({ selection, condition: 'selection' }, event),
    ]);
    assert.deepEqual(found, cases);
  });

  test('with a timeframe is refused, for without its count it would say something else', () => {
    assert.equal(
      answersDetection({ selection: { eventName: 'x' }, timeframe: '5m', condition: 'selection' }, event),
      'It uses timeframe, with which Sigma once asked for several events; a correlation says the same.',
    );
  });
});
