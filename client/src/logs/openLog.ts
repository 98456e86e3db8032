import { commands, type Uri, window } from 'vscode';

/** Lets the user pick files and opens them. */
export async function openLogs(): Promise<void> {
  for (const uri of await pickFiles('Open', true)) {
    await show(uri);
  }
}

/** Lets the user pick one file and opens it. Undefined when the dialog was closed. @param title of the dialog */
export async function openOneLog(button: string, title?: string): Promise<Uri | undefined> {
  const [uri] = await pickFiles(button, false, title);
  if (uri !== undefined) {
    await show(uri);
  }
  return uri;
}

async function pickFiles(
  openLabel: string,
  canSelectMany: boolean,
  title = 'Choose a CloudTrail Log',
): Promise<readonly Uri[]> {
  const picked = await window.showOpenDialog({
    title,
    openLabel,
    canSelectMany,
    filters: { 'CloudTrail logs': ['json', 'jsonl', 'ndjson', 'log', 'txt'], 'All files': ['*'] },
  });
  return picked ?? [];
}

/** As VS Code opens any file: where it can't, because a file is too large or no text, it says so in the editor's place. */
async function show(uri: Uri): Promise<void> {
  await commands.executeCommand('vscode.open', uri, { preview: false });
}
