import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Span } from '../core/index';
import type { TextPosition, TextRange } from '../host/logFiles';

/** Offsets of one text as lines and characters, counted as editors count them. */
export type RangeOf = (span: Span) => TextRange;

/** Lines are counted when the first place is asked for. */
export function rangesIn(text: string): RangeOf {
  const document = TextDocument.create('log:', 'json', 0, text);
  return ({ start, end }) => ({ start: document.positionAt(start), end: document.positionAt(end) });
}

/** The line and the character of an offset. */
export type PositionOf = (offset: number) => TextPosition;

/** @returns undefined where all of the text is one line, so that an offset is the character; a line break behind it does not count */
export function positionsIn(text: string): PositionOf | undefined {
  const first = text.search(/[\r\n]/);
  if (first < 0 || !/\S/.test(text.slice(first))) return undefined;
  const document = TextDocument.create('log:', 'json', 0, text);
  return (offset) => document.positionAt(offset);
}
