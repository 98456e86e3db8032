import { catalog } from '../../generated/schemas';
import type { FieldName } from '../query/fields';
import type { Question } from '../query/question';
import { literalOf } from '../query/wildcards';

/** One attribute that `aws cloudtrail lookup-events` takes, with a value. */
export interface Lookup {
  readonly key: 'EventId' | 'EventName' | 'AccessKeyId' | 'EventSource' | 'ReadOnly';
  readonly value: string;
}

/** The attribute for a field, and how much it narrows: the first narrows most. */
const ATTRIBUTES: readonly (readonly [field: FieldName, key: Lookup['key']])[] = [
  ['event', 'EventId'],
  ['key', 'AccessKeyId'],
  ['action', 'EventName'],
  ['service', 'EventSource'],
  ['is', 'ReadOnly'],
];

/** More calls than this are no way to ask. */
const MOST = 60;

/**
 * Lookups that together find all management events that answer a question, and others; undefined where no single attribute of each event
 * is asked for.
 */
export function lookupsOf(question: Question): readonly Lookup[] | undefined {
  const found = lookups(question);
  return found === undefined || found.length > MOST ? undefined : found;
}

function lookups(question: Question): readonly Lookup[] | undefined {
  switch (question.kind) {
    case 'any': {
      const each = question.of.map(lookups);
      const known = each.flatMap((found) => found ?? []);
      return each.includes(undefined) ? undefined : distinct(known);
    }
    case 'all':
      return question.of
        .map(lookups)
        .filter((found) => found !== undefined)
        .sort((left, right) => rankOf(left) - rankOf(right) || left.length - right.length)[0];
    case 'field': {
      const attribute = ATTRIBUTES.find(([field]) => field === question.field);
      if (attribute === undefined) return undefined;
      const values = question.values.map((value) => {
        if (value.kind === 'word') return attribute[0] === 'is' ? ofWord(value.word) : undefined;
        const text = value.kind === 'pattern' ? literalOf(value) : undefined;
        return text === undefined || text === ''
          ? undefined
          : [{ key: attribute[1], value: spelledFor(attribute[1], text) }];
      });
      return values.includes(undefined) ? undefined : distinct(values.flatMap((each) => each ?? []));
    }
    default:
      return undefined;
  }
}

function ofWord(word: string): readonly Lookup[] | undefined {
  if (word === 'write' || word === 'read') return [{ key: 'ReadOnly', value: String(word === 'read') }];
  if (word !== 'workmail') return undefined;
  return ['workmail.amazonaws.com', 'workmailMessageFlow.amazonaws.com'].map((value) => ({
    key: 'EventSource',
    value,
  }));
}

/** CloudTrail compares letter by letter: what the catalog spells is spelled so. */
function spelledFor(key: Lookup['key'], text: string): string {
  const lower = text.toLowerCase();
  if (key === 'EventName') {
    for (const name of catalog().keys()) if (name.toLowerCase() === lower) return name;
    return text;
  }
  if (key === 'EventId') return lower;
  if (key === 'AccessKeyId') return text.toUpperCase();
  if (key !== 'EventSource') return text;
  const label = lower.replace(/\.amazonaws\.com(?:\.cn)?$/, '');
  return `${label === 'workmailmessageflow' ? 'workmailMessageFlow' : label}.amazonaws.com`;
}

function rankOf([first]: readonly Lookup[]): number {
  return ATTRIBUTES.findIndex(([, key]) => key === first?.key);
}

function distinct(lookups: readonly Lookup[]): readonly Lookup[] {
  return [...new Map(lookups.map((each) => [`${each.key} ${each.value}`, each])).values()];
}
