import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { matches, parseQuestion, type QuestionRow } from '../../../server/src/core';
import { anyQuestion, anyRow } from './anyQuestion';
import { rowWith } from './given';
import { naiveAnswer } from './naiveAnswer';

const answers = (text: string, row: QuestionRow): boolean => {
  const { question, problems } = parseQuestion(text);
  assert.deepEqual(problems, []);
  return matches(question)(row);
};

const reset = rowWith({
  time: Date.parse('2026-03-01T08:15:20Z'),
  service: 'workmail',
  action: 'ResetPassword',
  region: 'eu-west-1',
  account: '015043439996',
  readOnly: false,
  category: 'Management',
  type: 'AwsApiCall',
  actorKind: 'AssumedRole',
  actor: 'Administrator/jane',
  actorArn: 'arn:aws:sts::015043439996:assumed-role/Administrator/jane',
  actorId: 'AROAEXAMPLE:jane',
  accessKey: 'ASIAEXAMPLE',
  sessionIssuer: 'Administrator',
  sessionName: 'jane',
  address: '203.0.113.9',
  userAgent: 'aws-cli/2.15.0 (Linux)',
  eventID: '3cb5a2a8-5a0f-4f4c-8f0e-0123456789ab',
  targets: ['S-1-1-11-1', 'carol@example.com'],
  weight: 'high',
  file: 'a/b.json',
  raw: () => '{"eventName":"ResetPassword"}',
});
const byService = rowWith({
  invokedBy: 'ec2.amazonaws.com',
  outcome: 'failed',
  errorCode: 'Client.UnauthorizedOperation',
});

suite('an event answers', () => {
  const questions: readonly (readonly [text: string, row: QuestionRow, answer: boolean])[] = [
    ['', reset, true],
    ['*', rowWith(), true],
    ['-*', reset, false],
    ['resetpass', reset, true],
    ['R*d', reset, true],
    ['carol@', reset, true],
    ['203.0.113', reset, true],
    ['ASIA', reset, true],
    ['3CB5A2A8', reset, true],
    // The user agent, the ARN and the file are not among what is looked through.
    ['aws-cli', reset, false],
    ['assumed-role', reset, false],
    ['b.json', reset, false],
    ['x,reset', reset, true],
    ['service:WorkMail', reset, true],
    ['service:workmail.amazonaws.com', reset, true],
    ['service:*.amazonaws.com', reset, true],
    ['service:work', reset, false],
    ['action:reset*', reset, true],
    ['action:Reset?assword', reset, true],
    ['action:CreateUser,ResetPassword', reset, true],
    ['account:15043439996', reset, false],
    ['account:015043439996', reset, true],
    ['arn:AWS:sts::015043439996:assumed-role/administrator/JANE', reset, true],
    ['arn:aws:sts::015043439996:assumed-role/administrator/JANE', reset, true],
    ['agent:aws-cli*', reset, true],
    ['target:carol@example.com', reset, true],
    ['target:*', reset, true],
    ['target:none', reset, false],
    ['target:none', rowWith({ targets: [''] }), true],
    ['error:none', reset, true],
    ['error:any', byService, true],
    ['key:"" is:service', byService, true],
    ['is:service', rowWith({ actorKind: 'AWSService' }), true],
    ['is:service', rowWith({ actorKind: 'IAMUser', invokedBy: 'x' }), false],
    ['is:root', rowWith({ actorKind: 'Root' }), true],
    ['is:write', reset, true],
    ['is:read', reset, false],
    ['is:read,write', rowWith(), false],
    ['is:workmail', rowWith({ service: 'workmailMessageFlow' }), true],
    ['is:malformed', rowWith({ malformed: true }), true],
    ['outcome:error', byService, true],
    ['ip:203.0.113.0/24', reset, true],
    ['ip:203.0.113.*', reset, true],
    ['ip:198.51.100.0/24,203.0.113.9', reset, true],
    ['ip:private', reset, false],
    ['ip:::ffff:203.0.113.9', reset, true],
    ['ip:2001:db8::1', rowWith({ address: '2001:0DB8:0:0::1' }), true],
    ['ip:2001:db8::/32', rowWith({ address: '2001:0DB8:0:0::1' }), true],
    ['ip:0.0.0.0/0', rowWith({ address: 'AWS Internal' }), false],
    ['ip:aws', rowWith({ address: 'AWS Internal/3' }), true],
    ['ip:aws', rowWith({ address: 'workmail.amazonaws.com' }), true],
    ['weight:high', reset, true],
    ['weight:>high', reset, false],
    ['weight:<critical', reset, true],
    ['weight:<=critical', rowWith(), false],
    ['weight:none', rowWith(), true],
    ['time:2026', reset, true],
    ['time:2026-03-01T08:15', reset, true],
    ['time:2026-03-01T08:15:19', reset, false],
    ['time:2026-02..2026-03-01', reset, true],
    ['time:..2026-02', reset, false],
    ['time:2026-03-01T08:15:20..', reset, true],
    ['time:any', rowWith(), false],
    ['time:none', rowWith(), true],
    ['time:..2026', rowWith(), false],
    ['after:2026-03-01', reset, true],
    ['after:2026-03-01T08:16', reset, false],
    ['before:2026-03-01', reset, false],
    ['before:2026-03-02', reset, true],
    ['text:"eventname\\":\\"reset"', reset, true],
    ['text:event*word', reset, true],
    ['text:word*event', reset, false],
    ['(service:iam OR action:reset*) -is:read', reset, true],
  ];
  for (const [text, row, answer] of questions) {
    test(`${text || 'nothing'}: ${answer}`, () => assert.equal(answers(text, row), answer));
  }

  test('as told in the plainest way', () => {
    fc.assert(
      fc.property(anyQuestion, fc.array(anyRow, { minLength: 1, maxLength: 4 }), (question, rows) => {
        const test = matches(question);
        for (const row of rows) assert.equal(test(row), naiveAnswer(question, row));
      }),
      { numRuns: 5000, seed: 20260404 },
    );
  });
});

suite('the text of a record', () => {
  const asked = (text: string, given: Partial<QuestionRow>): number => {
    let times = 0;
    const raw = (): string => {
      times++;
      return '{}';
    };
    answers(text, rowWith({ ...given, raw }));
    return times;
  };

  test('is made only where nothing else decides', () => {
    assert.equal(asked('text:x is:malformed', {}), 0);
    assert.equal(asked('text:x OR is:malformed', { malformed: true }), 0);
    assert.equal(asked('(text:x OR y) (z OR -text:x) is:malformed', {}), 0);
    assert.equal(asked('text:x is:malformed', { malformed: true }), 1);
  });
});
