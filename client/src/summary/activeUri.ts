import { TabInputText, type Uri, window } from 'vscode';

/** What the editor in front shows. Of a file too large for extensions only its tab is known. */
export function activeUri(): Uri | undefined {
  const input = window.tabGroups.activeTabGroup.activeTab?.input;
  return window.activeTextEditor?.document.uri ?? (input instanceof TabInputText ? input.uri : undefined);
}
