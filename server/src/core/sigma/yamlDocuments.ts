import { isScalar, LineCounter, parseAllDocuments, type Scalar, visit, type YAMLMap } from 'yaml';
import { RuleNumber, type RuleValue } from './ruleValue';

/** One document of a YAML file. */
export interface YamlDocument {
  /** Counted from 1: in which line it begins. */
  readonly line: number;
  readonly value: RuleValue;
}

/** What can't be read, and in which line, counted from 1. */
export interface YamlProblem {
  readonly line: number;
  readonly message: string;
}

/** Files of rules are small; a longer one is something else, and reading it would only take time. UTF-16 units. */
const LONGEST = 1_000_000;
/** Of lists and maps in each other: rules need four. */
const DEEPEST = 32;
/** How many values aliases may stand for: a few lines can make billions of them. */
const MOST_ALIASES = 100;

/** The documents of a YAML file, and what is wrong with those that can't be read; one does not cost another. */
export function yamlDocuments(text: string): {
  readonly documents: readonly YamlDocument[];
  readonly problems: readonly YamlProblem[];
} {
  const tooLong = `it has ${text.length} characters; a file of rules has no more than ${LONGEST}.`;
  if (text.length > LONGEST) return { documents: [], problems: [{ line: 1, message: tooLong }] };
  const documents: YamlDocument[] = [];
  const problems: YamlProblem[] = [];
  const lines = new LineCounter();
  const lineOf = (offset = 0): number => Math.max(1, lines.linePos(offset).line);
  try {
    const read = parseAllDocuments(text, { lineCounter: lines, prettyErrors: false, merge: true, uniqueKeys: false });
    for (const document of 'empty' in read ? [] : read) {
      const line = lineOf(document.contents?.range?.[0]);
      const [error] = document.errors;
      if (error !== undefined) {
        problems.push({ line: lineOf(error.pos[0]), message: wordsOf(error) });
        continue;
      }
      try {
        const doubled: Scalar[] = [];
        visit(document, { Scalar: keepSource, Map: (_, map) => noteDoubled(map, doubled) });
        const [key] = doubled;
        if (key !== undefined) {
          problems.push({
            line: lineOf(key.range?.[0]),
            message: `the key ${String(key.value)} stands twice in one map.`,
          });
          continue;
        }
        const value = ruleValueOf(document.toJS({ maxAliasCount: MOST_ALIASES, mapAsMap: true }), 0);
        if (value !== null) documents.push({ line, value });
      } catch (thrown) {
        problems.push({ line, message: wordsOf(thrown) });
      }
    }
  } catch (thrown) {
    problems.push({ line: 1, message: wordsOf(thrown) });
  }
  return { documents, problems };
}

/** The package calls itself for what stands in something else, as deep as a file goes. */
function wordsOf(thrown: unknown): string {
  if (thrown instanceof RangeError || (thrown instanceof Error && thrown.message.startsWith('Maximum call stack')))
    return DEEP;
  return shortened(thrown instanceof Error ? thrown.message : String(thrown));
}

/** Messages of the package repeat what stands in the file. */
function shortened(text: string): string {
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
}

const LONGEST_SHOWN = 160;

const DEEP = `lists and maps stand more than ${DEEPEST} deep in each other.`;

/** The package compares each key with all others, which takes minutes for a file that somebody made so. */
function noteDoubled(map: YAMLMap, doubled: Scalar[]): void {
  const seen = new Set<unknown>();
  for (const { key } of map.items) {
    if (!isScalar(key)) continue;
    if (seen.has(key.value)) doubled.push(key);
    seen.add(key.value);
  }
}

function keepSource(key: unknown, node: Scalar): void {
  if (key !== 'key' && typeof node.value === 'number')
    node.value = new RuleNumber(node.value, node.source ?? String(node.value));
}

function ruleValueOf(value: unknown, depth: number): RuleValue {
  if (depth > DEEPEST) throw new RangeError(DEEP);
  if (value instanceof RuleNumber || typeof value === 'string' || typeof value === 'boolean') return value;
  if (Array.isArray(value)) return value.map((each) => ruleValueOf(each, depth + 1));
  if (value instanceof Map) {
    const map = new Map<string, RuleValue>();
    for (const [key, each] of value)
      map.set(typeof key === 'string' ? key : keyText(key), ruleValueOf(each, depth + 1));
    return map;
  }
  return value === null || value === undefined ? null : String(value);
}

function keyText(key: unknown): string {
  return typeof key === 'number' || typeof key === 'boolean' ? String(key) : '';
}
