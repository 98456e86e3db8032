import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import {
  clickhouseText,
  insightsExpression,
  likeLiteral,
  shellWord,
  sqlText,
} from '../../../server/src/core/explain/escape';
import { HOSTILE_VALUES } from '../../support/hostileValues';
import { clickHouse, grammar, openDuckDb } from '../../support/queryEngines';

/** No text of a database holds a zero, nor half of a surrogate pair. */
const VALUES = Object.values(HOSTILE_VALUES)
  .filter((value) => !/\p{Cs}/u.test(value))
  .map((value) => value.replaceAll('\0', '\ufffd'));

test('a value of SQL is what it was, to DuckDB, on one line', async () => {
  const database = await openDuckDb();
  const values = VALUES.map(sqlText);
  const [row = []] = await database.ask(`SELECT ${values.join(', ')}`);
  assert.deepEqual({ row, lines: values.filter((value) => /[\r\n]/.test(value)) }, { row: VALUES, lines: [] });
});

test('a literal in a pattern is found as it stands, and nothing else', async () => {
  const database = await openDuckDb();
  const like = VALUES.map((value) => `${sqlText(value)} LIKE ${sqlText(likeLiteral(value, '!'))} ESCAPE '!'`);
  const unlike = VALUES.map(
    (value) => `${sqlText(value.replace(/[%_!]/, 'x'))} LIKE ${sqlText(likeLiteral(value, '!'))} ESCAPE '!'`,
  );
  const [row = []] = await database.ask(`SELECT ${[...like, ...unlike].join(', ')}`);
  assert.deepEqual(row, [...VALUES.map(() => true), ...VALUES.map((value) => !/[%_!]/.test(value))]);
});

test('a value of SQL is one to a grammar of Trino', () => {
  const complaints = grammar('TrinoSQL');
  assert.deepEqual(
    VALUES.flatMap((value) => complaints(`SELECT ${sqlText(value)};`)),
    [],
  );
});

const ask = clickHouse();
if (ask !== undefined)
  test('a value of ClickHouse is what it was', () => {
    const texts = VALUES.map((value) => ask(`SELECT hex(${clickhouseText(value)})`).trim());
    assert.deepEqual(
      texts,
      VALUES.map((value) => Buffer.from(value).toString('hex').toUpperCase()),
    );
  });

test('values of ClickHouse escape quotes, backslashes and what nobody sees', () => {
  assert.equal(
    clickhouseText("a'b\\c\nd\u202ee\u{e0041}\ud800"),
    "'a\\'b\\\\c\\x0ad\\xe2\\x80\\xaee\\xf3\\xa0\\x81\\x81\ufffd'",
  );
});

test('an expression of Logs Insights fits its text, on one line and within its slashes', () => {
  const fits = VALUES.map((value) => {
    const expression = insightsExpression(value);
    const isOne =
      new RegExp(`^${expression.replaceAll('\\-', '-').replace(/\\(?=["#%&',:;<=>@`~!])/g, '')}$`, 'su').test(value) &&
      !/[\r\n]|(?<!\\)(?:\\\\)*\//.test(expression);
    return isOne ? '' : `${value}: ${expression}`;
  });
  assert.deepEqual(
    fits.filter((each) => each !== ''),
    [],
  );
});

test('a word of a shell is one word, with what nobody sees made visible', () => {
  const words = [...VALUES.filter((value) => /^[ -~]*$/.test(value)), "it's", '$(x) `y` \\ "z"', '-x;y'];
  const printed = execFileSync('sh', ['-c', `printf '%s\\n' ${words.map(shellWord).join(' ')}`], { encoding: 'utf8' });
  assert.equal(printed, words.map((word) => `${word}\n`).join(''));
  assert.equal(shellWord('a\nb\u202e'), "'a\\nb\\u202e'");
});
