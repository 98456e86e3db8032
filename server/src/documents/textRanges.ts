import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Span } from '../core/index';
import type { TextRange } from '../host/logFiles';

/** Offsets of one text as lines and characters, counted as editors count them. */
export type RangeOf = (span: Span) => TextRange;

/** For a text of one line. */
export function rangesInLine({ start, end }: Span): TextRange {
  return { start: { line: 0, character: start }, end: { line: 0, character: end } };
}

/** Lines are counted when the first place is asked for. */
export function rangesIn(text: string): RangeOf {
  const document = TextDocument.create('log:', 'json', 0, text);
  return ({ start, end }) => ({ start: document.positionAt(start), end: document.positionAt(end) });
}
