import type { Disposable } from 'vscode-languageserver';
import { type HandedLogs, handedReport } from '../core';
import type { ReportInput } from '../events/reportInput';
import { HandOverRequest } from '../wire/protocol';
import { relativeHref } from '../wire/relativeHref';
import { readViewUri } from '../wire/viewUri';
import type { ServerContext } from './context';
import { reportInputs } from './reportInputs';
import { gatherReport } from './reportParts';

/** The report on some open logs and inspected places as a file that holds its events, for those who have neither logs nor editor. */
export function register(context: ServerContext): Disposable {
  return context.connection.onRequest(HandOverRequest, async ({ header, format, output, ...params }, token) => {
    const { input, beside, sketch, positionOf } = await gatherReport(context, params, token);
    const { summary, sources } = input;
    const inputs = await reportInputs(context, input, token);
    const fileOf = (file: string): string => sources[positionOf(file) ?? -1]?.label ?? file;
    const handing = { format, header, fileOf, logs: linksTo(input, output) };
    return { text: handedReport(summary, sources, handing, { ...beside, inputs }), sketch };
  });
}

/** Where the logs lie, seen from the file that is written. */
function linksTo({ logs, sources }: ReportInput, output: string | undefined): HandedLogs {
  return new Map(
    logs.flatMap((log, at) => {
      const label = sources[at]?.label;
      if (output === undefined || label === undefined || log.kind === 'none') return [];
      const uri = log.kind === 'file' ? log.file.uri : log.analysis.uri;
      const href = relativeHref(output, readViewUri(uri)?.log ?? uri);
      return href === undefined ? [] : [[label, { href }] as const];
    }),
  );
}
