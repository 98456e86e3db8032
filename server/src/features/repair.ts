import type { Disposable } from 'vscode-languageserver';
import type { Analysis } from '../analysis';
import type { ServerContext } from '../context';
import { applyEdits, type EventRecord, inOrder, label, locate, messageOf, type Problem, ruleOf } from '../core';
import { allFixes } from '../fixes';
import { RepairRequest, type RepairResult } from '../protocol';

/** Repairs of a whole log at once, for a copy: the log itself is never touched. */
export function register({ connection, documents }: ServerContext): Disposable {
  return connection.onRequest(RepairRequest, async ({ uri }, token) => {
    const analysis = await documents.newest(uri, token);
    return analysis === undefined ? null : repaired(analysis);
  });
}

function repaired(analysis: Analysis): RepairResult {
  const fixes = Array.from(allFixes(analysis));
  const edits = inOrder(fixes.flatMap((fix) => fix.edits));
  // Where two repairs want the same characters only one is made, and what the other was for shows up again in the copy.
  const made = new Set(edits);
  const complete = fixes.filter((fix) => fix.edits.every((edit) => made.has(edit)));
  return {
    text: applyEdits(analysis.text.getText(), edits),
    repaired: complete.length,
    left: Array.from(unrepaired(analysis)),
  };
}

/** What is broken and can't be repaired without inventing facts. */
function* unrepaired(analysis: Analysis): Generator<string> {
  for (const problem of analysis.outline.problems) if (isLeft(problem)) yield told(analysis, undefined, problem);
  for (const record of analysis.records) {
    if (record.malformed !== 'syntax') continue;
    for (const problem of record.problems) if (isLeft(problem)) yield told(analysis, record, problem);
  }
}

function isLeft(problem: Problem): boolean {
  return problem.edits === undefined && ruleOf(problem.code).severity === 'error';
}

function told({ text }: Analysis, record: EventRecord | undefined, problem: Problem): string {
  const { start } = locate(text.getText(), record, problem);
  return `Line ${text.positionAt(start).line + 1}: ${label(messageOf(problem), 600)}`;
}
