import type { Disposable } from 'vscode-languageserver';
import { reportHtml } from '../core';
import { HandOverRequest } from '../wire/protocol';
import type { ServerContext } from './context';
import { reportInputs } from './reportInputs';
import { gatherReport } from './reportParts';

/** The report on some open logs and inspected places as a page that holds its events, for those who have neither logs nor editor. */
export function register(context: ServerContext): Disposable {
  return context.connection.onRequest(HandOverRequest, async ({ header, ...params }, token) => {
    const { input, beside, sketch, positionOf } = await gatherReport(context, params, token);
    const { summary, sources } = input;
    const inputs = await reportInputs(context, input, token);
    const nameOf = (file: string): string => sources[positionOf(file) ?? -1]?.label ?? file;
    return { html: reportHtml(summary, sources, header, { ...beside, inputs }, nameOf), sketch };
  });
}
