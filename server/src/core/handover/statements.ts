import type { Condition } from './condition';
import { dayOf, type Hull, lastDelivery } from './daysAsked';
import { type Engine, filled, type Statement } from './engine';
import type { HandedOver, LogsPlace } from './handedOver';
import { ACCOUNT, BUCKET, logsFolder, REGION } from './logsFolder';
import { placePattern } from './placePattern';
import { madeColumns } from './printCondition';
import { literalFor } from './printMaking';
import { resultColumns } from './resultColumns';
import type { TrailPlaces } from './trailPlaces';

/** A question that an engine is asked. */
export interface AskedThere {
  readonly engine: Engine;
  readonly over: HandedOver;
  readonly condition: Condition;
  readonly hull: Hull;
  /** The condition in the language of the engine. */
  readonly where: string;
}

/** A statement to be run. */
export interface MadeStatement {
  readonly does: string;
  readonly text: string;
  /** What is to be filled in, and what else has to be known of it. */
  readonly notes: readonly string[];
}

/** Before it there was no CloudTrail. */
const FIRST_DAY = '2013-11-01';
const LAST_DAY = '9999/12/31';

/** The statements for one trail. @param at its position, by which tables are told apart */
export function statementsFor(asked: AskedThere, trail: TrailPlaces, at: number): readonly MadeStatement[] {
  const parts = partsFor(asked, trail, at);
  const made = asked.engine.statements.map((statement) => ({
    does: statement.does,
    text: textOf(statement, parts),
    notes: statement.what === 'table' ? tableNotes(trail, at) : notesOf(asked),
  }));
  return [...choosing(asked), ...made];
}

/** The logs of folders in which some are left out, where an engine has to choose them before it reads them. */
function choosing({ engine, over }: AskedThere): readonly MadeStatement[] {
  const { chosen } = engine.wildcards ?? {};
  if (chosen === undefined) return [];
  const texts = over.files.flatMap((file, at) => {
    const place = literalFor(engine, placePattern(file, engine).pattern);
    const condition = notLeftOut(engine, file);
    return condition === '' ? [] : [filled(chosen, { logs: logsName(at), place, condition })];
  });
  return texts.length === 0
    ? []
    : [{ does: "Which logs are read: all but those that can't be.", text: texts.join('\n'), notes: [] }];
}

function logsName(at: number): string {
  return `logs_${at + 1}`;
}

/** What holds for the files of a place that are not left out; empty where none is. */
function notLeftOut(engine: Engine, { except = [] }: LogsPlace): string {
  const { leftOut } = engine.wildcards ?? {};
  if (leftOut === undefined) return '';
  // What comes before is spelled in other ways by the engine.
  const ends = except.map((path) => `/${path.replace(/^(?:.*\/)?\.{1,2}\/|^\//, '')}`);
  return ends.map((end) => filled(leftOut, { path: literalFor(engine, end) })).join(' AND ');
}

/** Where nothing is to be put, there is no line. */
function textOf({ lines }: Statement, parts: Readonly<Record<string, string>>): string {
  return lines
    .map((line) => filled(line, parts))
    .filter((line) => line.trim() !== '')
    .join('\n');
}

function partsFor(asked: AskedThere, trail: TrailPlaces, at: number): Readonly<Record<string, string>> {
  const { engine, over, where, condition } = asked;
  const columns = engine.columns ?? [];
  const accounts = orElse(trail.accounts, ACCOUNT);
  const regions = orElse(trail.regions, REGION);
  const quoted = (texts: readonly string[]): string => texts.map((text) => `'${text}'`).join(', ');
  const names = columns.map(({ name }) => name);
  return {
    condition: where,
    made: madeColumns(condition, engine)
      .map((column) => `,\n    ${column}`)
      .join(''),
    table: at === 0 ? 'cloudtrail_logs' : `cloudtrail_logs_${at + 1}`,
    columns: columns.map(({ name, type }) => `${name} ${type}`).join(',\n  '),
    names: names.join(', '),
    results: resultColumns(columns).join(',\n  '),
    serde: engine.serdes?.[over.serde ?? 'json'] ?? '',
    location: `s3://${logsFolder(trail)}`,
    accounts: accounts.join(','),
    regions: regions.join(','),
    accountList: quoted(accounts),
    regionList: quoted(regions),
    firstDay: firstDay(asked, trail).replaceAll('-', '/'),
    days: daysLine(asked),
    sources: sources(asked).join('\n  UNION ALL\n  '),
    end: engine.escaping === 'insights' ? '' : ';',
  };
}

function orElse(found: readonly string[], placeholder: string): readonly string[] {
  return found.length === 0 ? [placeholder] : found;
}

/** The first day that may be asked for: of the question, or the first that paths name. */
function firstDay({ hull }: AskedThere, { days }: TrailPlaces): string {
  const [named = FIRST_DAY] = days;
  if (!Number.isFinite(hull.from)) return named;
  const asked = dayOf(hull.from);
  return asked < named ? asked : named;
}

function daysLine({ engine, hull: { from, to } }: AskedThere): string {
  const isBounded = Number.isFinite(from) || Number.isFinite(to);
  if (!isBounded || from >= to || engine.spelled.days === undefined) return '';
  const first = Number.isFinite(from) ? dayOf(from).replaceAll('-', '/') : '';
  const last = Number.isFinite(to) ? lastDelivery(to).replaceAll('-', '/') : LAST_DAY;
  return filled(engine.spelled.days, { from: literalFor(engine, first), to: literalFor(engine, last) });
}

/** Where nothing of this machine was read, a name that is to be filled in. */
const SOME_LOGS = 'AWSLogs/**/*.json.gz';

function sources({ engine, over }: AskedThere): readonly string[] {
  const { source } = engine.spelled;
  if (source === undefined) return [];
  if (over.files.length === 0) return [filled(source, { place: literalFor(engine, SOME_LOGS) })];
  const { chosen, chosenPlace } = engine.wildcards ?? {};
  return over.files.map((file, at) => {
    const condition = notLeftOut(engine, file);
    if (condition !== '' && chosen !== undefined && chosenPlace !== undefined)
      return filled(source, { place: filled(chosenPlace, { logs: logsName(at) }) });
    const { pattern, isWider } = placePattern(file, engine);
    const alone = isWider ? (engine.wildcards?.alone ?? '') : '';
    const all = filled(source, { place: literalFor(engine, pattern) });
    const only = filled(alone, { path: literalFor(engine, file.path) });
    return condition === '' ? `${all}${only}` : `${all}${only === '' ? ' WHERE' : `${only} AND`} ${condition}`;
  });
}

function tableNotes(trail: TrailPlaces, at: number): readonly string[] {
  const { bucket, accounts, regions, days } = trail;
  const table = at === 0 ? 'cloudtrail_logs' : `cloudtrail_logs_${at + 1}`;
  return [
    ...(bucket === undefined
      ? [
          `Fill in: ${BUCKET}, the bucket of the trail, and behind it what stands before AWSLogs there. No path here names it.`,
        ]
      : []),
    ...(accounts.length === 0 ? [`Fill in: ${ACCOUNT}, the accounts of the trail, with commas between.`] : []),
    ...(regions.length === 0 ? [`Fill in: ${REGION}, the Regions of the trail, with commas between.`] : []),
    `The table ${table} has only the accounts and Regions that ${accounts.length === 0 ? 'are filled in' : 'paths here name'}; what the trail has beside them, add to it.`,
    days.length === 0
      ? `Its days begin where CloudTrail began: a later one in the range of days makes it quicker.`
      : `Its days begin with the first that paths here name, or the question: set the range of days back to look further.`,
  ];
}

function notesOf({ engine, hull: { from, to }, over }: AskedThere): readonly string[] {
  const isTimed = Number.isFinite(from) || Number.isFinite(to);
  if (engine.reads === 'files') return over.files.length === 0 ? [`Fill in: ${SOME_LOGS}, where the logs lie.`] : [];
  if (engine.reads === 'bucket')
    return isTimed
      ? [
          'Of days, those of the question are read and the one behind them, since logs are delivered late by hours at most.',
        ]
      : ['The question asks for no time: all days of the table are read.'];
  return [];
}
