/** Values of a rule as its YAML writes them. */
export type RuleValue = string | RuleNumber | boolean | null | readonly RuleValue[] | RuleMap;

/** Keys that YAML writes as numbers or Booleans are texts. */
export type RuleMap = ReadonlyMap<string, RuleValue>;

/** A number with its text: an account id that somebody wrote without quotes keeps its leading zeros there. */
export class RuleNumber {
  readonly number: number;
  readonly source: string;

  constructor(number: number, source: string) {
    this.number = number;
    this.source = source;
  }
}

export function isMap(value: RuleValue | undefined): value is RuleMap {
  return value instanceof Map;
}

export function isList(value: RuleValue | undefined): value is readonly RuleValue[] {
  return Array.isArray(value);
}

/** A value as a list: one that is none is the only one of it. */
export function listOf(value: RuleValue | undefined): readonly RuleValue[] {
  if (value === undefined) return [];
  return isList(value) ? value : [value];
}

/** A text, number or Boolean as it is written; undefined for everything else. */
export function writtenText(value: RuleValue | undefined): string | undefined {
  if (typeof value === 'string') return value;
  if (value instanceof RuleNumber) return value.source;
  return typeof value === 'boolean' ? String(value) : undefined;
}

/** The texts of a list, or of one text. */
export function textsOf(value: RuleValue | undefined): readonly string[] {
  return listOf(value).flatMap((each) => writtenText(each) ?? []);
}
