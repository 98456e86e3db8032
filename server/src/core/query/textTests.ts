import { type AddressRange, addressNamed, isWithin, onlyThis, rangeNamed } from '../explain/values/addresses';
import type { TextsOf } from './fieldKinds';
import { wordNamed } from './fieldNamed';
import type { FieldTerm, Pattern } from './question';
import type { QuestionRow } from './questionRow';
import { literalOf, type TextTest, wholeFits } from './wildcards';
import { withoutDomain } from './withoutDomain';

/** Tests for the words among the values of a term. */
export function wordTests({ field, values }: FieldTerm): readonly ((row: QuestionRow) => boolean)[] {
  return values.flatMap((value) => {
    const word = value.kind === 'word' ? wordNamed(field, value.word) : undefined;
    return word === undefined ? [] : [word.holds];
  });
}

/** Whether a text of the field is one of the values, as a whole and in any case. */
export function textTest(textsOf: TextsOf, term: FieldTerm): (row: QuestionRow) => boolean {
  const words = wordTests(term);
  const patterns = patternsOf(term);
  const test = oneOf(term.field === 'service' ? patterns.map(withoutDomain) : patterns);
  return (row) => {
    if (words.some((holds) => holds(row))) return true;
    const texts = textsOf(row);
    return typeof texts === 'string' ? test(texts.toLowerCase()) : texts.some((text) => test(text.toLowerCase()));
  };
}

/** The test for a text of the field in small letters: whether it is one of the values that are texts. */
export function valueTest(term: FieldTerm): TextTest {
  return oneOf(patternsOf(term));
}

/** The same for the address, which can be written in several ways and be asked for by ranges. */
export function addressTest(textsOf: TextsOf, term: FieldTerm): (row: QuestionRow) => boolean {
  const asText = textTest(textsOf, term);
  const ranges = patternsOf(term).flatMap(rangesOf);
  if (ranges.length === 0) return asText;
  return (row) => {
    if (asText(row)) return true;
    const address = addressNamed(row.address);
    return address !== undefined && ranges.some((range) => isWithin(address, range));
  };
}

function patternsOf({ values }: FieldTerm): readonly Pattern[] {
  return values.flatMap((value) => (value.kind === 'pattern' ? [value] : []));
}

/** Many ids side by side cost no more than one. */
function oneOf(patterns: readonly Pattern[]): TextTest {
  const literals = new Set<string>();
  const tests: TextTest[] = [];
  for (const pattern of patterns) {
    const literal = literalOf(pattern);
    if (literal === undefined) tests.push(wholeFits(pattern));
    else literals.add(literal.toLowerCase());
  }
  return (text) => literals.has(text) || tests.some((test) => test(text));
}

/** The addresses that a pattern asks for beside its text. */
function rangesOf(pattern: Pattern): readonly AddressRange[] {
  const text = literalOf(pattern);
  if (text === undefined) return [];
  const address = addressNamed(text);
  const range = address === undefined ? rangeNamed(text) : onlyThis(address);
  return range === undefined ? [] : [range];
}
