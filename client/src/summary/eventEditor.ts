import type { Disposable } from 'vscode';
import {
  type CustomDocument,
  type CustomReadonlyEditorProvider,
  commands,
  Uri,
  type WebviewPanel,
  window,
} from 'vscode';
import type { RevealEvent } from '../events/revealEvent';
import { trailScheme } from '../logs/candidates';
import { hasReadableOriginal } from '../logs/views';
import { readLink, readQuery } from './links';

/**
 * What a report's link to one event opens: an editor that selects the event in its log and closes itself. The preview can
 * only open files, and this is the file that leads to the right place.
 */
class EventEditor implements CustomReadonlyEditorProvider {
  readonly #revealEvent: RevealEvent;

  constructor(revealEvent: RevealEvent) {
    this.#revealEvent = revealEvent;
  }

  openCustomDocument(uri: Uri): CustomDocument {
    return { uri, dispose: () => undefined };
  }

  async resolveCustomEditor({ uri }: CustomDocument, panel: WebviewPanel): Promise<void> {
    const link = uri.scheme === trailScheme ? readLink(uri.path) : undefined;
    const uris = readQuery(uri.query)?.uris ?? [];
    panel.dispose();
    if (link?.kind === 'file' && uris[link.log] !== undefined) {
      await openFile(Uri.parse(`${uris[link.log]}${link.below}`, true));
      return;
    }
    if (link?.kind !== 'event' && link?.kind !== 'record') {
      return;
    }
    const log = uris[link.log];
    if (log !== undefined) {
      await this.#revealEvent(
        link.kind === 'event'
          ? { uri: log, range: link.range }
          : { uri: `${log}${link.below}`, index: link.index, range: null },
      );
    }
  }
}

/** What no editor can show as it is, as text. */
async function openFile(file: Uri): Promise<void> {
  const command = hasReadableOriginal(file.path) ? 'vscode.open' : 'workmailTrail.openAsReadableLog';
  await commands.executeCommand(command, file);
}

/** Makes links of a report that name an event lead to it. Disposing takes the editor away. */
export function registerEventEditor(revealEvent: RevealEvent): Disposable {
  return window.registerCustomEditorProvider('workmailTrail.event', new EventEditor(revealEvent));
}
