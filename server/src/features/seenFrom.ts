import type { CancellationToken, Location } from 'vscode-languageserver';
import { spanOfRange } from '../documents/lsp';
import { fileKey } from '../wire/fileKey';
import { readViewUri } from '../wire/viewUri';
import type { ServerContext } from './context';
import { located } from './shownEvent';

/**
 * A place of a log as somebody sees it who asks in a readable view: in the same view, if that shows it, since a reader of the view would
 * not look for it on a line of a megabyte. Any other place stays what it is.
 *
 * @param from the document in which was asked
 */
export async function seenFrom(
  { views }: Pick<ServerContext, 'views'>,
  from: string,
  place: Location | undefined,
  token: CancellationToken,
): Promise<Location | undefined> {
  const view = place && readViewUri(from);
  if (place === undefined || view === undefined || fileKey(view.log) !== fileKey(place.uri)) return place;
  const made = await views.of(from, token);
  if (made === undefined || 'failure' in made) return place;
  const span = made.places.toView(spanOfRange(made.log.analysis.text, place.range));
  return located(from, made.text, span) ?? place;
}
