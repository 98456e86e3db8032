import { analyze } from '../../server/src/core/check/analyze';
import { IdsOfLog } from '../../server/src/core/check/otherContent';
import { ruleOf } from '../../server/src/core/check/rules';
import { UnlikeName } from '../../server/src/core/check/unlikeName';
import { locate } from '../../server/src/core/read/locate';
import type { EventRecord, LogOutline, Problem, Span } from '../../server/src/core/record';

/** A log read to its end. */
export interface ReadLog {
  readonly text: string;
  readonly records: readonly EventRecord[];
  readonly outline: LogOutline;
}

/** @param path of the log, where its name matters */
export function readLog(text: string, path = ''): ReadLog {
  const records: EventRecord[] = [];
  const pieces = analyze(text);
  const ids = new IdsOfLog(text);
  const unlike = UnlikeName.of<number>(path);
  let next = pieces.next();
  while (!next.done) {
    const record = next.value;
    const repeated = ids.problemOf(record);
    unlike?.take(record, records.length, true);
    records.push(repeated === undefined ? record : withProblem(record, repeated));
    next = pieces.next();
  }
  for (const { first, problem } of unlike?.problems(next.value) ?? []) {
    const record = records[first];
    if (record !== undefined) records[first] = withProblem(record, problem);
  }
  return { text, records, outline: next.value };
}

function withProblem(record: EventRecord, problem: Problem): EventRecord {
  return { ...record, problems: [...record.problems, problem] };
}

/** A problem with its place in the log; `record` is absent for problems between records. */
export interface PlacedProblem {
  readonly problem: Problem;
  readonly span: Span;
  readonly record: EventRecord | undefined;
}

/** Every problem of a log in the order of the text. */
export function problemsOf({ text, records, outline }: ReadLog): readonly PlacedProblem[] {
  const placed: PlacedProblem[] = outline.problems.map((problem) => ({
    problem,
    span: locate(text, undefined, problem),
    record: undefined,
  }));
  for (const record of records) {
    for (const problem of record.problems) placed.push({ problem, span: locate(text, record, problem), record });
  }
  return placed.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

/** The problems that say that the text is not JSON. */
export function brokenJson(log: ReadLog): readonly PlacedProblem[] {
  return problemsOf(log).filter(
    ({ problem }) => problem.code.startsWith('WT1') && ruleOf(problem.code).severity === 'error',
  );
}

/** The name of a problem's rule: `missing-comma`. */
export function nameOf(problem: Problem): string {
  return ruleOf(problem.code).name;
}
