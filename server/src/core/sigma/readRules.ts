import { detectionTest } from './detection';
import { correlatedNames, correlationOf } from './readCorrelation';
import { type Level, levels, type Rule, type RuleTold } from './rule';
import { isMap, type RuleMap, type RuleValue, textsOf, writtenText } from './ruleValue';
import { allOf } from './test';
import { Unsupported } from './unsupported';
import { Work } from './work';
import { type YamlProblem, yamlDocuments } from './yamlDocuments';

/** A file of rules. */
export interface RuleFile {
  /** As it is called below the folder that was named. */
  readonly name: string;
  readonly text: string;
}

/** What can't be read in a file of rules. */
export interface RuleProblem extends YamlProblem {
  readonly file: string;
}

export interface RulesRead {
  /** In the order of the files and their documents. */
  readonly rules: readonly Rule[];
  readonly problems: readonly RuleProblem[];
}

/** A document of a file that is, or says something of, a rule. */
interface Written {
  readonly told: RuleTold;
  readonly map: RuleMap;
}

/** Reads Sigma rules: what is wrong with one, or not supported, is said of it, and costs no other. */
export function readRules(files: readonly RuleFile[]): RulesRead {
  const written: Written[] = [];
  const filters: RuleMap[] = [];
  const problems: RuleProblem[] = [];
  for (const { name: file, text } of files) {
    const { documents, problems: found } = yamlDocuments(text);
    for (const problem of found) problems.push({ file, ...problem });
    for (const { line, value } of documents) {
      if (!isMap(value) || !isOfSigma(value))
        problems.push({ file, line, message: 'this is no Sigma rule: it has neither detection nor correlation.' });
      else if (value.has('filter')) filters.push(value);
      else written.push({ told: toldOf(file, line, value), map: value });
    }
  }
  const asked = written.map(({ map }) => askedOf(map));
  applyFilters(filters, written, asked);
  const quiet = correlate(written, asked);
  const rules = written.map(({ told }, at) => ({
    ...told,
    asked: asked[at] ?? unsupported(['It can’t be read.']),
    isQuiet: quiet.has(at),
  }));
  return { rules, problems: problems.sort((left, right) => order(files, left) - order(files, right)) };
}

function order(files: readonly RuleFile[], problem: RuleProblem): number {
  return files.findIndex(({ name }) => name === problem.file);
}

function isOfSigma(map: RuleMap): boolean {
  return ['detection', 'correlation', 'filter', 'action'].some((key) => map.has(key));
}

function toldOf(file: string, line: number, map: RuleMap): RuleTold {
  const text = (key: string): string => writtenText(map.get(key)) ?? '';
  const level = text('level').toLowerCase();
  return {
    file,
    line,
    id: text('id'),
    name: text('name'),
    title: text('title'),
    level: levels.find((each): each is Level => each === level),
    status: text('status'),
    description: text('description'),
    tags: textsOf(map.get('tags')),
    references: textsOf(map.get('references')),
    falsepositives: textsOf(map.get('falsepositives')),
    fields: textsOf(map.get('fields')),
  };
}

type Asked = Rule['asked'];

function unsupported(reasons: readonly string[], isOfOtherLogs = false): Asked {
  return { kind: 'unsupported', reasons, isOfOtherLogs };
}

/** What `Unsupported` says becomes what the rule says of itself. */
function tried(make: () => Asked): Asked {
  try {
    return make();
  } catch (error) {
    if (error instanceof Unsupported) return unsupported([error.message]);
    throw error;
  }
}

function askedOf(map: RuleMap): Asked {
  if (map.has('action')) return unsupported(['It uses action, with which Sigma once shared parts between rules.']);
  if (map.has('correlation')) return unsupported(['It is a correlation that can’t be read.']);
  const detection = map.get('detection');
  if (!isMap(detection)) return unsupported(['Its detection is no map.']);
  const other = otherLogs(map.get('logsource'));
  if (other !== undefined) return unsupported([other], true);
  return tried(() => {
    const work = new Work();
    return { kind: 'event', test: detectionTest(detection, work), work };
  });
}

/** For which other logs a rule is; undefined for one of CloudTrail, or of all logs. */
function otherLogs(logsource: RuleValue | undefined): string | undefined {
  if (!isMap(logsource)) return undefined;
  const named = ['product', 'service', 'category'].flatMap((key) => {
    const value = writtenText(logsource.get(key)) ?? '';
    return value === '' ? [] : [{ key, value }];
  });
  const isOurs = named.every(({ key, value }) => OURS[key] === value.toLowerCase());
  if (isOurs) return undefined;
  return `It is not for CloudTrail: its logs are of ${named.map(({ key, value }) => `${key} ${value}`).join(', ')}.`;
}

const OURS: Readonly<Record<string, string>> = { product: 'aws', service: 'cloudtrail' };

/** A filter of Sigma says for other rules what their events must be, too. */
function applyFilters(filters: readonly RuleMap[], written: readonly Written[], asked: Asked[]): void {
  for (const map of filters) {
    const filter = map.get('filter');
    if (!isMap(filter)) continue;
    const names = textsOf(filter.get('rules'));
    const isForAll = names.length === 1 && names[0]?.toLowerCase() === 'any';
    const own = new Map([...filter].filter(([key]) => key !== 'rules'));
    for (const [at, { told }] of written.entries()) {
      const rule = asked[at];
      if (rule?.kind !== 'event' || !(isForAll || names.some((name) => name === told.id || name === told.name)))
        continue;
      asked[at] = tried(() => ({ ...rule, test: allOf([rule.test, detectionTest(own, rule.work)]) }));
    }
  }
}

/**
 * Reads the correlations, each when the rules that it is of are read.
 *
 * @returns the positions of rules that only serve correlations
 */
function correlate(written: readonly Written[], asked: Asked[]): ReadonlySet<number> {
  const positions = new Map<string, number>();
  for (const [at, { told }] of written.entries())
    for (const name of [told.id, told.name]) if (name !== '' && !positions.has(name)) positions.set(name, at);
  const waiting = new Map<number, RuleMap>();
  for (const [at, { map }] of written.entries()) {
    const correlation = map.get('correlation');
    if (isMap(correlation) && !map.has('action')) waiting.set(at, correlation);
  }
  const all = [...waiting];
  for (let left = -1; left !== waiting.size; ) {
    left = waiting.size;
    for (const [at, correlation] of waiting) {
      const of = correlatedNames(correlation).flatMap((name) => positions.get(name) ?? []);
      if (of.some((each) => waiting.has(each))) continue;
      waiting.delete(at);
      asked[at] = correlationAsked(correlation, written, asked, of, positions);
    }
  }
  for (const at of waiting.keys())
    asked[at] = unsupported(['It is a correlation of itself, by way of those it is of.']);
  return quietIn(all, written, asked, positions);
}

/** Rules that a correlation is of, and that no correlation tells beside itself. Without the correlation they speak for themselves. */
function quietIn(
  all: readonly (readonly [number, RuleMap])[],
  written: readonly Written[],
  asked: readonly Asked[],
  positions: ReadonlyMap<string, number>,
): ReadonlySet<number> {
  const serving = new Set<number>();
  const speaking = new Set<number>();
  for (const [at, correlation] of all) {
    if (asked[at]?.kind !== 'correlation') continue;
    const isTold = isTrue(written[at]?.map.get('generate')) || isTrue(correlation.get('generate'));
    for (const name of correlatedNames(correlation)) {
      const position = positions.get(name);
      if (position !== undefined) (isTold ? speaking : serving).add(position);
    }
  }
  return new Set([...serving].filter((at) => !speaking.has(at)));
}

function correlationAsked(
  correlation: RuleMap,
  written: readonly Written[],
  asked: readonly Asked[],
  of: readonly number[],
  positions: ReadonlyMap<string, number>,
): Asked {
  const missing = of.flatMap((each) => {
    const rule = asked[each];
    if (rule?.kind !== 'unsupported') return [];
    const { told, map } = written[each] ?? {};
    const name = told?.name === '' ? told.title : told?.name;
    const why = map?.has('correlation') ? '' : ` ${rule.reasons.join(' ')}`;
    return [`It is a correlation of ${name}, which gives no events.${why}`];
  });
  if (missing.length > 0) {
    const areOther = of.every((each) => {
      const rule = asked[each];
      return rule?.kind === 'unsupported' && rule.isOfOtherLogs;
    });
    return unsupported(missing, areOther);
  }
  return tried(() => ({
    kind: 'correlation',
    correlation: correlationOf(correlation, (name) => positions.get(name)),
  }));
}

function isTrue(value: RuleValue | undefined): boolean {
  return writtenText(value)?.toLowerCase() === 'true';
}
