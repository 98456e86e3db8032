import { insightsExpression, likeLiteral } from '../explain/escape';
import type { FieldName } from '../query/fields';
import type { Pattern } from '../query/question';
import { asksSchemaless, type Condition, fieldsIn, type Looked, WITHOUT_SCHEMA } from './condition';
import { makings, placeOfField } from './conditionOf';
import { type Engine, filled } from './engine';
import { inNotation } from './patternText';
import { literalFor, memberFor, printMaking } from './printMaking';
import { actionsWithSchema } from './targetCondition';

/** A condition in the language of an engine, on several lines where it is long. */
export function printCondition(condition: Condition, engine: Engine): string {
  return printed(condition, engine, '  ');
}

/** What a field is called among the columns that are made for a condition. */
export function columnOf(field: FieldName): string {
  return `asked_${field}`;
}

/** The columns that a condition looks at, each with its own line; none for an engine that looks at members themselves. */
export function madeColumns(condition: Condition, engine: Engine): readonly string[] {
  if (engine.spelled.match === undefined) return [];
  const made = fieldsIn(condition).flatMap((field) => {
    const making = makings().fields[field];
    if (making === undefined) return [];
    const plain = typeof making.is === 'string' ? memberFor(engine, making.is) : printMaking(making.is, engine);
    const text = `COALESCE(${plain}, '')`;
    // Times are compared as they are written.
    return [`${field === 'time' ? text : filled(engine.spelled.lower ?? '', { of: text })} AS ${columnOf(field)}`];
  });
  return asksSchemaless(condition) ? [...made, schemaless(engine)] : made;
}

function schemaless(engine: Engine): string {
  const action = filled(engine.spelled.lower ?? '', { of: `COALESCE(${memberFor(engine, 'eventName')}, '')` });
  const names = actionsWithSchema().map((name) => literalFor(engine, name));
  return `${action} NOT IN (${names.join(', ')}) AS ${WITHOUT_SCHEMA}`;
}

function printed(condition: Condition, engine: Engine, indent: string): string {
  switch (condition.kind) {
    case 'all':
    case 'any': {
      const word = condition.kind === 'all' ? wordFor(engine, 'AND') : wordFor(engine, 'OR');
      const parts = condition.of.map((part) => inBrackets(part, engine, indent));
      const length = parts.reduce((sum, part) => sum + part.length, 0);
      const isShort = length < 80 && parts.every((part) => !part.includes('\n'));
      return parts.join(isShort ? ` ${word} ` : `\n${indent}${word} `);
    }
    case 'not':
      return `${wordFor(engine, 'NOT')} ${bracketed(printed(condition.of, negated(engine), `${indent}  `))}`;
    case 'schemaless':
      return WITHOUT_SCHEMA;
    case 'always':
      return engine.spelled.yes ?? '';
    case 'never':
      return engine.spelled.no ?? '';
    case 'time':
      return timeWithin(condition, engine);
    default:
      return textTest(condition, engine);
  }
}

/** Under a negation, what is absent has to be said. */
function negated(engine: Engine): Engine {
  const { spelled } = engine;
  return spelled.fitsIfThere === undefined ? engine : { ...engine, spelled: { ...spelled, fits: spelled.fitsIfThere } };
}

function inBrackets(part: Condition, engine: Engine, indent: string): string {
  const isSimple = part.kind !== 'all' && part.kind !== 'any' && part.kind !== 'time';
  return isSimple ? printed(part, engine, indent) : bracketed(printed(part, engine, `${indent}  `));
}

function bracketed(text: string): string {
  return `(${text})`;
}

function wordFor({ escaping }: Engine, word: 'AND' | 'OR' | 'NOT'): string {
  return escaping === 'insights' ? word.toLowerCase() : word;
}

function timeWithin({ from, to }: Extract<Condition, { kind: 'time' }>, engine: Engine): string {
  const of = lookedAt({ field: 'time' }, engine);
  const { atLeast = '', below = '' } = engine.spelled;
  const textOf = (text: string): string => (engine.escaping === 'insights' ? `"${text}"` : literalFor(engine, text));
  // Both bounds are always said: what is no time lies without.
  const tests = [filled(atLeast, { of, text: textOf(from ?? FIRST) }), filled(below, { of, text: textOf(to ?? LAST) })];
  return tests.join(` ${wordFor(engine, 'AND')} `);
}

const FIRST = '0000-01-01T00:00:00Z';
const LAST = '9999-12-31T23:59:59Z';

type TextTest = Extract<Condition, { looked: Looked }>;

function textTest(condition: TextTest, engine: Engine): string {
  const { spelled } = engine;
  const of = lookedAt(condition.looked, engine);
  if (condition.kind === 'there') return filled(spelled.present ?? '', { of });
  if (engine.escaping === 'insights') {
    const around = expressionAround(condition.looked);
    return filled(spelled.fits ?? '', { of, pattern: insightsPattern(condition, around) });
  }
  switch (condition.kind) {
    case 'equals': {
      const texts = condition.texts.map((text) => literalFor(engine, text));
      const [only = ''] = texts;
      return texts.length === 1 ? `${of} = ${only}` : `${of} IN (${texts.join(', ')})`;
    }
    case 'like': {
      const { likeEscape = '!', likeEscaped } = spelled;
      const pattern = likePattern(condition, likeEscape);
      const template = likeEscaped !== undefined && pattern.includes(likeEscape) ? likeEscaped : spelled.like;
      return filled(template ?? '', { of, pattern: literalFor(engine, pattern) });
    }
    case 'fits':
      return filled(spelled.fits ?? '', { of, pattern: literalFor(engine, condition.expression) });
  }
}

/** A column that was made, or the member itself: in small letters, and empty where it is absent. */
function lookedAt(looked: Looked, engine: Engine): string {
  const { match, lower = '{of}', whole = '', call } = engine.spelled;
  const isMade = match !== undefined;
  if ('field' in looked) {
    if (isMade) return columnOf(looked.field);
    const making = makings().fields[looked.field];
    return memberFor(engine, (making && placeOfField(making)) ?? '');
  }
  if ('text' in looked) {
    const text = looked.text === 'call' ? (call ?? whole) : whole;
    return isMade ? filled(lower, { of: text }) : text;
  }
  const member = 'flag' in looked ? memberFor(engine, looked.flag, true) : memberFor(engine, looked.path);
  return isMade ? filled(lower, { of: `COALESCE(${member}, '')` }) : member;
}

function likePattern({ pattern, isPart }: { pattern: Pattern; isPart: boolean }, mark: '!' | '\\'): string {
  const text = inNotation(pattern, (literal) => likeLiteral(literal.toLowerCase(), mark), '%', '_');
  return isPart ? `%${text}%` : text;
}

/** What stands around a field where an engine that makes no texts has to look for it. */
function expressionAround(looked: Looked): { readonly before: string; readonly behind: string } {
  const making = 'field' in looked ? makings().fields[looked.field] : undefined;
  return { before: making?.before ?? '', behind: making?.behind ?? '' };
}

function insightsPattern(
  condition: Exclude<TextTest, { kind: 'there' }>,
  { before, behind }: { readonly before: string; readonly behind: string },
): string {
  if (condition.kind === 'fits') return `(?i)${condition.expression.replaceAll('/', '\\/')}`;
  const around = (text: string): string => `(?is)^${before.replaceAll('/', '\\/')}${text}${behind}$`;
  if (condition.kind === 'equals') {
    const texts = condition.texts.map(insightsExpression);
    return around(texts.length === 1 ? texts.join('') : `(?:${texts.join('|')})`);
  }
  const text = inNotation(condition.pattern, insightsExpression, '.*', '.');
  return condition.isPart ? `(?is)${text}` : around(text);
}
