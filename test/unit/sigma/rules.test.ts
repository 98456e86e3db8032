import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { holds } from '../../../server/src/core/sigma/holds';
import { AskedRecord } from '../../../server/src/core/sigma/recordValues';
import { readRules } from '../../../server/src/core/sigma/sigmaEngine';
import { documents, ruleIn, ruleText } from '../../support/sigma';

const WHOLE = `title: Mailbox exported
id: 0f5c2f0e-57a5-4d3c-8d5c-0d5b2f6f1a11
name: mailbox_exported
status: test
description: |
    Somebody exported
    a mailbox.
references:
    - https://docs.aws.amazon.com/workmail/
author: somebody
date: 2026-03-01
tags:
    - attack.t1114.002
logsource:
    product: aws
    service: cloudtrail
detection:
    selection:
        eventName: StartMailboxExportJob
        recipientAccountId: 012345678901
    condition: selection
fields:
    - userIdentity.arn
falsepositives:
    - Migration
level: High
`;

function told(text: string): unknown {
  const { rules, problems } = readRules([{ name: 'rules.yml', text }]);
  return {
    rules: rules.map(({ title, line, asked }) =>
      asked.kind === 'unsupported' ? [title, line, asked.reasons.join(' '), asked.isOfOtherLogs] : [title, line],
    ),
    problems: problems.map(({ line, message }) => [line, message]),
  };
}

suite('a rule', () => {
  test('is read with all that it tells of itself', () => {
    const { asked, ...rest } = ruleIn(WHOLE);
    assert.deepEqual(
      { kind: asked.kind, ...rest },
      {
        kind: 'event',
        file: 'rule.yml',
        line: 1,
        id: '0f5c2f0e-57a5-4d3c-8d5c-0d5b2f6f1a11',
        name: 'mailbox_exported',
        title: 'Mailbox exported',
        level: 'high',
        status: 'test',
        description: 'Somebody exported\na mailbox.\n',
        tags: ['attack.t1114.002'],
        references: ['https://docs.aws.amazon.com/workmail/'],
        falsepositives: ['Migration'],
        fields: ['userIdentity.arn'],
        isQuiet: false,
      },
    );
  });

  test('takes an account id without quotes for the text that it is', () => {
    const { asked } = ruleIn(WHOLE);
    const event = { eventName: 'StartMailboxExportJob', recipientAccountId: '012345678901' };
    const other = { ...event, recipientAccountId: '12345678901' };
    assert.deepEqual(
      [event, other].map((each) => asked.kind === 'event' && holds(asked.test, new AskedRecord(each))),
      [true, false],
    );
  });

  test('of other logs is told as such', () => {
    const detection = { selection: { a: 'b' }, condition: 'selection' };
    const logsources = [
      { product: 'windows', category: 'process_creation' },
      { product: 'aws' },
      { service: 'CloudTrail' },
      {},
      { product: 'aws', service: 'guardduty' },
      { product: 'aws', service: 'cloudtrail', category: 'x' },
    ];
    assert.deepEqual(
      logsources.map((logsource) => {
        const { asked } = ruleIn(ruleText(detection, { logsource }));
        return asked.kind === 'unsupported' ? [asked.isOfOtherLogs, ...asked.reasons] : asked.kind;
      }),
      [
        [true, 'It is not for CloudTrail: its logs are of product windows, category process_creation.'],
        'event',
        'event',
        'event',
        [true, 'It is not for CloudTrail: its logs are of product aws, service guardduty.'],
        [true, 'It is not for CloudTrail: its logs are of product aws, service cloudtrail, category x.'],
      ],
    );
  });
});

suite('a file of rules', () => {
  const sound = 'title: Sound\ndetection:\n  a: {eventName: x}\n  condition: a\n';

  test('may have several, and what is wrong with one costs no other', () => {
    const broken = 'title: Broken\ndetection:\n  a: [eventName: x\n  condition: a\n';
    const text = documents(sound, broken, 'title: No rule\n', sound.replace('Sound', 'Last'));
    assert.deepEqual(told(text), {
      rules: [
        ['Sound', 1],
        ['Last', 16],
      ],
      problems: [
        [10, 'Flow sequence in block collection must be sufficiently indented and end with a ]'],
        [13, 'this is no Sigma rule: it has neither detection nor correlation.'],
      ],
    });
  });

  test('with a key twice, or with what is no YAML, is told with its line', () => {
    assert.deepEqual(told('title: a\ntitle: b\ndetection: {}\n'), {
      rules: [],
      problems: [[2, 'the key title stands twice in one map.']],
    });
    assert.deepEqual(told('title: a\n\tdetection: b\n'), {
      rules: [],
      problems: [[2, 'Tabs are not allowed as indentation']],
    });
    assert.deepEqual(told(''), { rules: [], problems: [] });
  });

  test('says what Sigma no longer has', () => {
    const text = documents('action: global\ntitle: Shared\n', 'title: Odd\ndetection: nothing\n');
    assert.deepEqual(told(text), {
      rules: [
        ['Shared', 1, 'It uses action, with which Sigma once shared parts between rules.', false],
        ['Odd', 5, 'Its detection is no map.', false],
      ],
      problems: [],
    });
  });

  test('may have filters, which other rules have to pass, too', () => {
    const rule = ruleText({ a: { eventName: 'x' }, condition: 'a' }, { name: 'mine', id: 'one' });
    const filter = (rules: unknown) =>
      JSON.stringify({ title: 'F', filter: { rules, known: { userAgent: 'known' }, condition: 'not known' } });
    const events = [{ eventName: 'x' }, { eventName: 'x', userAgent: 'known' }];
    const answers = [['mine'], ['one'], 'any', ['other']].map((names) => {
      const { asked } = ruleIn(documents(rule, filter(names)));
      return events.map((event) => asked.kind === 'event' && holds(asked.test, new AskedRecord(event)));
    });
    assert.deepEqual(answers, [
      [true, false],
      [true, false],
      [true, false],
      [true, true],
    ]);
  });
});

suite('a hostile file of rules', () => {
  test('of aliases that stand for billions of values is refused', () => {
    const levels = Array.from({ length: 20 }, (_, at) => `a${at + 1}: &a${at + 1} [${`*a${at}, `.repeat(9)}*a${at}]`);
    const text = `a0: &a0 [x]\n${levels.join('\n')}\ntitle: Bomb\ndetection: *a20\n`;
    assert.deepEqual(told(text), {
      rules: [],
      problems: [[1, 'Excessive alias count indicates a resource exhaustion attack']],
    });
  });

  test('of lists in lists, of one long line, and of a million keys ends soon', () => {
    const deep = `title: Deep\ndetection: ${'['.repeat(20_000)}${']'.repeat(20_000)}\n`;
    const long = `title: ${'x'.repeat(1_000_001)}\n`;
    const wide = `title: Wide\ndetection:\n${Array.from({ length: 60_000 }, (_, at) => `  k${at}: v`).join('\n')}\n  condition: all of them\n`;
    assert.deepEqual(
      [deep, long, wide].map((text) => told(text)),
      [
        { rules: [], problems: [[2, 'lists and maps stand more than 32 deep in each other.']] },
        {
          rules: [],
          problems: [[1, 'it has 1000009 characters; a file of rules has no more than 1000000.']],
        },
        { rules: [['Wide', 1]], problems: [] },
      ],
    );
  });

  test('with keys that name what every object has reads them as names', () => {
    const text =
      '{"title":"P","__proto__":{"a":1},"detection":{"__proto__":{"eventName":"x"},"condition":"__proto__"}}';
    const { asked } = ruleIn(text);
    const answers = [{ eventName: 'x' }, { eventName: 'y' }].map(
      (event) => asked.kind === 'event' && holds(asked.test, new AskedRecord(event)),
    );
    assert.deepEqual(answers, [true, false]);
  });
});

suite('a hostile expression', () => {
  const asked = (expression: string) =>
    ruleIn(ruleText({ a: { userAgent: 'x', 'eventName|re': expression }, condition: 'a' })).asked;

  test('takes time in proportion to the text, or is refused', () => {
    const found = ['(a+)+$', '(a|a)*b', '(.*)(.*)(.*)(.*)[^a]', '(a{1,1000}){1,1000}', '(', '(a)\\1'].map(
      (expression) => {
        const rule = asked(expression);
        if (rule.kind !== 'event') return rule.kind;
        return holds(rule.test, new AskedRecord({ userAgent: 'x', eventName: `${'a'.repeat(100_000)}!` }));
      },
    );
    assert.deepEqual(found, [false, false, true, 'unsupported', 'unsupported', 'unsupported']);
  });

  test('that takes too much work stops its rule, and the rule says so', () => {
    const rule = asked(`(?:${'a?'.repeat(1000)})${'a'.repeat(1000)}`);
    assert.equal(rule.kind, 'event');
    if (rule.kind !== 'event') return;
    rule.work.spend(2e9 - 1000);
    const answer = holds(rule.test, new AskedRecord({ userAgent: 'x', eventName: 'a'.repeat(1000) }));
    assert.deepEqual([answer, rule.work.isSpent], [false, true]);
  });
});
