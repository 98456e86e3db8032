import type { CancellationToken, Position } from 'vscode-languageserver';
import {
  type EventRecord,
  eventTimeMs,
  type JsonPath,
  type Name,
  nameAt,
  placeAt,
  type Span,
  saidOf,
  textAt,
} from '../core';
import { recordAt, recordIndexAt } from '../documents/analysis';
import type { LogText } from '../documents/logText';
import { isPosition } from '../documents/lsp';
import type { ServerContext } from './context';

/** A name in an open document, and the record that holds it. */
export interface NameThere {
  readonly name: Name;
  readonly record: EventRecord;
  /** When the event happened, in milliseconds since 1970; undefined where it can't be read. */
  readonly time: number | undefined;
  /** Of the document. */
  readonly text: LogText;
  /** The value's characters there. */
  readonly span: Span;
  /** From the root of the record. */
  readonly path: JsonPath;
}

/** A record of an open document, and the place in the text that was asked for. */
export interface RecordThere {
  readonly record: EventRecord;
  readonly text: LogText;
  readonly offset: number;
}

/**
 * The record at a place of an open document, which may be a view.
 *
 * @throws ResponseError RequestCancelled
 */
export async function recordThere(
  { documents }: ServerContext,
  uri: string,
  position: Position,
  token: CancellationToken,
): Promise<RecordThere | undefined> {
  const analysis = isPosition(position) ? await documents.asSeen(uri, token) : undefined;
  if (analysis === undefined) return undefined;
  const { text } = analysis;
  const offset = text.offsetAt(position);
  const index = recordIndexAt(analysis, offset);
  const record = index === undefined ? undefined : recordAt(analysis, index);
  return record && { record, text, offset };
}

/** What the value at a place names, or that of the key there; undefined where it names nothing. */
export async function nameThere(
  context: ServerContext,
  uri: string,
  position: Position,
  token: CancellationToken,
): Promise<NameThere | undefined> {
  const there = await recordThere(context, uri, position, token);
  return there && nameUnder(there);
}

/** The same for a place whose record is known. */
export function nameUnder({ record, text, offset }: RecordThere): NameThere | undefined {
  const place = placeAt(text, record, offset);
  const name = place && nameAt(record, place.path);
  if (place === undefined || name === undefined) return undefined;
  return { name, record, time: timeOf(record), text, span: place.value, path: place.path };
}

export function timeOf(record: EventRecord): number | undefined {
  return eventTimeMs(textAt(saidOf(record), 'eventTime') ?? '');
}
