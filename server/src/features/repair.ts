import type { Disposable } from 'vscode-languageserver';
import { type EventRecord, inOrder, label, locate, messageOf, type Problem, repairedCopy, ruleOf } from '../core';
import { type Analysis, faultyRecords } from '../documents/analysis';
import { allFixes, type Fix } from '../documents/fixes';
import { RepairRequest, type RepairResult } from '../wire/protocol';
import type { ServerContext } from './context';

/** A text that is hardly a log can have millions of problems, and nobody reads them. */
const MOST_SENTENCES = 1000;

/** Repairs of a whole log at once, for a copy: the log itself is never touched. */
export function register({ connection, documents }: ServerContext): Disposable {
  return connection.onRequest(RepairRequest, async ({ uri }, token) => {
    const analysis = await documents.newest(uri, token);
    return analysis === undefined ? null : repaired(analysis);
  });
}

function repaired(analysis: Analysis): RepairResult {
  const { text, made, refused, isBroken } = repairedCopy(analysis.text.whole(), Array.from(allFixes(analysis)));
  // Where two repairs want the same characters only one is made, and what the other was for shows up again in the copy.
  const edits = new Set(inOrder(made.flatMap((fix) => fix.edits)));
  const complete = made.filter((fix) => fix.edits.every((edit) => edits.has(edit)));
  const left = [...leftOf(analysis), ...refusedOf(analysis, refused)];
  return { text, repaired: complete.length, left: left.length === 0 && isBroken ? [STILL_BROKEN] : left };
}

const STILL_BROKEN = 'The copy is still not JSON: see its problems.';

/** Repairs that would have cost a whole event, as sentences. */
function refusedOf({ text }: Analysis, refused: readonly Fix[]): readonly string[] {
  const left = refused.slice(0, MOST_SENTENCES).map(({ title, span }) => {
    const { line } = text.positionAt(span.start);
    return `Line ${line + 1}: “${title}” is left out: it would change an event that is whole.`;
  });
  return refused.length > left.length ? [...left, `And ${refused.length - left.length} more.`] : left;
}

function leftOf(analysis: Analysis): readonly string[] {
  const left: string[] = [];
  let more = 0;
  for (const [record, problem] of unrepaired(analysis)) {
    if (left.length < MOST_SENTENCES) left.push(told(analysis, record, problem));
    else more++;
  }
  return more === 0 ? left : [...left, `And ${more} more.`];
}

/** What is broken and can't be repaired without inventing facts. */
function* unrepaired(analysis: Analysis): Generator<readonly [EventRecord | undefined, Problem]> {
  for (const problem of analysis.outline.problems) if (isLeft(problem)) yield [undefined, problem];
  for (const record of faultyRecords(analysis)) {
    if (record.malformed !== 'syntax') continue;
    for (const problem of record.problems) if (isLeft(problem)) yield [record, problem];
  }
}

function isLeft(problem: Problem): boolean {
  return problem.edits === undefined && ruleOf(problem.code).severity === 'error';
}

function told({ text }: Analysis, record: EventRecord | undefined, problem: Problem): string {
  const { start } = locate(text, record, problem);
  return `Line ${text.positionAt(start).line + 1}: ${label(messageOf(problem), 600)}`;
}
