import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { type GroupField, groupQuestion, narrowed, printQuestion } from '../../../server/src/core';

suite('the question of a group', () => {
  const cases: readonly (readonly [GroupField, key: string, question: string])[] = [
    ['action', 'workmail/CreateUser', 'service:workmail action:CreateUser'],
    ['action', 'messageflow/', 'service:workmailmessageflow action:none'],
    ['action', 's3.amazonaws.com', 'service:s3'],
    ['action', 'unreadable', 'is:malformed service:none'],
    ['actor', 'Admin/jane doe', 'actor:"Admin/jane doe"'],
    ['actor', '', 'actor:none'],
    ['key', 'none', 'key:"none"'],
    ['address', '2001:db8::1', 'address:2001:db8::1'],
    ['outcome', 'failed', 'outcome:failed'],
    ['day', '2026-03-01', 'time:2026-03-01'],
    ['day', '', 'time:none'],
    ['weight', 'high', 'weight:high'],
    ['weight', '', 'weight:none'],
    ['organization', 'm-1', 'organization:m-1'],
    ['file', 'file:///a b.json', 'file:"file:///a b.json"'],
  ];
  for (const [by, key, question] of cases) {
    test(question, () => assert.equal(printQuestion(groupQuestion(by, key)), question));
  }

  test('of a target asks for all that the logs call it', () => {
    const question = groupQuestion('target', 'id', ['id', 'jane', 'jane@example.com']);
    assert.equal(printQuestion(question), 'target:id,jane,jane@example.com');
  });
});

suite('a question with another one beside it', () => {
  const cases: readonly (readonly [where: string, more: string, isLeftOut: boolean, question: string])[] = [
    ['', 'actor:jane', false, 'actor:jane'],
    ['', 'actor:jane', true, '-actor:jane'],
    ['  is:write ', 'actor:jane', false, 'is:write actor:jane'],
    ['is:write', 'actor:jane', true, 'is:write -actor:jane'],
    ['is:write OR is:root', 'actor:jane', false, '(is:write OR is:root) actor:jane'],
    ['is:write', 'service:workmail action:X', true, 'is:write -(service:workmail action:X)'],
    ['IS:write', 'service:workmail action:X', false, 'IS:write service:workmail action:X'],
    ['is:write', 'actor:jane OR key:A', false, 'is:write (actor:jane OR key:A)'],
    ['kye:A', 'actor:jane', false, 'actor:jane'],
    ['user:jane is:write', 'actor:jane', false, 'user:jane is:write'],
    ['-user:jane', 'actor:jane', true, '-user:jane'],
  ];
  for (const [where, more, isLeftOut, question] of cases) {
    test(`${where} and ${isLeftOut ? 'not ' : ''}${more}`, () =>
      assert.equal(narrowed(where, more, isLeftOut), question));
  }
});
