import type { Diagnostic } from 'vscode-languageserver';
import { codeOf, locator, type Problem, ruleOf, type Severity, type Span } from '../core/index';
import { SECTION, type TrailSettings } from '../wire/settings';
import { type Analysis, type FaultyRow, faultyRows } from './analysis';
import { diagnosticOf, messageText, noteOn } from './lsp';
import { otherContents } from './otherContents';
import { BlocksUnlikeName, unlikeNames } from './unlikeNames';

/**
 * Where problems stand in their records, and what is said of them. A problem and its record are what they were as long as no
 * edit has touched them, so after a keystroke only what has changed is looked for again.
 */
export class Findings {
  /** What the names of logs were compared with. */
  readonly names = new BlocksUnlikeName();
  readonly #known = new WeakMap<Problem, Found>();

  /** @param find is asked for the problem's place only where it is not known; it counts from the record's start, too */
  of(problem: Problem, find: () => Span): Found {
    const known = this.#known.get(problem) ?? { span: find(), message: messageText(problem) };
    this.#known.set(problem, known);
    return known;
  }
}

interface Found {
  /** Counted from the start of the record. */
  readonly span: Span;
  readonly message: string;
}

/** A problem, the record it is in (none for what stands between records) and how loud it is under these settings. */
interface Shown {
  readonly row: FaultyRow | undefined;
  readonly problem: Problem;
  readonly severity: Exclude<Severity, 'off'>;
}

const LOUDEST_FIRST: readonly Shown['severity'][] = ['error', 'warning', 'information', 'hint'];

/**
 * What the Problems list shows of a log, by position. Yields now and then, because a place is looked for in the text only
 * when its problem is shown, and that can take a while.
 */
export function* diagnosticsOf(
  analysis: Analysis,
  settings: TrailSettings,
  findings = new Findings(),
): Generator<void, readonly Diagnostic[]> {
  const { text } = analysis;
  if (analysis.hasFailed) {
    return [
      noteOn(
        text,
        'This log could not be analysed, because of a mistake in WorkMail Trail; other logs are not affected.',
      ),
    ];
  }
  const isAsked = (code: string): boolean => severityOf(code, settings) !== 'off';
  const repeated = isAsked(OTHER_CONTENT) ? yield* otherContents(analysis) : [];
  const unlike = UNLIKE_NAME.some(isAsked) ? yield* unlikeNames(analysis, findings.names) : [];
  const all = shownOf(analysis, settings, [...repeated, ...unlike]);
  const { maxProblems } = settings;
  const isCut = all.length > maxProblems;
  const diagnostics: Diagnostic[] = [];
  let last: FaultyRow | undefined;
  let find = locator(text, undefined);
  for (const { row, problem, severity } of isCut ? loudest(all, maxProblems - 1) : all) {
    const base = row?.start ?? 0;
    const { span, message } = findings.of(problem, () => {
      if (row !== last) find = locator(text, row?.record());
      last = row;
      return movedBy(find(problem), -base);
    });
    diagnostics.push(diagnosticOf(text, movedBy(span, base), problem, severity, message));
    yield;
  }
  diagnostics.sort((a, b) => byPosition(a.range.start, b.range.start) || byPosition(a.range.end, b.range.end));
  // The sentence itself counts: VS Code shows no more than the maximum, whoever it comes from.
  return isCut ? [noteOn(text, cutNote(maxProblems - 1, all.length)), ...diagnostics] : diagnostics;
}

const OTHER_CONTENT = codeOf('other-content');
const UNLIKE_NAME = ['account-unlike-name', 'region-unlike-name', 'later-than-delivery'].map(codeOf);

function severityOf(code: string, { severities }: TrailSettings): Severity {
  return severities.get(code) ?? ruleOf(code).severity;
}

/** @param beside what is wrong with records beside others, or in a log of this name */
function shownOf(analysis: Analysis, settings: TrailSettings, beside: readonly FaultyRow[]): readonly Shown[] {
  const shown: Shown[] = [];
  const add = (row: FaultyRow | undefined, problem: Problem): void => {
    const severity = severityOf(problem.code, settings);
    if (severity !== 'off') shown.push({ row, problem, severity });
  };
  for (const problem of analysis.outline.problems) add(undefined, problem);
  for (const row of faultyRows(analysis)) {
    for (const problem of row.problems) add(row, problem);
  }
  for (const row of beside) {
    for (const problem of row.problems) add(row, problem);
  }
  return shown;
}

function movedBy({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
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
  const shownOf = `Showing ${words(shown)} of ${words(total)} problems, the most severe first.`;
  return `${shownOf} The setting ${SECTION}.maxProblems says how many are shown; ${SECTION}.rules can silence a rule.`;
}

/** English digit groups, like the words around them. */
function words(count: number): string {
  return count.toLocaleString('en-US');
}

function byPosition(a: { line: number; character: number }, b: { line: number; character: number }): number {
  return a.line - b.line || a.character - b.character;
}
