import type { TextDocument } from 'vscode';

/** The languages a log can open in: JSON in its kinds, `.log`, `.txt`, and the untitled tab it was pasted into. */
export const logLanguages: readonly string[] = ['json', 'jsonc', 'jsonl', 'log', 'plaintext', 'csv', 'tsv'];

/** The scheme of our own read-only documents: reports, and the events that a report's number stands for. */
export const trailScheme = 'workmail-trail';

/** Whether a document shows events that a number of a report stands for: they count in the logs that they come from. */
export function isExcerpt({ uri }: Pick<TextDocument, 'uri'>): boolean {
  return uri.scheme === trailScheme;
}

/**
 * Documents that are pieces of a notebook, or show a second time what another document holds (an old revision, a search result),
 * or that VS Code writes itself. Every other scheme is somebody's file, wherever it lies.
 */
const schemesWithoutLogs: ReadonlySet<string> = new Set([
  'git',
  'gitfs',
  'gitlens',
  'gitlens-git',
  'svn',
  'review',
  'pr',
  'output',
  'debug',
  'comment',
  'search-editor',
  'vscode-notebook-cell',
  'vscode-notebook-cell-output',
  'vscode',
  'vscode-userdata',
  'vscode-settings',
  'vscode-local-history',
  'vscode-interactive-input',
  'vscode-chat-code-block',
  'chat-editing-text-model',
  'walkThrough',
  'walkThroughSnippet',
]);

/** Whether a document's place and language allow a log; its text has not been looked at. */
export function mayBeLog(document: Pick<TextDocument, 'languageId' | 'uri'>): boolean {
  return logLanguages.includes(document.languageId) && !schemesWithoutLogs.has(document.uri.scheme);
}
