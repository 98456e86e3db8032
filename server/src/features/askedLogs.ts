import type { CancellationToken } from 'vscode-languageserver';
import type { Asked } from '../events/reportInput';
import type { ServerContext } from './context';

/** The open logs and inspected places behind some uris. */
export async function askedLog(
  { documents, inspected }: Pick<ServerContext, 'documents' | 'inspected'>,
  uri: string,
  label: string,
  token: CancellationToken,
): Promise<Asked> {
  const open = await documents.newest(uri, token);
  if (open !== undefined) return { uri, label, found: { kind: 'open', analysis: open } };
  const place = inspected.place(uri);
  if (place?.request.isFolder === true) return { uri, label, found: { kind: 'folder', place } };
  const analysis = place?.analysis;
  if (analysis !== undefined) return { uri, label, found: { kind: 'disk', analysis } };
  const [reason] = place?.reasons ?? [];
  return { uri, label, found: { kind: 'missing', ...(reason !== undefined && { reason }) } };
}
