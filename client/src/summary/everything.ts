import type { Uri } from 'vscode';
import type { LogDocuments } from '../logs/logDocuments';
import type { Places, PlaceToInspect } from '../places/places';

/**
 * All that is open or inspected, each file once. A folder that is read for all its days stands for what lies in it: folders,
 * and logs that are open as well.
 */
export function everything(logs: LogDocuments, places: Places): readonly Uri[] {
  const all = places.all();
  const whole = all.filter(({ isFolder, days }) => isFolder && days.since === undefined && days.until === undefined);
  const isInside = (uri: Uri): boolean => whole.some((folder) => isBelow(uri, folder));
  return [...logs.all().map(({ uri }) => uri), ...all.map(({ uri }) => uri)].filter((uri) => !isInside(uri));
}

function isBelow(uri: Uri, { uri: folder }: PlaceToInspect): boolean {
  return uri.toString().startsWith(`${folder.toString().replace(/\/$/, '')}/`);
}
