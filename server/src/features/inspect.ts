import type { Disposable } from 'vscode-languageserver';
import { scanReport } from '../core';
import { lastName } from '../wire/placeNames';
import {
  ForgetPlaceRequest,
  type InspectedPlace,
  InspectProgress,
  InspectRequest,
  ScanReportRequest,
} from '../wire/protocol';
import type { ServerContext } from './context';

/** Files and folders on disk that the user asks to inspect, and to forget. */
export function register({ connection, inspected, events }: ServerContext): Disposable {
  const preparing = { isCancellationRequested: false };
  const handlers = [
    connection.onRequest(InspectRequest, async ({ uri, isFolder, since, until, workDoneToken }, token) => {
      const tell = (place: InspectedPlace): void => {
        if (workDoneToken === undefined) return;
        connection.sendProgress(InspectProgress, workDoneToken, place).catch(() => undefined);
      };
      const days = { ...(since !== undefined && { since }), ...(until !== undefined && { until }) };
      const place = await inspected.inspect({ uri, isFolder, ...days }, token, tell);
      // Not waited for: it makes the first question quicker, and answers none.
      if (place !== undefined) void prepare();
      return place ?? null;
    }),
    connection.onRequest(ScanReportRequest, ({ uri }) => {
      const place = inspected.place(uri);
      if (place === undefined || !place.request.isFolder) return null;
      const title = { places: [lastName(uri)], isPartial: place.state !== 'complete' };
      return { markdown: scanReport(place.collector.account, title) };
    }),
    connection.onRequest(ForgetPlaceRequest, ({ uri }) => {
      inspected.forget(uri);
      return null;
    }),
  ];
  return {
    dispose: () => {
      for (const handler of handlers) handler.dispose();
      preparing.isCancellationRequested = true;
      inspected.dispose();
    },
  };

  async function prepare(): Promise<void> {
    try {
      await events.prepare(preparing);
    } catch (error) {
      connection.console.error(`Nothing could be prepared for questions. ${String(error)}`);
    }
  }
}
