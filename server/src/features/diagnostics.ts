import {
  type CancellationToken,
  CancellationTokenSource,
  type Diagnostic,
  type Disposable,
} from 'vscode-languageserver';
import type { Analysis } from '../analysis';
import type { ServerContext } from '../context';
import { cancelled, drain } from '../cooperate';
import { diagnosticsOf } from '../problems';

/** Problems, asked for by clients that ask, else sent by ourselves. Files that are no logs are never spoken of. */
export function register(context: ServerContext): Disposable {
  return context.client.pullsDiagnostics ? answer(context) : publish(context);
}

async function problemsOf(
  { settings, platform }: ServerContext,
  analysis: Analysis,
  token: CancellationToken,
): Promise<readonly Diagnostic[] | undefined> {
  const chosen = await settings.of(analysis.uri);
  return drain(diagnosticsOf(analysis, chosen), platform, token, () => undefined);
}

function answer(context: ServerContext): Disposable {
  const { connection, documents, settings, client } = context;
  settings.onDidChange(() => {
    if (!client.refreshesDiagnostics) return;
    connection.languages.diagnostics.refresh().catch(() => undefined);
  });
  return connection.languages.diagnostics.on(async ({ textDocument: { uri }, previousResultId }, token) => {
    const analysis = await documents.newest(uri, token);
    if (analysis === undefined || analysis.isVirtual) return { kind: 'full', items: [] };
    const resultId = `${analysis.id}.${settings.revision}`;
    if (resultId === previousResultId) return { kind: 'unchanged', resultId };
    const items = await problemsOf(context, analysis, token);
    if (items === undefined) throw cancelled();
    return { kind: 'full', resultId, items: [...items] };
  });
}

function publish(context: ServerContext): Disposable {
  const { connection, documents, settings } = context;
  /** Logs that problems were sent of, or are about to be, with what calls that off. */
  const sent = new Map<string, CancellationTokenSource>();
  const send = async (uri: string): Promise<void> => {
    sent.get(uri)?.cancel();
    const source = new CancellationTokenSource();
    const analysis = documents.latest(uri);
    if (analysis === undefined || analysis.isVirtual) {
      if (sent.delete(uri)) await connection.sendDiagnostics({ uri, diagnostics: [] });
      return;
    }
    sent.set(uri, source);
    const found = await problemsOf(context, analysis, source.token);
    if (found === undefined || sent.get(uri) !== source || documents.latest(uri) !== analysis) return;
    await connection.sendDiagnostics({ uri, version: analysis.version, diagnostics: [...found] });
  };
  const show = (uri: string): void => {
    send(uri).catch((error: unknown) => connection.console.error(`The problems of ${uri} could not be sent. ${error}`));
  };
  documents.onDidChange(show);
  settings.onDidChange(() => {
    for (const uri of sent.keys()) show(uri);
  });
  return {
    dispose: () => {
      for (const source of sent.values()) source.cancel();
    },
  };
}
