import type { JsonObject, JsonValue } from '../../../server/src/core/record';
import type { Chance } from './chance';

/** What is special about the records of a log: a record, or its text, is changed. */
export interface Family {
  readonly event: (event: JsonObject, chance: Chance) => JsonObject;
  readonly text: (text: string, chance: Chance) => string;
}

const DEPTH = 1000;
const WIDTH = 2000;
const ONE_IN = 20;

const plain: Family = { event: (event) => event, text: (text) => text };

/** Each record nests a thousand levels, objects and lists in turn. */
const deep: Family = {
  ...plain,
  event: (event) => {
    let value: JsonValue = 'bottom';
    for (let level = 0; level < DEPTH; level++) value = level % 2 === 0 ? { down: value } : [value];
    return { ...event, requestParameters: { nested: value } };
  },
};

/** Each record has a list of two thousand objects and an object of two thousand keys. */
const wide: Family = {
  ...plain,
  event: (event, chance) => {
    const list = Array.from({ length: WIDTH }, (_, at): JsonObject => ({ id: at, name: chance.hex(8) }));
    const object = Object.fromEntries(list.map(({ name }, at) => [`key-${at}`, name ?? null]));
    return { ...event, requestParameters: { list, object } };
  },
};

/** One record of twenty is damaged: a comma or a quote is lost, a brace is lost, a piece is cut out, or its end is. */
const damaged: Family = {
  ...plain,
  text: (text, chance) => (chance.between(1, ONE_IN) === 1 ? chance.pick(DAMAGES)(text, chance) : text),
};

const DAMAGES: readonly ((text: string, chance: Chance) => string)[] = [
  (text) => text.replace(/,(\s*)"eventTime"/, '$1"eventTime"'),
  (text) => text.replace('"awsRegion"', 'awsRegion"'),
  (text) => text.replace(/(eventSource": ?"[^"]*)"/, '$1'),
  (text) => text.replace(/}(,\s*"eventTime")/, '$1'),
  (text, chance) => text.slice(0, -chance.between(1, 200)),
  (text, chance) => {
    const at = chance.between(20, text.length - 20);
    return text.slice(0, at) + text.slice(at + chance.between(1, 8));
  },
];

export const FAMILIES = { plain, deep, wide, damaged } as const satisfies Record<string, Family>;

export type FamilyName = keyof typeof FAMILIES;
