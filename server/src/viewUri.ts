/**
 * The uris of readable views. Everything needed to make a view lies in its uri, so a window that is loaded again can show it
 * again. Both sides of the wire use this file, so it knows neither VS Code nor the server.
 */

export const viewScheme = 'workmail-log';

/** What a view shows. */
export interface View {
  /** The uri of the log. */
  readonly log: string;
  /** Absent: as the records stand in the log. `time`: as they happened. */
  readonly order?: 'time';
  /** Only the record of this index and its neighbours, for logs that no editor holds. */
  readonly around?: number;
}

/** @returns a uri whose path ends in the log's file name, so that its tab is called so and its language is JSON */
export function viewUri(view: View): string {
  const name = view.log.slice(view.log.lastIndexOf('/') + 1).replace(/\.gz$/i, '');
  const file = /\.jsonl?$/i.test(name) ? name : `${name}.json`;
  return `${viewScheme}:/${file}?${encodeURIComponent(JSON.stringify(view))}`;
}

/** Undefined for a uri that is no view of ours. */
export function readViewUri(uri: string): View | undefined {
  const query = uri.startsWith(`${viewScheme}:`) ? uri.slice(uri.indexOf('?') + 1) : '';
  try {
    const view: unknown = JSON.parse(decodeURIComponent(query));
    return isView(view) ? view : undefined;
  } catch {
    return undefined;
  }
}

function isView(view: unknown): view is View {
  return typeof view === 'object' && view !== null && 'log' in view && typeof view.log === 'string';
}
