import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keepsEvents, repairedTogether } from '../../../server/src/core/check/soundRepair';
import { someEvents } from '../../support/generatedRecords';

const [A = '', B = '', C = ''] = someEvents(5, 3).map((event) => JSON.stringify(event));
const LOG = `{"Records":[${A},${B},${C}]}`;
const at = LOG.indexOf(B);

test('a repair that takes a whole event away is none', () => {
  assert.equal(keepsEvents(LOG, [{ start: at, end: at + B.length + 1, text: '' }]), false);
});

test('a repair that changes a whole event is none', () => {
  assert.equal(keepsEvents(LOG, [{ start: at + 20, end: at + 21, text: 'x' }]), false);
});

test('a repair that makes a whole event a part of another value is none', () => {
  const damaged = `{"Records":[${A.slice(0, -1)},"more":${B}},${C}]}`;
  assert.equal(keepsEvents(`{"Records":[${A},"more":${B}},${C}]}`, []), true);
  const from = `{"Records":[${A}`.length - 1;
  assert.equal(keepsEvents(`{"Records":[${A},"more":${B}},${C}]}`, [{ start: from, end: from + 1, text: '' }]), false);
  assert.ok(damaged.includes(B));
});

test('a repair between events is one', () => {
  assert.equal(keepsEvents(LOG, [{ start: at - 1, end: at, text: ';' }]), true);
});

test('of many repairs those are left out between which an event would be lost', () => {
  const good = { edits: [{ start: 0, end: 0, text: ' ' }] };
  const bad = { edits: [{ start: at + 5, end: at + 9, text: '' }] };
  assert.deepEqual(repairedTogether(LOG, [good, bad]), { text: ` ${LOG}`, made: [good], refused: [bad] });
});
