import { nearest } from '../check/spelling';
import { addressNamed, rangeNamed } from '../explain/values/addresses';
import { ABSENT } from './fieldKinds';
import { wordNamed } from './fieldNamed';
import { type FieldName, fields } from './fields';
import type { Pattern } from './question';
import { inQuotes, orList, type ValueOrWrong } from './questionProblem';
import { readTime } from './readTime';
import type { WrittenValue } from './tokens';
import { weightNamed, weights } from './weights';
import { literalOf } from './wildcards';

/** What a value that is written behind a field says. It is not missing: quotes are there, or something else. */
export function readValue(field: FieldName, written: WrittenValue): ValueOrWrong {
  const pattern: Pattern = { kind: 'pattern', parts: written.parts };
  const { kind } = fields[field];
  if (kind === 'text' || kind === 'address') return readText(field, written, pattern);
  if (kind === 'record') {
    if (written.parts.length > 0) return { value: pattern };
    return { wrong: 'There is nothing between these quotes: write what the record has to contain.' };
  }
  const text = literalOf(pattern);
  if (text === undefined) return { wrong: `${field} has no use for * and ?: ${takes(field)}.` };
  const word = wordNamed(field, text)?.word;
  if (word !== undefined) return { value: { kind: 'word', word } };
  if (kind === 'words') return readOther(field, text);
  if (kind !== 'weight') return readTime(field, text, kind === 'time');
  const weight = weightNamed(text);
  return weight === undefined ? readOther(field, text) : { value: weight };
}

function readText(field: FieldName, { isQuoted }: WrittenValue, pattern: Pattern): ValueOrWrong {
  const text = literalOf(pattern);
  if (text === '') return { value: { kind: 'word', word: ABSENT } };
  // What is quoted stands for itself.
  if (text === undefined || isQuoted) return { value: pattern };
  const word = wordNamed(field, text)?.word;
  if (word !== undefined) return { value: { kind: 'word', word } };
  const wrong = fields[field].kind === 'address' ? wrongAddress(text) : undefined;
  return wrong === undefined ? { value: pattern } : { wrong };
}

/** What is wrong with a text that looks like an address or a range and is none. */
function wrongAddress(text: string): string | undefined {
  const [, address = '', bits] = /^([\d.]+|[\da-f]*:[\da-f:.]*)(\/\d*)?$/i.exec(text) ?? [];
  if (address === '') return undefined;
  if (addressNamed(address) === undefined) {
    return `${inQuotes(address)} is no whole address. Write all of it, or a part with * behind it, such as 203.0.113.*.`;
  }
  if (bits === undefined || rangeNamed(text) !== undefined) return undefined;
  return `${inQuotes(text)} is no range of addresses: behind the slash stands how many bits they share, up to ${address.includes(':') ? 128 : 32}.`;
}

function readOther(field: FieldName, text: string): ValueOrWrong {
  const wrong = `${inQuotes(text)} is no value of ${field}: ${takes(field)}.`;
  const isWeight = fields[field].kind === 'weight';
  const relation = isWeight ? (/^[<>=]*/.exec(text)?.[0] ?? '') : '';
  const known = fields[field].words.flatMap(({ word, synonyms }) => [word, ...synonyms]);
  const near = nearest(text.slice(relation.length), isWeight ? [...weights, ...known] : known);
  if (near === undefined) return { wrong };
  const meant = relation + (wordNamed(field, near)?.word ?? near);
  return { wrong: `${wrong} Did you mean ${meant}?`, meant };
}

function takes(field: FieldName): string {
  const words = fields[field].words.map(({ word }) => word);
  const { kind, example } = fields[field];
  if (kind === 'words') return `it takes ${orList(words)}`;
  if (kind !== 'weight') return `it takes a time, as in ${example}`;
  return `it takes ${orList([...weights, ...words])}, also with >=, >, <= or < before a weight`;
}
