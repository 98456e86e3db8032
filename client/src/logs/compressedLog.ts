import {
  type CancellationToken,
  type CustomDocument,
  type CustomReadonlyEditorProvider,
  commands,
  Disposable,
  TabInputCustom,
  type Uri,
  type WebviewPanel,
  window,
} from 'vscode';
import { htmlText } from '../../../server/src/wire/protocol';
import type { ViewFiles } from './viewFiles';
import { viewOf } from './views';

/** For logs as a trail delivers them, and for any other compressed file, which the user has to choose it for. */
const viewTypes = ['workmailTrail.compressedLog', 'workmailTrail.compressedFile'];

/**
 * Opens a compressed log as text: it has the readable view opened in its place and closes itself, so that what is left is a
 * tab like that of any file. Only where there is nothing to show does it stay, and says why and what to do.
 */
class CompressedLogEditor implements CustomReadonlyEditorProvider {
  readonly #files: ViewFiles;

  constructor(files: ViewFiles) {
    this.#files = files;
  }

  openCustomDocument(uri: Uri): CustomDocument {
    return { uri, dispose: () => undefined };
  }

  async resolveCustomEditor({ uri }: CustomDocument, panel: WebviewPanel, token: CancellationToken): Promise<void> {
    panel.webview.html = page('Reading…');
    const view = viewOf(uri);
    const failure = await this.#files.prepare(view);
    if (token.isCancellationRequested) {
      return;
    }
    if (failure !== undefined) {
      panel.webview.html = page(failure);
      return;
    }
    const { viewColumn, active } = panel;
    const preview = isPreview(uri);
    // Not by showTextDocument, which keeps a document open for minutes after its tab was closed.
    await commands.executeCommand('vscode.open', view, {
      preview,
      preserveFocus: !active,
      ...(viewColumn === undefined ? {} : { viewColumn }),
    });
    panel.dispose();
  }
}

/** Opens compressed logs, whose bytes no text editor shows, as readable views. Disposing takes the editors away. */
export function registerCompressedLog(files: ViewFiles): Disposable {
  const editor = new CompressedLogEditor(files);
  return Disposable.from(...viewTypes.map((type) => window.registerCustomEditorProvider(type, editor)));
}

/** Whether the tab would give way to the next file that is opened: so must the one in its place. */
function isPreview(uri: Uri): boolean {
  const tabs = window.tabGroups.all.flatMap((group) => group.tabs);
  return tabs.some(
    ({ input, isPreview }) =>
      isPreview &&
      input instanceof TabInputCustom &&
      viewTypes.includes(input.viewType) &&
      input.uri.toString() === uri.toString(),
  );
}

/** A sentence in the editor's place. It may name a file, and a name may be anything. */
function page(words: string): string {
  return `<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
  <style>
    body { display: flex; justify-content: center; padding: 20vh 2em 0; }
    p { max-width: 36em; line-height: 1.6; font-size: 1.1em; }
  </style>
</head>
<body><main><p>${htmlText(words)}</p></main></body>
</html>`;
}
