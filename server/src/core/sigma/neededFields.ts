import type { FieldPath } from './fieldPath';
import type { Rule } from './rule';

/** Of each rule, by its position, the fields whose values correlations want of its events. */
export function neededFields(rules: readonly Rule[]): readonly (readonly FieldPath[])[] {
  const needed = rules.map(() => new Map<string, FieldPath>());
  for (const { asked } of rules) {
    if (asked.kind !== 'correlation') continue;
    for (const { rule, groupBy: fields, counted } of asked.correlation.of)
      for (const field of [...fields, ...counted]) need(rule, field);
  }
  /** Of a correlation it is wanted of the events that it is of. */
  function need(first: number, field: FieldPath): void {
    const waiting = [first];
    const seen = new Set<number>();
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const asked = rules[next]?.asked;
      if (seen.has(next)) continue;
      seen.add(next);
      if (asked?.kind === 'event') needed[next]?.set(field.name, field);
      else if (asked?.kind === 'correlation') for (const { rule } of asked.correlation.of) waiting.push(rule);
    }
  }
  return needed.map((fields) => [...fields.values()]);
}
