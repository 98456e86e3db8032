import { type TextDocument, Uri } from 'vscode';
import { readViewUri, type View, viewUri } from '../../../server/src/wire/protocol';

/** What a document shows, if it is a readable view. */
export function viewIn({ uri }: Pick<TextDocument, 'uri'>): View | undefined {
  return readViewUri(uri.toString());
}

/** The readable view of a log. */
export function viewOf(log: Uri, more: Omit<View, 'log'> = {}): Uri {
  return Uri.parse(viewUri({ log: log.toString(), ...more }), true);
}

/** The log that a view shows. */
export function logOf({ log }: View): Uri {
  return Uri.parse(log, true);
}

/** Whether an editor can show the log of a view itself: of a compressed one, the view is all there is. */
export function hasOriginal({ log, around, alone }: View): boolean {
  return (around === undefined || alone === true) && hasReadableOriginal(log);
}

/** Whether an editor can show a file itself, by its uri. */
export function hasReadableOriginal(uri: string): boolean {
  return !/\.(?:gz|zip)$/i.test(uri);
}
