import type { Weight } from '../check/schemaTypes';
import type { WeightBound } from './question';

/** The lightest first. */
export const weights: readonly Weight[] = ['info', 'low', 'medium', 'high', 'critical'];

/** A weight as a number: the greater, the weightier, and 0 where none is known. */
export function weightNumber(weight: Weight | undefined): number {
  return weight === undefined ? 0 : weights.indexOf(weight) + 1;
}

/** The opposite of `weightNumber`. */
export function weightOfNumber(number: number): Weight | undefined {
  return weights[number - 1];
}

const FORM = /^(>=|<=|>|<|=)?([a-z]+)$/;

/** What a text says of a weight: `high`, `>=high`, `<low` in any case. Undefined where it names none. */
export function weightNamed(text: string): WeightBound | undefined {
  const [, relation, name] = FORM.exec(text.toLowerCase()) ?? [];
  const weight = weights.find((each) => each === name);
  if (weight === undefined) return undefined;
  const isRelation = relation === '>=' || relation === '<=' || relation === '>' || relation === '<';
  return { kind: 'weight', relation: isRelation ? relation : '=', weight };
}

/** The weights on the asked side of another. */
export function weightsWithin({ relation, weight }: WeightBound): ReadonlySet<Weight> {
  const bound = weights.indexOf(weight);
  const within: Readonly<Record<WeightBound['relation'], (place: number) => boolean>> = {
    '=': (place) => place === bound,
    '>': (place) => place > bound,
    '>=': (place) => place >= bound,
    '<': (place) => place < bound,
    '<=': (place) => place <= bound,
  };
  return new Set(weights.filter((_, place) => within[relation](place)));
}
