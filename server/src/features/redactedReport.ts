import type { CancellationToken, Disposable } from 'vscode-languageserver';
import { handedReport, type KeyEntries, keyFileText, noAddedNames, Redactor, readKeyFile } from '../core';
import type { Analysis } from '../documents/analysis';
import { AllAnswers } from '../events/allAnswers';
import { type Asked, collectReportInput } from '../events/reportInput';
import { cancelled, drain } from '../host/cooperate';
import { lastName } from '../wire/placeNames';
import { type RedactedReport, type RedactedReportParams, RedactedReportRequest } from '../wire/protocol';
import { readViewUri } from '../wire/viewUri';
import type { ServerContext } from './context';

/** A log as it is, in memory until its copy is made. */
interface Original {
  readonly uri: string;
  readonly text: string;
}

/** The report on redacted copies of logs: whatever it tells was never told the originals, which are not touched. */
export function register(context: ServerContext): Disposable {
  return context.connection.onRequest(RedactedReportRequest, async (params, token) => {
    const entries = params.key === undefined ? undefined : readKeyFile(params.key);
    return typeof entries === 'string' ? { refused: entries } : await redacted(context, params, entries, token);
  });
}

async function redacted(
  context: ServerContext,
  { uris, header, format, sha256 }: RedactedReportParams,
  entries: KeyEntries | undefined,
  token: CancellationToken,
): Promise<RedactedReport> {
  const originals = await originalsOf(context, uris, token);
  const redactor = new Redactor(entries);
  const orders = await context.documents.allOrders(token);
  redactor.takeOrders(orders);
  for (const { uri, text } of originals) {
    redactor.learn(text);
    redactor.learnText(lastName(uri));
  }
  const asked: (Asked & { readonly found: { readonly analysis: Analysis } })[] = [];
  const hashes = new Map<string, { readonly sha256?: string }>();
  let byForm = 0;
  for (const { uri, text } of originals) {
    const copy = redactor.copy(text);
    if ('refused' in copy) {
      if (originals.length === 1) return copy;
      continue;
    }
    if (copy.remaining.length > 0) return { refused: REMAINS };
    byForm += copy.byForm;
    const label = `${asked.length + 1}: ${redactor.text(lastName(uri))}`;
    const hash = sha256[uri];
    hashes.set(label, hash === undefined ? {} : { sha256: hash });
    const own = `redacted:/${asked.length}`;
    const analysis = await context.diskLogs.analysed(own, copy.text, token, undefined, orders);
    if (analysis === undefined) throw cancelled();
    asked.push({ uri: own, label, found: { kind: 'disk', analysis } });
  }
  if (asked.length === 0) return { refused: 'There is no log among these whose values are known.' };
  if (redactor.remainingIn([header.title, header.author, header.reference].join('\n')).length > 0)
    return { refused: 'Its title, author or reference says what is redacted in it. Choose other words.' };
  const input = await drain(collectReportInput(asked), context.platform, token, () => undefined);
  if (input === undefined) throw cancelled();
  const merged = await context.events.apart(
    asked.map(({ found }) => found.analysis),
    token,
  );
  // Lists of names say what the logs must not.
  const { answers, own: ownLogs } = await new AllAnswers({ names: noAddedNames }, context.platform).of(merged, token);
  const labels = new Map(asked.map(({ uri, label }) => [uri, label]));
  const fileOf = (file: string): string => labels.get(file) ?? file;
  const handing = { format, header: { ...header, isRedacted: true }, fileOf, logs: hashes };
  const text = handedReport(input.summary, input.sources, handing, { answers, own: ownLogs });
  return { text, key: keyFileText(redactor.entries()), byForm };
}

const REMAINS =
  'Values that were replaced still stand in a copy of these logs. Make that copy with Redact a Copy… and look at what is left.';

/** Open logs, inspected files, and all that lies in inspected folders. */
async function originalsOf(
  { documents, inspected, platform, settings }: ServerContext,
  uris: readonly string[],
  token: CancellationToken,
): Promise<readonly Original[]> {
  const originals = new Map<string, Original>();
  for (const asked of uris) {
    const place = inspected.place(asked);
    const isFolder = place?.request.isFolder === true;
    const files = isFolder ? place.collector.result().files.flatMap((file) => file?.uri ?? []) : [asked];
    for (const uri of files) {
      const log = readViewUri(uri)?.log ?? uri;
      const open = (await documents.newest(uri, token)) ?? (isFolder ? undefined : place?.analysis);
      if (token.isCancellationRequested) throw cancelled();
      if (open !== undefined) originals.set(log, { uri: log, text: open.text.whole() });
      else if (!originals.has(log)) {
        const { limits } = await settings.of(log);
        const read = await platform.files?.read(log, limits);
        if (read !== undefined && !('failure' in read)) originals.set(log, { uri: log, text: read.text });
      }
    }
  }
  return Array.from(originals.values());
}
