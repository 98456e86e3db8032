import { type Uri, window, workspace } from 'vscode';
import { labelText } from '../../../server/src/protocol';

/** Lets the user pick files and opens them as text. Resolves to what was picked: nothing when the dialog was closed. */
export async function openLog(): Promise<readonly Uri[]> {
  const picked = await pickFiles('Open', true);
  for (const uri of picked) {
    await show(uri);
  }
  return picked;
}

/** Lets the user pick one file and opens it as text. Undefined when the dialog was closed or the file cannot be opened. */
export async function openOneLog(button: string): Promise<Uri | undefined> {
  const [uri] = await pickFiles(button, false);
  return uri !== undefined && (await show(uri)) ? uri : undefined;
}

async function pickFiles(openLabel: string, canSelectMany: boolean): Promise<readonly Uri[]> {
  const picked = await window.showOpenDialog({
    title: 'Choose a CloudTrail Log',
    openLabel,
    canSelectMany,
    filters: { 'CloudTrail logs': ['json', 'jsonl', 'ndjson', 'log', 'txt'], 'All files': ['*'] },
  });
  return picked ?? [];
}

async function show(uri: Uri): Promise<boolean> {
  try {
    await window.showTextDocument(await workspace.openTextDocument(uri), { preview: false });
    return true;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    await window.showErrorMessage(labelText(`${workspace.asRelativePath(uri)} cannot be opened as text. ${reason}`));
    return false;
  }
}
