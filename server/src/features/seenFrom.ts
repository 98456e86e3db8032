import type { CancellationToken, Location } from 'vscode-languageserver';
import { recordIndexAt } from '../documents/analysis';
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
  const { analysis } = made.log;
  const original = spanOfRange(analysis.text, place.range);
  const span = made.places.toView(original);
  // A view of a few events has a place for each other one as well: the nearest, which is of another event.
  const isShown = span !== undefined && made.places.recordAt(span.start) === recordIndexAt(analysis, original.start);
  return (isShown ? located(from, made.text, span) : null) ?? place;
}
