import type { Disposable } from 'vscode';
import { type CustomDocument, type CustomReadonlyEditorProvider, type Uri, type WebviewPanel, window } from 'vscode';
import { revealEvent } from '../events/revealEvent';
import { trailScheme } from '../logs/candidates';
import { readLink, readQuery } from './links';

/**
 * What a report's link to one event opens: an editor that selects the event in its log and closes itself. The preview can
 * only open files, and this is the file that leads to the right place.
 */
class EventEditor implements CustomReadonlyEditorProvider {
  openCustomDocument(uri: Uri): CustomDocument {
    return { uri, dispose: () => undefined };
  }

  async resolveCustomEditor({ uri }: CustomDocument, panel: WebviewPanel): Promise<void> {
    const link = uri.scheme === trailScheme ? readLink(uri.path) : undefined;
    const log = link?.kind === 'event' ? readQuery(uri.query)?.uris[link.log] : undefined;
    panel.dispose();
    if (link?.kind === 'event' && log !== undefined) {
      await revealEvent({ uri: log, range: link.range });
    }
  }
}

export function registerEventEditor(): Disposable {
  return window.registerCustomEditorProvider('workmailTrail.event', new EventEditor());
}
