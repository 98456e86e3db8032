import type { EventFilter, NameHere, Range } from '../../../server/src/wire/protocol';

/**
 * The links of a report. VS Code's Markdown preview follows relative links only, drops a link's own query and hands on the
 * report's; so a link is a path below the report, and the report's query names the logs it speaks of.
 */
export type ReportLink =
  | { readonly kind: 'report' }
  /** What became of every file of a folder. */
  | { readonly kind: 'scan' }
  /** Whether the logs of a folder are as CloudTrail wrote them. */
  | { readonly kind: 'integrity' }
  /** A file itself; `below` is what follows the uri of the folder. */
  | { readonly kind: 'file'; readonly log: number; readonly below: string }
  /** Events that answer a question, as one list, and what they have in common. */
  | {
      readonly kind: 'trail';
      readonly question: string;
      readonly about: { readonly words: string; readonly text: string };
    }
  | { readonly kind: 'event'; readonly log: number; readonly range: Range }
  /** An event on disk, by its position in a file; `below` is what follows the uri of the report's log or folder. */
  | { readonly kind: 'record'; readonly log: number; readonly below: string; readonly index: number }
  | { readonly kind: 'selection'; readonly filter: EventFilter };

/** The logs a report speaks of, and the question that it answers alone, as the query of its uri. */
export interface ReportQuery {
  readonly uris: readonly string[];
  /** Absent: it is on all events. */
  readonly where?: string;
}

const eventPath = /^\/event\/(\d+)\/L(\d+),(\d+)-L(\d+),(\d+)\.trail-event$/;
const recordPath = /^\/event\/(\d+)(\/.*)?\/@(\d+)\.trail-event$/;
const filePath = /^(?:\/integrity)?\/file\/(\d+)(\/.+)\/open\.trail-event$/;
const selectionPath = /^\/selection\/([^/]*)\/[^/]+\.json$/;

/** The path of a list of events, below which the links in it lie. */
const trailPath = /^\/trail\/([^/]+)\/(?:[^/]+\.md$)?/;

/** The path of the list of events that answer a question. Nothing of it is encoded, as in `Uri.from`. */
export function trailLink({ words, text, question }: NameHere, title: string): string {
  return `/trail/${encodeURIComponent(JSON.stringify([words, text, question]))}/${title}.md`;
}

/** What a path of our scheme stands for. Undefined for a path that no report of ours holds. */
export function readLink(path: string): ReportLink | undefined {
  const trail = trailPath.exec(path);
  if (trail !== null) {
    const [all, asked = ''] = trail;
    return all === path ? readTrail(asked) : readLink(path.slice(all.length - 1));
  }
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
  const file = filePath.exec(path);
  if (file !== null) {
    const [, log, below = ''] = file;
    return { kind: 'file', log: Number(log), below };
  }
  const selection = selectionPath.exec(path)?.[1];
  if (selection !== undefined) {
    const filter = readFilter(selection);
    return filter === undefined ? undefined : { kind: 'selection', filter };
  }
  if (/^\/scan\/[^/]+\.md$/.test(path)) {
    return { kind: 'scan' };
  }
  if (/^\/integrity\/[^/]+\.md$/.test(path)) {
    return { kind: 'integrity' };
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
    return 'where' in read && typeof read.where === 'string' ? { uris, where: read.where } : { uris };
  } catch {
    return undefined;
  }
}

function areTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string');
}

function readTrail(segment: string): ReportLink | undefined {
  try {
    const asked: unknown = JSON.parse(decodeURIComponent(segment));
    const [words = '', text = '', question] = areTexts(asked) ? asked : [];
    return question === undefined ? undefined : { kind: 'trail', question, about: { words, text } };
  } catch {
    return undefined;
  }
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
