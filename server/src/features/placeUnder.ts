import type { CancellationToken, Position } from 'vscode-languageserver';
import { recordIndexAt } from '../documents/analysis';
import { readViewUri } from '../wire/viewUri';
import type { ServerContext } from './context';

/** A record of a log, if there is one at the place that was asked for. */
export interface PlaceUnder {
  readonly uri: string;
  readonly index: number | undefined;
}

/** The record at a place of an open document; of a view that does not count, the record of its log. */
export async function placeUnder(
  { documents, views }: ServerContext,
  uri: string,
  position: Position,
  token: CancellationToken,
): Promise<PlaceUnder | undefined> {
  const analysis = await documents.asSeen(uri, token);
  if (analysis === undefined) return undefined;
  const offset = analysis.text.offsetAt(position);
  const view = readViewUri(uri);
  if (view === undefined || (await documents.all(token)).includes(analysis)) {
    return { uri, index: recordIndexAt(analysis, offset) };
  }
  const made = await views.of(uri, token);
  return made === undefined || 'failure' in made
    ? undefined
    : { uri: made.log.analysis.uri, index: made.places.recordAt(offset) };
}
