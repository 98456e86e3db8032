import { type CancellationToken, type Uri, window, workspace } from 'vscode';
import {
  type CaseHeader,
  labelText,
  type RedactedReport,
  RedactedReportRequest,
} from '../../../server/src/wire/protocol';
import { fileHashes } from '../cases/fileHashes';
import type { LogServer } from '../logServer';
import { logOf, viewIn } from '../logs/views';
import { type KeyFile, saveKey } from '../redact/keyFile';

/**
 * The report on redacted copies of some logs; its key is kept first, since without it nobody could say what the report is about.
 *
 * @returns undefined when it was cancelled, or there is none; the user has been told why
 */
export async function redactedReport(
  server: LogServer,
  chosen: readonly Uri[],
  header: CaseHeader,
  format: 'html' | 'markdown',
  key: KeyFile,
  token: CancellationToken,
): Promise<string | undefined> {
  const dirty = new Set(workspace.textDocuments.filter(({ isDirty }) => isDirty).map(({ uri }) => uri.toString()));
  // By no file a hash is named but by its own uri.
  const logs = chosen.map((uri) => {
    const shown = viewIn({ uri });
    return shown === undefined ? uri : logOf(shown);
  });
  const hashes = await fileHashes('', logs, token, () => undefined);
  if (hashes === undefined) return undefined;
  const known = hashes.flatMap(({ file, sha256 }) =>
    sha256 === null || dirty.has(file) ? [] : [[file, sha256] as const],
  );
  const params = {
    uris: chosen.map((uri) => uri.toString()),
    labels: [],
    header,
    format,
    sha256: Object.fromEntries(known),
    ...(key.text !== undefined && { key: key.text }),
  };
  const result: RedactedReport | undefined = await server.ask(RedactedReportRequest, params, token);
  if (result === undefined) return undefined;
  if ('refused' in result) {
    await window.showErrorMessage(`No report was written. ${labelText(result.refused)}`);
    return undefined;
  }
  return (await saveKey(key, result.key)) ? result.text : undefined;
}
