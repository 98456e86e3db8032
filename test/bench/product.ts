import path from 'node:path';
import type { Diagnostic, TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { analyzeInSteps } from '../../server/src/core';
import { analysing, followed } from '../../server/src/documents/analysing';
import type { Analysis } from '../../server/src/documents/analysis';
import { extractorFor } from '../../server/src/documents/extractorFor';
import { type OpenText, openTexts } from '../../server/src/documents/openText';
import { diagnosticsOf } from '../../server/src/documents/problems';
import { extractorHost } from '../../server/src/node/extractorFile';
import { readSettings } from '../../server/src/wire/settings';
import { projectRoot } from '../support/projectRoot';

const newExtractor = extractorFor({ extractor: extractorHost(path.join(projectRoot(), 'dist')) });

export interface OpenLog {
  readonly document: OpenText;
  readonly analysis: Analysis;
}

/** What the server does with a text that was opened, without its pauses for other work. */
export function openLog(text: string): OpenLog & { readonly diagnostics: readonly Diagnostic[] } {
  const document = openTexts('utf-16').create('file:///log.json', 'json', 1, text);
  const analysis = drain(analysing(1, document, analyzeInSteps, newExtractor));
  return { document, analysis, diagnostics: drain(diagnosticsOf(analysis, readSettings({}).settings)) };
}

/** What it does with a change, until everything is known again. */
export function typeInto(document: OpenText, before: Analysis, change: TextDocumentContentChangeEvent): OpenLog {
  const changed = openTexts('utf-16').update(document, [change], document.version + 1);
  const id = before.id + 1;
  const known = changed.changes && followed(id, before, changed, changed.changes);
  return { document: changed, analysis: known ?? drain(analysing(id, changed, analyzeInSteps, newExtractor)) };
}

function drain<T>(work: Generator<unknown, T>): T {
  let next = work.next();
  while (!next.done) next = work.next();
  return next.value;
}
