import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { JsonObject, JsonValue } from '../../../server/src/core';
import type { Rule } from '../../../server/src/core/sigma/sigmaEngine';
import { recordTexts } from '../../bench/generator/log';
import { someEvents } from '../../support/generatedRecords';
import { SeededNumbers } from '../../support/seededNumbers';
import { logOf, outcomesOf, parsed, plainEvents, ruleIn, ruleText } from '../../support/sigma';

/** Fields of rows, fields that only records have, and one that nothing has. */
const FIELDS = [
  'eventSource',
  'eventName',
  'errorCode',
  'awsRegion',
  'recipientAccountId',
  'eventCategory',
  'eventType',
  'sourceIPAddress',
  'userAgent',
  'sharedEventID',
  'eventID',
  'requestID',
  'eventTime',
  'readOnly',
  'userIdentity.type',
  'userIdentity.accountId',
  'userIdentity.userName',
  'userIdentity.arn',
  'userIdentity.invokedBy',
  'userIdentity.principalId',
  'userIdentity.accessKeyId',
  'userIdentity.sessionContext.sessionIssuer.type',
  'userIdentity.sessionContext.sessionIssuer.arn',
  'userIdentity.sessionContext.sessionIssuer.userName',
  'userIdentity.sessionContext.attributes.mfaAuthenticated',
  'userIdentity.sessionContext.attributes.creationDate',
  'userIdentity.onBehalfOf.userId',
  'errorMessage',
  'eventVersion',
  'managementEvent',
  'requestParameters',
  'requestParameters.organizationId',
  'responseElements',
  'nothing.has.this',
] as const;

/** What tools and damage make of values. */
const ODD: readonly JsonValue[] = [
  '',
  null,
  5,
  true,
  false,
  ['Root', null],
  { a: 'IAMUser' },
  [],
  'True',
  '2026-03-01 08:00:00',
];

function at(event: JsonObject, name: string): JsonValue | undefined {
  let found: JsonValue | undefined = event;
  for (const step of name.split('.')) {
    const holder: JsonValue | undefined = found;
    found = isObject(holder) && Object.hasOwn(holder, step) ? holder[step] : undefined;
  }
  return found;
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The event with another value in one place; the holders on the way are made. */
function changed(event: JsonObject, steps: readonly string[], value: JsonValue): JsonObject {
  const [first = '', ...others] = steps;
  const inner = event[first];
  return { ...event, [first]: others.length === 0 ? value : changed(isObject(inner) ? inner : {}, others, value) };
}

function logs(numbers: SeededNumbers): readonly JsonObject[] {
  const made: JsonObject[] = [...someEvents(7, 400)];
  const source = recordTexts({ form: 'one-line', family: 'plain', seed: 3, share: 0.2 });
  while (made.length < 3000) made.push(parsed(source.next().value));
  return made.map((event, index) => {
    const own = { ...event, eventID: event.eventID ?? `e-${index}` };
    if (index % 4 !== 0) return own;
    const name = numbers.one([
      ...FIELDS,
      'userIdentity',
      'userIdentity.sessionContext',
      'userIdentity.onBehalfOf',
    ] as const);
    return changed(own, name.split('.'), numbers.one(ODD));
  });
}

/** An item about a field, with a value that some events have there, a part of it, or none. */
function item(numbers: SeededNumbers, events: readonly JsonObject[]): readonly [string, unknown] {
  const name = numbers.one(FIELDS);
  const found = at(numbers.one(events), name);
  const text = typeof found === 'object' || found === undefined ? 'Root' : String(found);
  const begins = numbers.between(0, text.length);
  const part = text.slice(begins, begins + numbers.between(1, 8)) || 'e';
  const plain = part.replaceAll(/[\\*?]/g, '');
  return numbers.one<readonly [string, unknown]>([
    [name, text],
    [name, text.toUpperCase()],
    [name, null],
    [name, ''],
    [name, [null, text]],
    [name, `*${plain}*`],
    [name, `${text.slice(0, 3)}?*`],
    [`${name}|contains`, part],
    [`${name}|startswith`, text.slice(0, 4)],
    [`${name}|endswith`, text.slice(-4)],
    [`${name}|contains|all`, [part, text.slice(-2)]],
    [`${name}|cased`, text.toLowerCase()],
    [`${name}|re`, '^[A-Za-z]+(User|Root|\\d+)'],
    [`${name}|exists`, numbers.one([true, false])],
    [`${name}|neq`, text],
    [`${name}|cidr`, '203.0.113.0/24'],
    [`${name}|gte`, 100_000_000_000],
    [`${name}|fieldref`, numbers.one(FIELDS)],
    [`${name}|hour`, numbers.between(7, 9)],
  ]);
}

function randomRule(numbers: SeededNumbers, events: readonly JsonObject[]): Rule {
  const names = ['a', 'b', 'c'];
  const parts = names.map((name) => {
    const items = Array.from({ length: numbers.between(1, 2) }, () => item(numbers, events));
    return [name, numbers.share() < 0.2 ? items.map((each) => Object.fromEntries([each])) : Object.fromEntries(items)];
  });
  const condition = numbers.one([
    'a',
    'a and b',
    'a and not b',
    'a or b',
    'not a and (b or c)',
    '1 of them',
    '2 of them',
    'all of them',
    'a and not 1 of b*',
    'not a',
  ]);
  return ruleIn(ruleText({ ...Object.fromEntries(parts), condition }));
}

const KEYWORDS = [['Admin'], ['user', 'nothing'], { '|all': ['arn:aws', 'Root'] }];

suite('a rule that is asked of columns', () => {
  const numbers = new SeededNumbers(11);
  const events = logs(numbers);
  const log = logOf(events);

  test('finds what a reading of every record finds: random rules over whole and odd records', () => {
    const rules = Array.from({ length: 400 }, () => randomRule(numbers, events));
    for (const keywords of KEYWORDS) rules.push(ruleIn(ruleText({ keywords, condition: 'keywords' })));
    const { outcomes } = outcomesOf(rules, [log]);
    const asked = plainEvents(rules, log);
    const different = rules.flatMap((rule, which) => {
      const plain = (asked[which] ?? []).map((index) => `0:${index}`);
      const [, found = []] = outcomes[which] ?? [];
      const [one, other] = [[...plain].sort(), [...found].sort()];
      return one.join() === other.join() ? [] : [{ rule: JSON.stringify(rule), missing: plain.length - found.length }];
    });
    assert.deepEqual(different, []);
    const hits = outcomes.filter(([, found]) => found.length > 0 && found.length < events.length);
    // Rules that find nothing, or all, would compare nothing.
    assert.ok(hits.length > 200, `only ${hits.length} rules tell events apart`);
  });

  test('reads no record where the columns tell all, and those alone that they leave open', () => {
    const plain = logOf(someEvents(9, 500));
    const read = (detection: unknown) => outcomesOf([ruleIn(ruleText(detection))], [plain]).recordsRead;
    const ofCall = { eventSource: 'workmail.amazonaws.com', eventName: 'CreateUser' };
    const known = {
      a: ofCall,
      b: { errorCode: null },
      c: { 'userIdentity.type': 'Root' },
      condition: 'a and b and not c',
    };
    const open = { a: { ...ofCall, 'requestParameters.displayName': '*' }, condition: 'a' };
    const named = outcomesOf([ruleIn(ruleText({ a: ofCall, condition: 'a' }))], [plain]).outcomes[0]?.[1].length;
    assert.deepEqual([read(known), read(open)], [0, named]);
  });
});
