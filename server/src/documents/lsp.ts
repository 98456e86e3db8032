import {
  type Diagnostic,
  DiagnosticSeverity,
  type Position,
  type Range,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { label, messageOf, type Problem, ruleOf, type Severity, type Span, type TextEdit } from '../core/index';
import type { Analysis } from './analysis';
import type { LogText } from './logText';

/** The only file that turns offsets into positions of the protocol and problems into diagnostics. */

/** The name our diagnostics go by in the Problems list. */
export const SOURCE = 'WorkMail Trail';
const RULES_PAGE = 'https://github.com/workmail-trail/workmail-trail/blob/main/docs/rules.md';
/** Room for what a message says around the words of the log. */
const LONGEST_MESSAGE = 600;

const SEVERITIES: Readonly<Record<Exclude<Severity, 'off'>, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** Offsets (UTF-16, zero based) as lines and characters, zero based and counted as the client counts them. */
export function rangeOf(text: LogText, { start, end }: Span): Range {
  return { start: text.positionAt(start), end: text.positionAt(end) };
}

/** A client's range as offsets; what lies outside the text is moved to its nearest end. */
export function spanOfRange(text: LogText, range: Range): Span {
  const start = text.offsetAt(range.start);
  return { start, end: Math.max(start, text.offsetAt(range.end)) };
}

/**
 * Edits of one version of a log as LSP has them.
 *
 * @param isVersioned whether the client takes versions, so that it refuses the edit where the text has changed since
 */
export function editOf(
  { uri, version, text }: Pick<Analysis, 'uri' | 'version' | 'text'>,
  edits: readonly TextEdit[],
  isVersioned: boolean,
): WorkspaceEdit {
  const told = edits.map((edit) => ({ range: rangeOf(text, edit), newText: edit.text }));
  return isVersioned
    ? { documentChanges: [{ textDocument: { uri, version }, edits: told }] }
    : { changes: { [uri]: told } };
}

/** A problem as LSP tells it. @param span in the text of the document */
export function diagnosticOf(
  text: LogText,
  span: Span,
  problem: Problem,
  severity: Exclude<Severity, 'off'>,
  message = messageText(problem),
): Diagnostic {
  return {
    range: rangeOf(text, span),
    severity: SEVERITIES[severity],
    code: problem.code,
    codeDescription: { href: `${RULES_PAGE}#${ruleOf(problem.code).anchor}` },
    source: SOURCE,
    message,
  };
}

/** What is said of a problem, safe to show. */
export function messageText(problem: Problem): string {
  return label(messageOf(problem), LONGEST_MESSAGE);
}

/** A sentence about the file as a whole, on its first line. */
export function noteOn(text: LogText, message: string): Diagnostic {
  return {
    range: { start: { line: 0, character: 0 }, end: endOfFirstLine(text) },
    severity: DiagnosticSeverity.Information,
    source: SOURCE,
    message,
  };
}

/** Of a log of one line that is a long way off, and its first character is enough. */
function endOfFirstLine(text: LogText): Position {
  const [first = ''] = text.slice(0, Math.min(2, text.length));
  const end = text.positionAt(first.length);
  return end.line === 0 ? end : { line: 0, character: 1 };
}

/** Whether something that may be anything is a position; negative numbers and fractions are none. */
export function isPosition(value: unknown): value is Position {
  return isObject(value) && isCount(value.line) && isCount(value.character);
}

/** Whether a value that came over the wire is a range of LSP. */
export function isRange(value: unknown): value is Range {
  return isObject(value) && isPosition(value.start) && isPosition(value.end);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function isCount(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) >= 0;
}
