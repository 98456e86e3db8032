import {
  type CancellationToken,
  CancellationTokenSource,
  type Diagnostic,
  type Disposable,
} from 'vscode-languageserver';
import type { Analysis } from '../documents/analysis';
import { diagnosticsOf, Findings } from '../documents/problems';
import { cancelled, drain } from '../host/cooperate';
import type { ServerContext } from './context';

/**
 * Problems: of open logs asked for by clients that ask, else sent by ourselves; of files on disk always sent, since nobody
 * asks about a file that is not open. Files that are no logs are never spoken of.
 */
export function register(context: ServerContext): Disposable {
  const { documents, inspected, client } = context;
  const onDisk = (uri: string): Analysis | undefined => (documents.isOpen(uri) ? undefined : inspected.analysis(uri));
  const problemsOf = problemsIn(context);
  if (!client.pullsDiagnostics) return publish(context, problemsOf, (uri) => documents.latest(uri) ?? onDisk(uri));
  const parts = [answer(context, problemsOf), publish(context, problemsOf, onDisk)];
  return {
    dispose: () => {
      for (const part of parts) part.dispose();
    },
  };
}

type ProblemsOf = (analysis: Analysis, token: CancellationToken) => Promise<readonly Diagnostic[] | undefined>;

/** What was found out about the problems of one version serves the next ones as well. */
function problemsIn({ settings, platform }: ServerContext): ProblemsOf {
  const findings = new Findings();
  return async (analysis, token) => {
    const chosen = await settings.of(analysis.uri);
    return drain(diagnosticsOf(analysis, chosen, findings), platform, token, () => undefined);
  };
}

function answer(context: ServerContext, problemsOf: ProblemsOf): Disposable {
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
    const items = await problemsOf(analysis, token);
    if (items === undefined) throw cancelled();
    return { kind: 'full', resultId, items: [...items] };
  });
}

/** @param latest the log whose problems are to be sent, as it is now; undefined when there is none */
function publish(
  context: ServerContext,
  problemsOf: ProblemsOf,
  latest: (uri: string) => Analysis | undefined,
): Disposable {
  const { connection, documents, inspected, settings } = context;
  /** Logs that problems were sent of, or are about to be, with what calls that off. */
  const sent = new Map<string, CancellationTokenSource>();
  const send = async (uri: string): Promise<void> => {
    sent.get(uri)?.cancel();
    const source = new CancellationTokenSource();
    const analysis = latest(uri);
    if (analysis === undefined || analysis.isVirtual) {
      if (sent.delete(uri)) await connection.sendDiagnostics({ uri, diagnostics: [] });
      return;
    }
    sent.set(uri, source);
    const found = await problemsOf(analysis, source.token);
    if (found === undefined || sent.get(uri) !== source || latest(uri) !== analysis) return;
    await connection.sendDiagnostics({ uri, ...versionOf(uri), diagnostics: [...found] });
  };
  const show = (uri: string): void => {
    send(uri).catch((error: unknown) => connection.console.error(`The problems of ${uri} could not be sent. ${error}`));
  };
  /** A file on disk has none. */
  const versionOf = (uri: string): { version?: number } => {
    const version = documents.latest(uri)?.version;
    return version === undefined ? {} : { version };
  };
  documents.onDidChange(show);
  inspected.onDidReadFile(show);
  settings.onDidChange(() => {
    for (const uri of sent.keys()) show(uri);
  });
  return {
    dispose: () => {
      for (const source of sent.values()) source.cancel();
    },
  };
}
