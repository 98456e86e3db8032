import { type Uri, workspace } from 'vscode';
import { fileKey, labelText } from '../../server/src/wire/protocol';
import type { LogDocuments } from './logs/logDocuments';
import type { Places } from './places/places';
import { nameOf } from './summary/summarize';

/**
 * Why a file must not be written to, as a clause: it is a log. What lies in a folder that was inspected is evidence, whatever it is; a new file may
 * be put there. Undefined where nothing speaks against it.
 */
export async function whyNotWritten(
  file: Uri,
  logs: Pick<LogDocuments, 'get'>,
  places: Pick<Places, 'all'>,
): Promise<string | undefined> {
  if (logs.get(file) !== undefined) return 'this file is open as a log, and logs are never written to.';
  const key = fileKey(file.toString());
  const place = places.all().find(({ uri, isFolder }) => {
    const own = fileKey(uri.toString());
    return isFolder ? key.startsWith(`${own.replace(/\/$/, '')}/`) : key === own;
  });
  if (place === undefined) return undefined;
  if (!place.isFolder) return 'this file was inspected as a log, and logs are never written to.';
  const isThere = await workspace.fs.stat(file).then(
    () => true,
    () => false,
  );
  if (!isThere) return undefined;
  const folder = labelText(nameOf(place.uri));
  return `this file lies in “${folder}”, which was inspected, and what was inspected is never written over. Choose another name.`;
}
