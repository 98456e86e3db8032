import type { TextDocumentContentChangeEvent, TextDocumentsConfiguration } from 'vscode-languageserver';
import type { PositionEncoding } from '../wire/positionEncoding';
import { LogText } from './logText';

/** One version of an open document. Nothing in it changes any more. */
export interface OpenText {
  readonly uri: string;
  readonly version: number;
  readonly text: LogText;
  /** What made this version of the one before, one after another; undefined where the whole text is new. */
  readonly changes: readonly Change[] | undefined;
}

/** A stretch of text that gave way to another one. Offsets are those of the text before. */
export interface Change {
  readonly start: number;
  readonly end: number;
  /** How many characters stand there now. */
  readonly inserted: number;
  /** The text as it is with this change. */
  readonly text: LogText;
}

/** How documents are held that the client opens and changes, with positions in the encoding it was promised. */
export function openTexts(encoding: PositionEncoding): TextDocumentsConfiguration<OpenText> {
  const whole = (text: string): LogText => LogText.of(text, encoding);
  return {
    create: (uri, _languageId, version, content) => ({ uri, version, text: whole(content), changes: undefined }),
    update(document, events, version) {
      let { text } = document;
      let changes: Change[] | undefined = [];
      for (const event of events) {
        const change = changeOf(text, event);
        text = change?.text ?? whole(event.text);
        if (change === undefined) changes = undefined;
        else changes?.push(change);
      }
      return { uri: document.uri, version, text, changes };
    },
  };
}

/** Undefined for a change of everything. A client that names the end before the start means the same stretch. */
function changeOf(text: LogText, event: TextDocumentContentChangeEvent): Change | undefined {
  if (typeof event.text !== 'string') throw new Error('A change without a text.');
  if (!('range' in event)) return undefined;
  const from = text.offsetAt(event.range.start);
  const to = text.offsetAt(event.range.end);
  const start = Math.min(from, to);
  const end = Math.max(from, to);
  return { start, end, inserted: event.text.length, text: text.edited(start, end, event.text) };
}
