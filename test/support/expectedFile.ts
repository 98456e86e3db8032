import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { messageOf, ruleOf } from '../../server/src/core/check/rules';
import { ownReading } from '../../server/src/core/read/own/ownReading';
import type { EventRecord, Span } from '../../server/src/core/record';
import { projectRoot } from './projectRoot';
import { problemsOf, type ReadLog, readLog } from './readLog';

/** A log among the fixtures, and the file beside it that says what must be found. */
export interface Fixture {
  /** `damage/missing-comma.json`. */
  readonly name: string;
  readonly file: string;
  readonly expectedFile: string;
}

const EXPECTED = '.expected.json';
const folder = (): string => path.join(projectRoot(), 'test', 'fixtures');

/**
 * Every log below `test/fixtures` but for seeds, kept edits, forms, the cases of rules and sequences, and what others tell: tests of their own read
 * those.
 */
export function fixtures(): readonly Fixture[] {
  return files()
    .filter((name) => !name.endsWith(EXPECTED))
    .map((name) => ({
      name,
      file: path.join(folder(), name),
      expectedFile: path.join(folder(), name.replace(/\.\w+$/, EXPECTED)),
    }));
}

/** Files with expectations whose log is gone. */
export function lonelyExpectations(): readonly string[] {
  const wanted = new Set(fixtures().map(({ expectedFile }) => expectedFile));
  return files().filter((name) => name.endsWith(EXPECTED) && !wanted.has(path.join(folder(), name)));
}

function files(): readonly string[] {
  return readdirSync(folder(), { recursive: true, encoding: 'utf8' })
    .filter((name) =>
      /^(?!(?:seeds|recovery|edits|forms|sequences|sigma|handover|readers)[/\\])[^/\\]+[/\\].*\.\w+$/.test(name),
    )
    .map((name) => name.split(path.sep).join('/'))
    .sort();
}

/**
 * Compares what is found in a fixture with its expected file. With UPDATE_EXPECTED set, writes that file instead, and
 * says so: what was written is only what was found, and has to be read before it is believed.
 */
export function assertAsExpected({ name, file, expectedFile }: Fixture): void {
  const found = foundIn(readLog(readFileSync(file, 'utf8'), name));
  if (process.env.UPDATE_EXPECTED !== undefined) {
    if (!existsSync(expectedFile) || readFileSync(expectedFile, 'utf8') !== found) {
      writeFileSync(expectedFile, found);
      console.warn(`UPDATE_EXPECTED: wrote what was found in ${name}. Read it before you commit it.`);
    }
    return;
  }
  assert.ok(existsSync(expectedFile), `${name} has no expected file. UPDATE_EXPECTED=1 npm test -- data writes it.`);
  assert.equal(found, readFileSync(expectedFile, 'utf8'));
}

/** The codes of all problems that some fixture expects. */
export function expectedCodes(): ReadonlySet<string> {
  const codes = new Set<string>();
  for (const { expectedFile } of fixtures()) {
    for (const [, code = ''] of readFileSync(expectedFile, 'utf8').matchAll(/"code": "(WT\d+)"/g)) codes.add(code);
  }
  return codes;
}

/** All that is found in a log, one event or problem a line. Ranges are line:character, both zero based. */
function foundIn(log: ReadLog): string {
  const { text, records, outline } = log;
  const lines = new Lines(text);
  const events = records.map((record) => ({
    index: record.index,
    ...toldOf(record),
    malformed: record.malformed,
    range: lines.range(record),
  }));
  const problems = problemsOf(log).map(({ problem, span, record }) => ({
    code: problem.code,
    severity: ruleOf(problem.code).severity,
    message: messageOf(problem),
    range: lines.range(span),
    shown: shown(text, span),
    event: record?.index ?? null,
    fix: problem.edits !== undefined,
  }));
  const list = (items: readonly object[]) => (items.length === 0 ? '[]' : `[\n${items.map(oneLine).join(',\n')}\n  ]`);
  const kind = outline.kind === undefined ? '' : `  "kind": ${JSON.stringify(outline.kind)},\n`;
  return `{\n  "container": "${outline.container}",\n${kind}  "events": ${list(events)},\n  "problems": ${list(problems)}\n}\n`;
}

/** What tells an event from others; of WorkMail's own logs what their readers go by. */
function toldOf({ event, service, around }: EventRecord): object {
  const own = service === 'own' ? ownReading(event, around) : undefined;
  if (own === undefined) {
    return {
      eventID: event?.eventID ?? null,
      eventName: event?.eventName ?? null,
      eventSource: event?.eventSource ?? null,
    };
  }
  const { log, time, act, allowed, user, name, address } = own;
  return {
    log: log.id,
    time: time === undefined ? null : new Date(time).toISOString(),
    act,
    allowed: allowed ?? null,
    user: user || name || null,
    address: address || null,
  };
}

function oneLine(item: object): string {
  const members = Object.entries(item).map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`);
  return `    { ${members.join(', ')} }`;
}

/** The characters of a problem, for people who review an expected file. */
function shown(text: string, { start, end }: Span): string {
  return end - start > 60 ? `${text.slice(start, start + 50)} … ${text.slice(end - 7, end)}` : text.slice(start, end);
}

/** Offsets as lines and characters, with the line ends of the Language Server Protocol. */
class Lines {
  private readonly starts: readonly number[];

  constructor(text: string) {
    this.starts = [0, ...[...text.matchAll(/\r\n|\n|\r/g)].map((match) => match.index + match[0].length)];
  }

  range({ start, end }: Span): string {
    return `${this.position(start)}-${this.position(end)}`;
  }

  private position(offset: number): string {
    let line = this.starts.length - 1;
    while (line > 0 && (this.starts[line] ?? 0) > offset) line--;
    return `${line}:${offset - (this.starts[line] ?? 0)}`;
  }
}
