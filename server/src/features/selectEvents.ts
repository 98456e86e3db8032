import type { Disposable } from 'vscode-languageserver';
import { type Analysis, allFacts, recordAt } from '../analysis';
import type { ServerContext } from '../context';
import { cancelled, drain } from '../cooperate';
import { findingsOf, type PlacedFacts, select, viewOf } from '../core';
import { SelectEventsRequest } from '../protocol';
import { indented } from '../readable';
import { summing } from '../summing';

/** The events that a number of a report stands for, as they are written in their logs, in a readable layout. */
export function register({ connection, documents, platform }: ServerContext): Disposable {
  return connection.onRequest(SelectEventsRequest, async ({ uris, filter }, token) => {
    const logs: (Analysis | undefined)[] = [];
    for (const uri of uris) logs.push(await documents.newest(uri, token));
    // Names and copies are found as the report finds them, or its numbers would not be those of the selections.
    const summary = await drain(summing(logs), platform, token, () => undefined);
    if (summary === undefined) throw cancelled();
    const { entities } = findingsOf(summary);
    const found = select(filter ?? {}, placed(logs), entities);
    const texts = found.map(({ log, facts }) => textOf(logs[log], facts.index));
    return {
      text: texts.length === 0 ? '[]\n' : `[\n${texts.join(',\n')}\n]\n`,
      events: texts.length,
      missing: uris.filter((_, position) => logs[position] === undefined),
    };
  });
}

function* placed(logs: readonly (Analysis | undefined)[]): Generator<PlacedFacts> {
  for (const [log, analysis] of logs.entries()) {
    if (analysis === undefined) continue;
    for (const facts of allFacts(analysis)) yield { log, facts };
  }
}

/** The record as written, not as read: a number of 20 digits stays what it is. Of a damaged one, what could be read. */
function textOf(analysis: Analysis | undefined, index: number): string {
  const record = analysis && recordAt(analysis, index);
  if (analysis === undefined || record === undefined) return '  null';
  const { source } = viewOf(analysis.text, record);
  return indented(isJson(source) ? source : JSON.stringify(record.event ?? null), '  ');
}

function isJson(source: string): boolean {
  try {
    JSON.parse(source);
    return true;
  } catch {
    return false;
  }
}
