import { commands, type Uri } from 'vscode';

/**
 * Shows a page of ours as the Markdown preview draws it, in a tab that stays until somebody closes it. The preview that follows the editor
 * in front would not do: there is one of it in a group, and a list of events that a number of a report leads to would take the place of the
 * report.
 */
export async function showPage(page: Uri): Promise<void> {
  await commands.executeCommand('vscode.openWith', page, 'vscode.markdown.preview.editor', { preview: false });
}
