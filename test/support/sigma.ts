/** Sigma rules asked of logs in tests, as the product asks them and in the plain way. */
import { analyze, type JsonObject, parseObject } from '../../server/src/core';
import { holds } from '../../server/src/core/sigma/holds';
import { AskedRecord } from '../../server/src/core/sigma/recordValues';
import { type Rule, RuleAnswers, readRules } from '../../server/src/core/sigma/sigmaEngine';
import type { FileStretch } from '../../server/src/host/logFiles';
import { scanExtracted } from '../../server/src/node/scan/extracted';
import { KeptRows } from '../../server/src/node/scan/keptRows';
import { ReceivedRows, stretchesIn } from '../../server/src/node/scan/receivedRows';
import { recordsAgain } from '../../server/src/node/scan/recordsAgain';
import { scanText } from '../../server/src/places/scanText';
import { newExtractor } from './extractor';

/** A rule for CloudTrail as text: JSON is YAML, too. */
export function ruleText(detection: unknown, more: Readonly<Record<string, unknown>> = {}): string {
  const logsource = { product: 'aws', service: 'cloudtrail' };
  return JSON.stringify({ title: 'A rule', logsource, level: 'medium', ...more, detection });
}

/** Several documents of one file. */
export function documents(...texts: readonly string[]): string {
  return texts.join('\n---\n');
}

/** The only rule of a text. */
export function ruleIn(text: string): Rule {
  const { rules, problems } = readRules([{ name: 'rule.yml', text }]);
  const [rule] = rules;
  if (rule === undefined) throw new Error(`There is no rule: ${JSON.stringify(problems)}`);
  return rule;
}

/** Whether a record answers a detection, in the plain way; why not, where it can't be asked. */
export function answersDetection(detection: unknown, event: JsonObject): boolean | string {
  const { asked } = ruleIn(ruleText(detection));
  if (asked.kind === 'event') return holds(asked.test, new AskedRecord(event));
  return asked.kind === 'unsupported' ? asked.reasons.join(' ') : 'a correlation';
}

/** The same for one item of a detection. */
export function answersItem(key: string, value: unknown, event: JsonObject): boolean | string {
  return answersDetection({ selection: { [key]: value }, condition: 'selection' }, event);
}

/** A log of these events in CloudTrail's form. */
export function logOf(events: readonly JsonObject[]): string {
  return JSON.stringify({ Records: events });
}

/** What came of a rule: its title, its events as `log:index` in the order of time, and why there are none. */
export type Outcome = readonly [title: string, events: readonly string[], unsupported?: string];

/** Asks rules as the product does: the extractor's rows first, then the records that rows do not tell. */
export function outcomes(rules: string, logs: readonly string[]): readonly Outcome[] {
  return outcomesOf(readRules([{ name: 'rules.yml', text: rules }]).rules, logs).outcomes;
}

/** The same, with the number of records that had to be read. */
export function outcomesOf(
  rules: readonly Rule[],
  logs: readonly string[],
): { readonly outcomes: readonly Outcome[]; readonly recordsRead: number } {
  const answers = new RuleAnswers<number>(rules, 1);
  let recordsRead = 0;
  for (const [log, text] of logs.entries()) {
    const { rows, read } = answers.add(log, stretchesOf(text));
    recordsRead += rows.length;
    const records = recordsAgain(text, rows);
    for (const [at, row] of rows.entries()) read(row, records[at]);
  }
  const told = answers.answers((left, right) => left - right);
  return {
    recordsRead,
    outcomes: told.map(({ rule, events, unsupported }): Outcome => {
      const places = events.map(({ log, index }) => `${log}:${index}`);
      return unsupported.length === 0 ? [rule.title, places] : [rule.title, places, unsupported.join(' ')];
    }),
  };
}

/** Which records answer each rule in the plain way: all are read as JSON, and asked. Copies are not told apart. */
export function plainEvents(rules: readonly Rule[], log: string): readonly (readonly number[])[] {
  const records = Array.from(analyze(log)).flatMap(({ index, event }) =>
    event === undefined ? [] : [{ index, record: new AskedRecord(event) }],
  );
  return rules.map(({ asked }) =>
    asked.kind === 'event' ? records.filter(({ record }) => holds(asked.test, record)).map(({ index }) => index) : [],
  );
}

function stretchesOf(text: string): readonly FileStretch[] {
  const extractor = newExtractor();
  const rows = new KeptRows(extractor, true);
  const found = scanExtracted(Buffer.from(text), { service: 'none' }, extractor, rows);
  if (found === undefined) scanText(text, { service: 'none' }, (record, isWanted) => rows.add(record, isWanted));
  const told = rows.endFile();
  return stretchesIn(new ReceivedRows().take(rows.take()), told);
}

/** A record as JSON gives it. @throws Error for a text that is none */
export function parsed(text: string): JsonObject {
  const event = parseObject(text);
  if (event === undefined) throw new Error(`This is no record: ${text}`);
  return event;
}
