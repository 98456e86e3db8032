/**
 * The uris of readable views. Everything needed to make a view lies in its uri, so a window that is loaded again can show it
 * again. Both sides of the wire use this file, so it knows neither VS Code nor the server.
 */

/** The scheme of the uris of readable views. */
export const viewScheme = 'workmail-log';

/** What a view shows. */
export interface View {
  /** The uri of the log. */
  readonly log: string;
  /** Absent: as the records stand in the log. `time`: as they happened. */
  readonly order?: 'time';
  /** Only the record of this index and its neighbours, for logs that no editor holds. */
  readonly around?: number;
  /** Of `around`, the record without its neighbours. */
  readonly alone?: true;
}

/**
 * @param title what the tab is called, instead of the log's file name; may be text of a log
 * @returns a uri whose path ends in the log's file name, so that its tab is called so, and differs from that of the log
 * itself; its ending makes its language JSON, but for tables
 */
export function viewUri(view: View, title?: string): string {
  if (title !== undefined) return `${viewScheme}:/${encodeURIComponent(titleSegment(title))}.json?${query(view)}`;
  const file = /[^/:]*$/.exec(view.log)?.[0] ?? '';
  const name = file.replace(/\.(?:gz|zip)$/i, '');
  const [, stem = name, ending = '.json'] = /^(.+)(\.(?:jsonl?|csv|tsv))$/i.exec(name) ?? [];
  return `${viewScheme}:/${stem}${encodeURIComponent(distinction(view, name !== file))}${ending}?${query(view)}`;
}

/** What no name of a file has, and what begins an icon where VS Code lists names, gives way to a dot. */
function titleSegment(title: string): string {
  return title.replaceAll(/[\\/:]|\$(?=\()/g, '.');
}

function distinction({ order, around }: View, isCompressed: boolean): string {
  if (around !== undefined) return ` (event ${around + 1})`;
  if (order === 'time') return ' (by time)';
  return isCompressed ? '' : ' (readable)';
}

function query({ log, order, around, alone }: View): string {
  return encodeURIComponent(JSON.stringify({ log, order, around, alone }));
}

/** Undefined for a uri that is no view of ours. */
export function readViewUri(uri: string): View | undefined {
  const asked = uri.startsWith(`${viewScheme}:`) ? uri.slice(uri.indexOf('?') + 1) : '';
  try {
    const view: unknown = JSON.parse(decodeURIComponent(asked));
    return isView(view) ? view : undefined;
  } catch {
    return undefined;
  }
}

function isView(view: unknown): view is View {
  if (typeof view !== 'object' || view === null || !('log' in view) || typeof view.log !== 'string') return false;
  const hasOrder = !('order' in view) || view.order === 'time';
  if (!hasOrder || ('alone' in view && view.alone !== true)) return false;
  return !('around' in view) || Number.isSafeInteger(view.around);
}
