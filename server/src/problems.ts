import type { Diagnostic } from 'vscode-languageserver';
import { type Analysis, faultyRecords } from './analysis';
import { type EventRecord, locator, type Problem, ruleOf, type Severity } from './core';
import { diagnosticOf, noteOn } from './lsp';
import { SECTION, type TrailSettings } from './settings';

/** A problem, the record it is in (none for what stands between records) and how loud it is under these settings. */
interface Shown {
  readonly record: EventRecord | undefined;
  readonly problem: Problem;
  readonly severity: Exclude<Severity, 'off'>;
}

const LOUDEST_FIRST: readonly Shown['severity'][] = ['error', 'warning', 'information', 'hint'];

/**
 * What the Problems list shows of a log, by position. Yields now and then, because a place is looked for in the text only
 * when its problem is shown, and that can take a while.
 */
export function* diagnosticsOf(analysis: Analysis, settings: TrailSettings): Generator<void, readonly Diagnostic[]> {
  const { text } = analysis;
  if (analysis.hasFailed) {
    return [
      noteOn(
        text,
        'This log could not be analysed, because of a mistake in WorkMail Trail; other logs are not affected.',
      ),
    ];
  }
  const all = shownOf(analysis, settings);
  const { maxProblems } = settings;
  const isCut = all.length > maxProblems;
  const diagnostics: Diagnostic[] = [];
  let last: EventRecord | undefined;
  let find = locator(text, undefined);
  for (const { record, problem, severity } of isCut ? loudest(all, maxProblems - 1) : all) {
    if (record !== last) find = locator(text, record);
    last = record;
    diagnostics.push(diagnosticOf(text, find(problem), problem, severity));
    yield;
  }
  diagnostics.sort((a, b) => byPosition(a.range.start, b.range.start) || byPosition(a.range.end, b.range.end));
  // The sentence itself counts: VS Code shows no more than the maximum, whoever it comes from.
  return isCut ? [noteOn(text, cutNote(maxProblems - 1, all.length)), ...diagnostics] : diagnostics;
}

function shownOf(analysis: Analysis, { severities }: TrailSettings): readonly Shown[] {
  const shown: Shown[] = [];
  const add = (record: EventRecord | undefined, problem: Problem): void => {
    const severity = severities.get(problem.code) ?? ruleOf(problem.code).severity;
    if (severity !== 'off') shown.push({ record, problem, severity });
  };
  for (const problem of analysis.outline.problems) add(undefined, problem);
  for (const record of faultyRecords(analysis)) {
    for (const problem of record.problems) add(record, problem);
  }
  return shown;
}

/** The loudest problems, and of one loudness the first ones. */
function loudest(all: readonly Shown[], count: number): readonly Shown[] {
  const kept: Shown[] = [];
  for (const severity of LOUDEST_FIRST) {
    for (const each of all) {
      if (kept.length >= count) return kept;
      if (each.severity === severity) kept.push(each);
    }
  }
  return kept;
}

function cutNote(shown: number, total: number): string {
  const counted = `Showing ${words(shown)} of ${words(total)} problems, the most severe first.`;
  return `${counted} The setting ${SECTION}.maxProblems says how many are shown; ${SECTION}.rules can silence a rule.`;
}

/** English digit groups, like the words around them. */
function words(count: number): string {
  return count.toLocaleString('en-US');
}

function byPosition(a: { line: number; character: number }, b: { line: number; character: number }): number {
  return a.line - b.line || a.character - b.character;
}
