import type { FieldName } from '../query/fields';
import type { Pattern } from '../query/question';

/** A text that a condition looks at: a field as questions know it, a member of the record, or its words as a whole. */
export type Looked =
  | { readonly field: FieldName }
  | { readonly path: string }
  | { readonly flag: string }
  | { readonly text: 'whole' | 'call' };

/** A column that says yes or no: whether an action is one without a schema, see `someTarget`. */
export const WITHOUT_SCHEMA = 'asked_schemaless';

/** What an engine asks of an event, in words of no engine. All texts are compared in small letters, and an absent one is empty. */
export type Condition =
  | { readonly kind: 'all' | 'any'; readonly of: readonly Condition[] }
  | { readonly kind: 'not'; readonly of: Condition }
  /** Holds always, or never. */
  | { readonly kind: 'always' | 'never' | 'schemaless' }
  /** It is one of the texts, which are in small letters. */
  | { readonly kind: 'equals'; readonly looked: Looked; readonly texts: readonly string[] }
  /** The whole of it fits the pattern, or a part of it does. */
  | { readonly kind: 'like'; readonly looked: Looked; readonly pattern: Pattern; readonly isPart: boolean }
  /** An expression of ours is found in it. */
  | { readonly kind: 'fits'; readonly looked: Looked; readonly expression: string }
  | { readonly kind: 'there'; readonly looked: Looked }
  /** It happened within; both as CloudTrail writes times, the second not included. */
  | { readonly kind: 'time'; readonly from: string | undefined; readonly to: string | undefined };

export const always: Condition = { kind: 'always' };
export const never: Condition = { kind: 'never' };

/** All of them, as simply as it can be said. */
export function all(conditions: readonly Condition[]): Condition {
  return joined('all', conditions, always, never);
}

/** At least one of them, as simply as it can be said. */
export function any(conditions: readonly Condition[]): Condition {
  return joined('any', conditions, never, always);
}

/** @param nothing what changes nothing, and what an empty list means @param decides what decides alone */
function joined(
  kind: 'all' | 'any',
  conditions: readonly Condition[],
  nothing: Condition,
  decides: Condition,
): Condition {
  const flat = conditions.flatMap((part) => (part.kind === kind ? part.of : [part]));
  const parts = kind === 'any' ? equalTogether(flat) : flat;
  if (parts.some((part) => part.kind === decides.kind)) return decides;
  const telling = parts.filter((part) => part.kind !== nothing.kind);
  const [only] = telling;
  return only === undefined ? nothing : telling.length === 1 ? only : { kind, of: telling };
}

/** The texts that one thing may be, in one list. */
function equalTogether(conditions: readonly Condition[]): readonly Condition[] {
  const lists = new Map<string, { readonly looked: Looked; readonly texts: Set<string> }>();
  const others: Condition[] = [];
  for (const condition of conditions) {
    if (condition.kind !== 'equals') {
      others.push(condition);
      continue;
    }
    const key = JSON.stringify(condition.looked);
    const list = lists.get(key) ?? { looked: condition.looked, texts: new Set<string>() };
    lists.set(key, list);
    for (const text of condition.texts) list.texts.add(text);
  }
  const equal = Array.from(
    lists.values(),
    ({ looked, texts }): Condition => ({ kind: 'equals', looked, texts: [...texts] }),
  );
  return [...equal, ...others];
}

/** Whether something of a condition asks for actions without a schema. */
export function asksSchemaless(condition: Condition): boolean {
  if (condition.kind === 'all' || condition.kind === 'any') return condition.of.some(asksSchemaless);
  return condition.kind === 'not' ? asksSchemaless(condition.of) : condition.kind === 'schemaless';
}

/** What does not hold. */
export function not(condition: Condition): Condition {
  if (condition.kind === 'not') return condition.of;
  if (condition.kind === 'always') return never;
  return condition.kind === 'never' ? always : { kind: 'not', of: condition };
}

/** The fields that a condition looks at, each once, in the order in which they are met. */
export function fieldsIn(condition: Condition): readonly FieldName[] {
  const found = new Set<FieldName>();
  const pending: Condition[] = [condition];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (next.kind === 'all' || next.kind === 'any') for (const part of [...next.of].reverse()) pending.push(part);
    else if (next.kind === 'not') pending.push(next.of);
    else if (next.kind === 'time') found.add('time');
    else if (next.kind === 'schemaless') found.add('action');
    else if ('looked' in next && 'field' in next.looked) found.add(next.looked.field);
  }
  return [...found];
}
