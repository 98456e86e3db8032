import { fieldMakings } from '../../generated/handover';
import { once } from '../once';
import { type FieldName, fields } from '../query/fields';
import { lookedThrough } from '../query/matches';
import type { FieldTerm, FoundTerm, Pattern, Question, Value } from '../query/question';
import { timeNamed } from '../query/timeNamed';
import { weightsWithin } from '../query/weights';
import { literalOf } from '../query/wildcards';
import { withoutDomain } from '../query/withoutDomain';
import { addressExpression } from './addressExpression';
import { all, any, type Condition, type Looked, not } from './condition';
import { withoutDisputed } from './disputedLetters';
import type { Spelling } from './engine';
import type { FieldMaking } from './making';
import { someTarget } from './targetCondition';
import { type Unsaid, UnsaidParts } from './unsaid';
import { wordsFound } from './wider';
import { weighed, wordCondition } from './wordCondition';

/** A question as an engine can be asked it. Every event that answers the question fits the condition, and no other where nothing is unsaid. */
export interface Asked {
  readonly condition: Condition;
  readonly unsaid: readonly Unsaid[];
}

/** What fields are made of. */
export const makings = /* @__PURE__ */ once(fieldMakings);

/** A question for an engine that can say so much. */
export function conditionOf(question: Question, spelled: Spelling): Asked {
  const unsaid = new UnsaidParts();
  return { condition: new Asking(spelled, unsaid).of(question, false), unsaid: unsaid.all() };
}

/** Where a field stands for an engine that makes no texts of others. */
export function placeOfField(making: FieldMaking): string | undefined {
  return making.path ?? (typeof making.is === 'string' ? making.is : undefined);
}

class Asking {
  readonly #spelled: Spelling;
  readonly #unsaid: UnsaidParts;

  constructor(spelled: Spelling, unsaid: UnsaidParts) {
    this.#spelled = spelled;
    this.#unsaid = unsaid;
  }

  of(question: Question, isNegated: boolean): Condition {
    switch (question.kind) {
      case 'all':
        return all(question.of.map((part) => this.of(part, isNegated)));
      case 'any':
        return any(question.of.map((part) => this.of(part, isNegated)));
      case 'not':
        return not(this.of(question.of, !isNegated));
      case 'field':
        return any(question.values.map((value) => this.#value({ ...question, values: [value] }, value, isNegated)));
      case 'found':
        return any(question.texts.map((text) => this.#found({ kind: 'found', texts: [text] }, text, isNegated)));
    }
  }

  #value(term: FieldTerm, value: Value, isNegated: boolean): Condition {
    const { field } = term;
    switch (value.kind) {
      case 'word': {
        const unknown = this.#whyNot(field);
        if (unknown !== undefined) return this.#unsaid.say(term, isNegated, unknown);
        if (field === 'target') {
          const some = someTarget((looked) => ({ kind: 'there', looked }));
          return value.word === 'any' ? some : not(some);
        }
        const said = wordCondition(field, value.word, makings());
        return typeof said === 'string' ? this.#unsaid.say(term, isNegated, said) : said;
      }
      case 'weight':
        return weighed(weightsWithin(value));
      case 'time':
        return within(field, value.from, value.to);
      case 'pattern':
        return this.#pattern(term, value, isNegated);
    }
  }

  #pattern(term: FieldTerm, pattern: Pattern, isNegated: boolean): Condition {
    const { field } = term;
    const open = withoutDisputed(pattern);
    if (open !== undefined) return this.#disputed(term, isNegated, this.#pattern(term, open, isNegated));
    if (field === 'text') {
      const { whole } = this.#spelled;
      if (whole === undefined) return this.#unsaid.say(term, isNegated, 'it keeps no text of the record');
      const why = 'it has the text of the record in its own spelling, and is asked for the words of it';
      return this.#unsaid.say(term, isNegated, why, wordsFound('whole', [pattern]));
    }
    const why = this.#whyNot(field);
    if (why !== undefined) return this.#unsaid.say(term, isNegated, why, this.#inText(field, pattern));
    if (field === 'target') return someTarget((looked) => textLike(looked, pattern, false));
    const isText = textLike({ field }, field === 'service' ? withoutDomain(pattern) : pattern, false);
    const range = field === 'address' ? addressExpression(literalOf(pattern) ?? '') : undefined;
    if (range === undefined) return isText;
    const isInRange: Condition = { kind: 'fits', looked: { field }, expression: range.expression };
    if (!range.isWider) return any([isText, isInRange]);
    const spelling = 'an address of IPv6 is written in many ways, and it is asked for how this one begins';
    return this.#unsaid.say(term, isNegated, spelling, isInRange);
  }

  #disputed(term: FieldTerm | FoundTerm, isNegated: boolean, wider: Condition): Condition {
    return this.#unsaid.say(
      term,
      isNegated,
      'it makes other small letters of some in it, which may be any there',
      wider,
    );
  }

  #found(term: FoundTerm, pattern: Pattern, isNegated: boolean): Condition {
    const open = withoutDisputed(pattern);
    if (open !== undefined) return this.#disputed(term, isNegated, this.#found(term, open, isNegated));
    const { whole } = this.#spelled;
    if (this.#spelled.match === undefined && whole !== undefined) {
      const why = 'it is asked for the words of it, anywhere in the record';
      return this.#unsaid.say(term, isNegated, why, wordsFound('whole', [pattern]));
    }
    return any(
      lookedThrough.map((field) => {
        const test = (looked: Looked): Condition => textLike(looked, pattern, true);
        return field === 'target' ? someTarget(test) : test({ field });
      }),
    );
  }

  /** Where the texts of a field without an expression are: in request and answer, or somewhere in the record. */
  #inText(field: FieldName, pattern: Pattern): Condition | undefined {
    if (field === 'file') return undefined;
    const isOfCall = field === 'made' || field === 'names';
    if (isOfCall && this.#spelled.call !== undefined) return wordsFound('call', [pattern]);
    return this.#spelled.whole === undefined ? undefined : wordsFound('whole', [pattern]);
  }

  /** Why the engine does not know a field; undefined for one that it knows. */
  #whyNot(field: FieldName): string | undefined {
    if (field === 'file') return 'it does not know how logs are called here';
    if (field === 'made' || field === 'names') return 'which values of a call are names, only this program knows';
    if (field === 'target') {
      return this.#spelled.match === undefined ? 'it would be longer than it may be there' : undefined;
    }
    const { kind } = fields[field];
    if (kind === 'words' || kind === 'weight') return undefined;
    const making = makings().fields[kind === 'after' || kind === 'before' ? 'time' : field];
    const isMade = making !== undefined && (this.#spelled.match !== undefined || placeOfField(making) !== undefined);
    return isMade ? undefined : 'it can’t put it together from the members of the record';
  }
}

function within(field: FieldName, from: string | undefined, to: string | undefined): Condition {
  const first = from === undefined ? undefined : timeNamed(from)?.first;
  const end = to === undefined ? undefined : timeNamed(to)?.end;
  if (field === 'after') return { kind: 'time', from: stampOf(first), to: undefined };
  if (field === 'before') return { kind: 'time', from: undefined, to: stampOf(first) };
  return { kind: 'time', from: stampOf(first), to: stampOf(end) };
}

/** As CloudTrail writes times. */
export function stampOf(ms: number | undefined): string | undefined {
  return ms === undefined ? undefined : new Date(ms).toISOString().replace('.000Z', 'Z');
}

function textLike(looked: Looked, pattern: Pattern, isPart: boolean): Condition {
  const literal = isPart ? undefined : literalOf(pattern);
  if (literal !== undefined) return { kind: 'equals', looked, texts: [literal.toLowerCase()] };
  return { kind: 'like', looked, pattern, isPart };
}
