import {
  commands,
  Disposable,
  Range,
  type TextDocument,
  type TextDocumentShowOptions,
  type ViewColumn,
  window,
  workspace,
} from 'vscode';
import type { ContextKeys } from '../contextKeys';
import type { LogDocuments } from '../logs/logDocuments';
import { columnOf } from '../logs/shownUris';
import type { SampleFiles } from './sampleFiles';
import { sampleUri } from './sampleFiles';
import { brokenExample, incident, placeIn, samplePlace } from './samplePlaces';

/**
 * "Open Sample Logs", and what the walkthrough leads to in them. Needs no folder, no log and no trust, and changes nothing of
 * the user's.
 */
export function registerSamples(files: SampleFiles, logs: LogDocuments, keys: ContextKeys): Disposable {
  return Disposable.from(
    files,
    workspace.onDidChangeTextDocument(({ document }) => {
      if (isBrokenExample(document) && isJson(document.getText())) {
        keys.sampleIsMended.set(true);
      }
    }),
    commands.registerCommand('workmailTrail.openSampleLogs', async () => {
      files.restore();
      // The incident last, so that it is in front.
      for (const file of [brokenExample, incident]) {
        await show(file);
      }
    }),
    commands.registerCommand('workmailTrail.showInSampleLogs', async (name?: unknown) => {
      const place = samplePlace(name);
      if (place === undefined) {
        await show(incident);
        return;
      }
      const document = await workspace.openTextDocument(sampleUri(place.file));
      const found = placeIn(document.getText(), place);
      const selection = found && new Range(document.positionAt(found.start), document.positionAt(found.end));
      await show(place.file, { ...(selection && { selection }) });
    }),
    commands.registerCommand('workmailTrail.summarizeSampleLog', async () => {
      await show(incident);
      // Its tab is there, but nobody may have heard of it yet.
      const uri = sampleUri(incident);
      await logs.during([uri], async () => commands.executeCommand('workmailTrail.summarize', uri));
    }),
  );
}

/** Where it is open already, so that it neither covers the walkthrough nor opens twice. */
async function show(file: string, options: TextDocumentShowOptions = {}): Promise<void> {
  const uri = sampleUri(file);
  const document = await workspace.openTextDocument(uri);
  const viewColumn = columnOf(uri) ?? columnBeside();
  await window.showTextDocument(document, { preview: false, ...(viewColumn && { viewColumn }), ...options });
}

/**
 * Where the active group shows a page of VS Code's own, such as the walkthrough: another group, if there is one. The walkthrough makes one
 * and turns to it, but the page may have the focus back before a log is shown.
 */
function columnBeside(): ViewColumn | undefined {
  const { all, activeTabGroup } = window.tabGroups;
  const isPage = activeTabGroup.activeTab !== undefined && activeTabGroup.activeTab.input === undefined;
  return isPage ? all.find((group) => group !== activeTabGroup)?.viewColumn : undefined;
}

function isBrokenExample({ uri }: TextDocument): boolean {
  return uri.toString() === sampleUri(brokenExample).toString();
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
