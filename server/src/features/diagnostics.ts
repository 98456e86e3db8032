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
 *
 * Some clients say that they can ask and never do. So the problems of a log are sent until somebody asks for them.
 */
export function register(context: ServerContext): Disposable {
  const { documents, inspected, client } = context;
  /** Open logs whose problems were asked for. */
  const asked = new Set<string>();
  const isAsked = (uri: string): boolean => client.announced.alwaysPulls || asked.has(uri);
  const latest = (uri: string): Analysis | undefined => {
    if (!documents.isOpen(uri)) return inspected.analysis(uri);
    return client.pullsDiagnostics && isAsked(uri) ? undefined : documents.latest(uri);
  };
  const problemsOf = problemsIn(context);
  const published = publish(context, problemsOf, latest);
  if (!client.pullsDiagnostics) return published;
  const answered = answer(context, problemsOf, (uri) => {
    if (isAsked(uri)) return;
    asked.add(uri);
    published.show(uri);
  });
  const closed = documents.onDidChange((uri) => {
    if (!documents.isOpen(uri)) asked.delete(uri);
  });
  const parts = [answered, closed, published];
  return {
    dispose: () => {
      for (const part of parts) part.dispose();
    },
  };
}

type ProblemsOf = (analysis: Analysis, token: CancellationToken) => Promise<readonly Diagnostic[] | undefined>;

/** What was found out about the problems of one version serves the next ones as well. */
function problemsIn({ client, settings, platform }: ServerContext): ProblemsOf {
  const findings = new Findings();
  return async (analysis, token) => {
    const chosen = await settings.of(analysis.uri);
    const found = await drain(diagnosticsOf(analysis, chosen, findings), platform, token, () => undefined);
    return client.ruleLinks ? found : found?.map(withoutLink);
  };
}

function withoutLink({ codeDescription: _, ...diagnostic }: Diagnostic): Diagnostic {
  return diagnostic;
}

/** @param hear is told of every open log whose problems are asked for */
function answer(context: ServerContext, problemsOf: ProblemsOf, hear: (uri: string) => void): Disposable {
  const { connection, documents, settings, client } = context;
  settings.onDidChange(() => {
    if (!client.refreshesDiagnostics) return;
    connection.languages.diagnostics.refresh().catch(() => undefined);
  });
  return connection.languages.diagnostics.on(async ({ textDocument: { uri }, previousResultId }, token) => {
    const analysis = await documents.newest(uri, token);
    if (analysis === undefined || analysis.isVirtual) return { kind: 'full', items: [] };
    hear(uri);
    const resultId = `${analysis.id}.${settings.revision}`;
    if (resultId === previousResultId) return { kind: 'unchanged', resultId };
    const items = await problemsOf(analysis, token);
    if (items === undefined) throw cancelled();
    return { kind: 'full', resultId, items: [...items] };
  });
}

/** A message that has come already is heard within so many pauses. */
const TURNS = 2;

/** @param latest the log whose problems are to be sent, as it is now; undefined when there is none */
function publish(
  context: ServerContext,
  problemsOf: ProblemsOf,
  latest: (uri: string) => Analysis | undefined,
): Disposable & { readonly show: (uri: string) => void } {
  const { connection, client, documents, inspected, platform, settings } = context;
  /** Logs that problems are sent of, with what calls off those that are about to be. */
  const sent = new Map<string, CancellationTokenSource>();
  /** Logs of which the client shows what it was sent. */
  const shown = new Set<string>();
  const send = async (uri: string): Promise<void> => {
    sent.get(uri)?.cancel();
    const source = new CancellationTokenSource();
    const analysis = latest(uri);
    if (analysis === undefined || analysis.isVirtual) {
      sent.delete(uri);
      if (shown.delete(uri)) await connection.sendDiagnostics({ uri, diagnostics: [] });
      return;
    }
    sent.set(uri, source);
    // A client that asks at once has its question on the way: nothing need be sent to it.
    for (let turn = 0; client.pullsDiagnostics && turn < TURNS; turn++) await platform.pause();
    const found = await problemsOf(analysis, source.token);
    if (found === undefined || sent.get(uri) !== source || latest(uri) !== analysis) return;
    shown.add(uri);
    await connection.sendDiagnostics({ uri, ...versionOf(uri), diagnostics: [...found] });
  };
  const show = (uri: string): void => {
    send(uri).catch((error: unknown) => connection.console.error(`The problems of ${uri} could not be sent. ${error}`));
  };
  /** A file on disk has none. */
  const versionOf = (uri: string): { version?: number } => {
    const version = documents.latest(uri)?.version;
    return version === undefined || !client.versionedDiagnostics ? {} : { version };
  };
  documents.onDidChange(show);
  inspected.onDidReadFile(show);
  settings.onDidChange(() => {
    for (const uri of sent.keys()) show(uri);
  });
  return {
    show,
    dispose: () => {
      for (const source of sent.values()) source.cancel();
    },
  };
}
