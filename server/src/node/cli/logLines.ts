import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Span } from '../../core';

/** A place in a text: line and character zero based, UTF-16. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** Offsets of one text as lines and characters, counted as editors count them. */
export type RangeOf = (span: Span) => Range;

export function rangesIn(text: string): RangeOf {
  const document = TextDocument.create('log:', 'json', 0, text);
  return ({ start, end }) => ({ start: document.positionAt(start), end: document.positionAt(end) });
}

/** `12:5`, one based, as compilers and editors write a place. */
export function placeText({ line, character }: Position): string {
  return `${line + 1}:${character + 1}`;
}
