import { clickhouseText, sqlText } from '../explain/escape';
import { type Engine, filled } from './engine';
import type { Making, MakingTest } from './making';

/** A text as a value of an engine's SQL. */
export function literalFor({ escaping }: Pick<Engine, 'escaping'>, text: string): string {
  return escaping === 'clickhouse' ? clickhouseText(text) : sqlText(text);
}

/** Where a member of the record stands, as the engine spells it. Names come from schemas, never from a log. */
export function memberFor({ spelled }: Pick<Engine, 'spelled'>, path: string, isFlag = false): string {
  const [top = '', ...rest] = path.split('.');
  const within =
    rest.length > 0 && spelled.within && Object.hasOwn(spelled.within, top) ? spelled.within[top] : undefined;
  const keysOf = (names: readonly string[]): string => names.map((name) => `'${name}'`).join(', ');
  const parts = {
    dotted: path,
    lower: path.toLowerCase(),
    keys: keysOf([top, ...rest]),
    rest: rest.join('.'),
  };
  return filled(within ?? (isFlag ? spelled.flag : spelled.path) ?? '', parts);
}

/** A text of the record as SQL that gives null where it is absent or empty. */
export function printMaking(making: Making, engine: Engine): string {
  if (typeof making === 'string') return `NULLIF(${memberFor(engine, making)}, '')`;
  if ('word' in making) return literalFor(engine, making.word);
  if ('first' in making) return `COALESCE(${making.first.map((each) => printMaking(each, engine)).join(', ')})`;
  if ('join' in making) return `(${making.join.map((each) => printMaking(each, engine)).join(' || ')})`;
  if ('match' in making) {
    const pattern = literalFor(engine, making.match);
    const group = filled(engine.spelled.match ?? '', { of: memberFor(engine, making.of), pattern });
    return `NULLIF(${group}, '')`;
  }
  const cases = making.choose.map(
    ({ if: test, then }) => `WHEN ${printTest(test, engine)} THEN ${printMaking(then, engine)}`,
  );
  const otherwise = making.else === undefined ? '' : ` ELSE ${printMaking(making.else, engine)}`;
  return `CASE ${cases.join(' ')}${otherwise} END`;
}

function printTest({ path, is, anyCase, present, and }: MakingTest, engine: Engine): string {
  const plain = `COALESCE(${memberFor(engine, path)}, '')`;
  const looked = anyCase === true ? filled(engine.spelled.lower ?? '', { of: plain }) : plain;
  const tests = [`${looked} IN (${is.map((text) => literalFor(engine, text)).join(', ')})`];
  if (present !== undefined) tests.push(`COALESCE(${memberFor(engine, present)}, '') <> ''`);
  if (and !== undefined) tests.push(printTest(and, engine));
  return tests.join(' AND ');
}
