/** The patterns by which layers are told are asked of the beginning of every text, whatever it is. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { obstacles, tells, undoable } from '../../../server/src/core/read/layers/definitions';

const HEADER = '| eventName | eventTime |';

test('a table that is drawn is told by its names and the rule below them, and by neither alone', () => {
  const drawn = [...undoable, ...obstacles].find(({ layer }) => layer.id === 'drawn-table');
  assert.ok(drawn !== undefined);
  const told = [`${HEADER}\n|-----------|`, `\n${HEADER}\r\n\r\n+-----------+`, HEADER, '| a | b |\n|-----------|'].map(
    (text) => tells(drawn, text),
  );
  assert.deepEqual(told, [true, true, false, false]);
});

test('values as Python prints them are told behind space and brackets', () => {
  const python = undoable.find(({ layer }) => layer.id === 'python');
  assert.ok(python !== undefined);
  const told = ["{'a': 1}", " [\n ({'a': 1", '( \'{"a"', " ['{'a'", '[ ( [ ( \'{"a"', '{"a": 1}', "x {'a': 1}"].map(
    (text) => tells(python, text),
  );
  assert.deepEqual(told, [true, true, true, true, true, false, false]);
});
