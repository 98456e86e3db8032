import type { CancellationToken, Position } from 'vscode-languageserver';
import { version } from '../../../package.json';
import { inOrderOfReading, ruleOf, SarifText, type Severity, toldInquiry } from '../core';
import { type Analysis, spanAt } from '../documents/analysis';
import { rangeOf } from '../documents/lsp';
import { diagnosticsOf } from '../documents/problems';
import { cancelled, drain } from '../host/cooperate';
import { pathText } from '../wire/placeNames';
import type { ChosenEvents } from './chosenEvents';
import type { ServerContext } from './context';

/** What is wrong with some events, and what was found in which one of them plays a part, as SARIF. */
export async function sarifOf(
  context: ServerContext,
  chosen: ChosenEvents,
  token: CancellationToken,
): Promise<{ readonly text: string; readonly missing: number }> {
  const { documents, inspected, events, answers } = context;
  const sarif = new SarifText(version, pathText);
  let text = sarif.head();
  let missing = 0;
  for (const { uri, indices } of chosen.logs) {
    const [first = 0] = indices;
    const analysis = (await documents.newest(uri, token)) ?? (await inspected.logOf(uri, first, token));
    if (token.isCancellationRequested) throw cancelled();
    if (analysis === undefined) missing += indices.size;
    else text += await problemsIn(context, sarif, uri, analysis, indices, token);
  }
  const { answers: answered } = await answers.of(await events.now(token), token);
  for (const { id, answer } of inOrderOfReading(answered))
    for (const finding of answer.findings)
      if (finding.acts.some(({ row }) => chosen.has(row.file, row.index)))
        text += sarif.finding(id, toldInquiry(id), finding);
  return { text: text + sarif.tail(missing > 0), missing };
}

async function problemsIn(
  { settings, platform }: ServerContext,
  sarif: SarifText,
  uri: string,
  analysis: Analysis,
  indices: ReadonlySet<number>,
  token: CancellationToken,
): Promise<string> {
  const all = { ...(await settings.of(uri)), maxProblems: Number.POSITIVE_INFINITY };
  const diagnostics = await drain(diagnosticsOf(analysis, all), platform, token, () => undefined);
  if (diagnostics === undefined) throw cancelled();
  const records = Array.from(indices)
    .sort((left, right) => left - right)
    .flatMap((index) => spanAt(analysis, index) ?? [])
    .map((span) => rangeOf(analysis.text, span));
  let text = '';
  let at = 0;
  // Both are in the order of the log.
  for (const { code, severity, message, range } of diagnostics) {
    while (at < records.length && !isBefore(range.start, records[at]?.end ?? range.start)) at++;
    const record = records[at];
    if (record === undefined || isBefore(range.start, record.start)) continue;
    text += sarif.problem({
      rule: ruleOf(String(code)),
      severity: SEVERITIES[(severity ?? 1) - 1] ?? 'hint',
      message: typeof message === 'string' ? message : message.value,
      place: { file: pathText(uri), range },
    });
  }
  return text;
}

function isBefore(left: Position, right: Position): boolean {
  return left.line < right.line || (left.line === right.line && left.character < right.character);
}

/** In the order of LSP's numbers, from 1. */
const SEVERITIES: readonly Exclude<Severity, 'off'>[] = ['error', 'warning', 'information', 'hint'];
