import type { EventFilter, Range } from '../../../server/src/wire/protocol';

/**
 * The links of a report. VS Code's Markdown preview follows relative links only, drops a link's own query and hands on the
 * report's; so a link is a path below the report, and the report's query names the logs it speaks of.
 */
export type ReportLink =
  | { readonly kind: 'report' }
  /** What became of every file of a folder. */
  | { readonly kind: 'scan' }
  /** Events that answer the question of the report's query, as one list. */
  | { readonly kind: 'trail' }
  | { readonly kind: 'event'; readonly log: number; readonly range: Range }
  /** An event on disk, by its position in a file; `below` is what follows the uri of the report's log or folder. */
  | { readonly kind: 'record'; readonly log: number; readonly below: string; readonly index: number }
  | { readonly kind: 'selection'; readonly filter: EventFilter };

/** The logs a report speaks of, as the query of its uri. */
export interface ReportQuery {
  readonly uris: readonly string[];
  /** Of a list of events: what they answer, and what they have in common. */
  readonly question?: string;
  readonly about?: { readonly words: string; readonly text: string };
}

const eventPath = /^\/event\/(\d+)\/L(\d+),(\d+)-L(\d+),(\d+)\.trail-event$/;
const recordPath = /^\/event\/(\d+)(\/.*)?\/@(\d+)\.trail-event$/;
const selectionPath = /^\/selection\/([^/]*)\/[^/]+\.json$/;

/** What a path of our scheme stands for. Undefined for a path that no report of ours holds. */
export function readLink(path: string): ReportLink | undefined {
  const event = eventPath.exec(path);
  if (event !== null) {
    const [log = 0, line = 1, character = 1, endLine = 1, endCharacter = 1] = event.slice(1).map(Number);
    const start = { line: line - 1, character: character - 1 };
    return { kind: 'event', log, range: { start, end: { line: endLine - 1, character: endCharacter - 1 } } };
  }
  const record = recordPath.exec(path);
  if (record !== null) {
    const [, log, below = '', index] = record;
    return { kind: 'record', log: Number(log), below, index: Number(index) };
  }
  const selection = selectionPath.exec(path)?.[1];
  if (selection !== undefined) {
    const filter = readFilter(selection);
    return filter === undefined ? undefined : { kind: 'selection', filter };
  }
  if (/^\/scan\/[^/]+\.md$/.test(path)) {
    return { kind: 'scan' };
  }
  if (/^\/trail\/[^/]+\.md$/.test(path)) {
    return { kind: 'trail' };
  }
  return /^\/[^/]+\.md$/.test(path) ? { kind: 'report' } : undefined;
}

/** The query of a report or of a link in it. Undefined when it is not one of ours. */
export function readQuery(query: string): ReportQuery | undefined {
  try {
    const read: unknown = JSON.parse(query);
    if (typeof read !== 'object' || read === null || !('uris' in read) || !areTexts(read.uris)) {
      return undefined;
    }
    const { uris } = read;
    const question = 'question' in read && typeof read.question === 'string' ? read.question : undefined;
    const about = 'about' in read ? readAbout(read.about) : undefined;
    return { uris, ...(question !== undefined && { question }), ...(about && { about }) };
  } catch {
    return undefined;
  }
}

function areTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string');
}

function readAbout(value: unknown): ReportQuery['about'] {
  if (typeof value !== 'object' || value === null || !('words' in value) || !('text' in value)) {
    return undefined;
  }
  const { words, text } = value;
  return typeof words === 'string' && typeof text === 'string' ? { words, text } : undefined;
}

/** `action=CreateUser&outcome=failed`, each value percent-encoded; `all` is every event. */
function readFilter(segment: string): EventFilter | undefined {
  const filter = new Map<string, string | number | boolean>();
  for (const pair of segment === 'all' ? [] : segment.split('&')) {
    const [key = '', ...value] = pair.split('=');
    const read = readValue(key, value.join('='));
    if (read === undefined) {
      return undefined;
    }
    filter.set(key, read);
  }
  return Object.fromEntries(filter);
}

/** Every question a filter knows, so that a new one on the wire can't be forgotten here. */
const questions: Readonly<Record<keyof EventFilter, 'text' | 'number' | 'yes or no'>> = {
  service: 'text',
  log: 'number',
  action: 'text',
  eventSource: 'text',
  outcome: 'text',
  malformed: 'yes or no',
  malformedBy: 'text',
  actor: 'text',
  actorKind: 'text',
  sourceIPAddress: 'text',
  userAgent: 'text',
  target: 'text',
  errorCode: 'text',
  from: 'number',
  to: 'number',
  copies: 'text',
};
const kinds = new Map(Object.entries(questions));

function readValue(key: string, encoded: string): string | number | boolean | undefined {
  try {
    const value = decodeURIComponent(encoded);
    switch (kinds.get(key)) {
      case 'text':
        return value;
      case 'number':
        return Number.isFinite(Number(value)) ? Number(value) : undefined;
      case 'yes or no':
        return value === 'true';
      case undefined:
        return undefined;
    }
  } catch {
    return undefined;
  }
}
