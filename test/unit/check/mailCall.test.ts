import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type JsonObject, type JsonValue, wholeRecord } from '../../../server/src/core';
import { mailCallOf } from '../../../server/src/core/check/mailCall';
import { isObject } from '../../../server/src/core/read/whole';
import { records } from '../../bench/generator/records';
import { SeededNumbers } from '../../support/seededNumbers';

const SEED = 20260302;
const RECORDS = 20_000;
const SETTING = { account: '111122223333', region: 'eu-west-1', organizationId: 'm-d281d0a2fd824be5b6cd3d3ce909fd27' };
/** What a value may be changed to. */
const VALUES: readonly JsonValue[] = [
  null,
  true,
  1,
  'text',
  '',
  '***',
  [],
  {},
  ['text'],
  { a: 1 },
  '2026-02-30T08:00:00Z',
];
const MEMBERS = ['requestParameters', 'responseElements', 'userIdentity', 'tlsDetails', 'additionalEventData'];

/** Leaves a member out, or changes it, at the top of a record or below one of its members. */
function changed(record: JsonObject, numbers: SeededNumbers): JsonObject {
  const below = numbers.between(0, 1) === 0 ? numbers.one(MEMBERS) : undefined;
  const inner = below === undefined ? undefined : record[below];
  if (below !== undefined && isObject(inner)) return { ...record, [below]: changedMember(inner, numbers) };
  return changedMember(record, numbers);
}

function changedMember(object: JsonObject, numbers: SeededNumbers): JsonObject {
  const names = Object.keys(object).filter((name) => name !== 'eventSource');
  if (names.length === 0) return object;
  const name = numbers.one(names);
  const { [name]: _, ...rest } = object;
  return numbers.between(0, 3) === 0 ? rest : { ...object, [name]: numbers.one(VALUES) };
}

test(`a record that is sound at a look is not malformed, and its action is the same: ${RECORDS} records, three of four changed`, () => {
  const numbers = new SeededNumbers(SEED);
  const source = records({ ...SETTING, seed: SEED, share: 1, from: Date.UTC(2026, 2, 1) });
  const found = { sound: 0, malformed: 0, others: 0 };
  const different: string[] = [];
  for (let index = 0; index < RECORDS; index++) {
    const genuine = JSON.parse(JSON.stringify(source.next().value));
    const event = index % 4 === 0 ? genuine : changed(genuine, numbers);
    const text = JSON.stringify(event);
    const whole = wholeRecord(text, { start: 0, end: text.length }, 0, true);
    const { action, isSound } = mailCallOf(event);
    if (isSound) found.sound++;
    else if (whole?.malformed === 'schema') found.malformed++;
    else found.others++;
    const isSame = action?.name === whole?.action?.name && action?.service === whole?.action?.service;
    if (!isSame || (isSound && whole?.malformed !== null)) different.push(text);
  }
  assert.deepEqual(different.slice(0, 3), []);
  // Of each kind there are many: else nothing would be shown.
  assert.ok(found.sound > 5000 && found.malformed > 3000, JSON.stringify(found));
});
