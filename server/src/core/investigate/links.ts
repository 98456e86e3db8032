import { printQuestion } from '../query/printQuestion';
import { exactly } from '../query/question';
import type { Act } from './act';
import type { EventFilter } from './filter';
import type { EventInLog } from './order';

/** Where the numbers and times of a report lead. Undefined: the host has no such place, and plain text is shown. */
export interface ReportLinks {
  /** One event, by the position of its log and its own position there. */
  readonly event: (log: number, index: number) => string | undefined;
  /**
   * The events that answer a question; `name` is of our own words and tells a reader what they are.
   *
   * @param events these events, where they are at hand
   */
  readonly selection: (filter: EventFilter, name: string, events?: readonly EventInLog[]) => string | undefined;
  /** Everything that names the same, in every service. */
  readonly all: (name: ReportName) => string | undefined;
  /** One event of any service, whose log has a position of its own. */
  readonly act: (act: Act) => string | undefined;
  /** Some events of any service, as one list; `name` is what they are, not escaped. Undefined for very many of them as well. */
  readonly events: (events: readonly EventInLog[], name: string) => string | undefined;
}

/** A value that other events name, too, as the log has it. */
export interface ReportName {
  readonly kind: 'key' | 'address' | 'thing';
  readonly text: string;
  /** Of WorkMail, within which a thing means something; empty where that is not known. */
  readonly organizationId: string;
}

/** What a list of events has in common: in words, as the log has it, and as a question. None of it is escaped. */
export interface TrailLink {
  readonly words: string;
  readonly text: string;
  readonly question: string;
}

/** For a report that leads nowhere, such as one in a terminal. */
export const noLinks: ReportLinks = {
  event: () => undefined,
  selection: () => undefined,
  all: () => undefined,
  act: () => undefined,
  events: () => undefined,
};

/** Characters of a record: line and character zero based, UTF-16, end exclusive. */
export interface LinkRange {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

/** Where a record stands: `asked` is the position of its log, or of the folder it lies in, among those that were asked for. */
export type LinkPlace =
  /** In an open log. */
  | { readonly asked: number; readonly range: LinkRange }
  /** On disk: the rest of the file's uri behind that of the folder, empty for the file itself. */
  | { readonly asked: number; readonly below: string };

/**
 * Links for VS Code's Markdown preview, which follows paths below the report only:
 * `event/<asked>/L<line>,<column>-L<line>,<column>.trail-event`, one based, for open logs;
 * `event/<asked>/<path below>/@<index>.trail-event` for logs on disk; `selection/<filter>/<name>.json`; and
 * `trail/<words, text and question as JSON>/<name>.md`.
 *
 * @param placeOf where a record stands; undefined when nobody knows any more
 * @param canSelect whether the events that answer a question can be shown
 * @param trailOf what is asked to find all that names the same; undefined where that can't be shown
 * @param logOf position of the log that holds an act, as `placeOf` takes it; undefined where it is none of these logs
 */
export function previewLinks(
  placeOf: (log: number, index: number) => LinkPlace | undefined,
  canSelect: (filter: EventFilter) => boolean = () => true,
  trailOf: (name: ReportName) => TrailLink | undefined = () => undefined,
  logOf: (act: Act) => number | undefined = () => undefined,
): ReportLinks {
  const event = (log: number, index: number): string | undefined => {
    const found = placeOf(log, index);
    if (found === undefined) return undefined;
    if ('below' in found) return `event/${found.asked}${segments(found.below)}/@${index}.trail-event`;
    const { start, end } = found.range;
    return `event/${found.asked}/${place(start)}-${place(end)}.trail-event`;
  };
  return {
    event,
    selection: (filter, name) =>
      canSelect(filter) ? `selection/${encoded(filterSegment(filter))}/${encoded(fileName(name))}.json` : undefined,
    all: (name) => {
      const found = trailOf(name);
      if (found === undefined || found.question.length > LONGEST_QUESTION) return undefined;
      return trailLink(found, `All of ${found.text}`);
    },
    act: (act) => {
      const log = logOf(act);
      return log === undefined ? undefined : event(log, act.facts.index);
    },
    events: (events, name) => {
      const ids = events.map(({ facts }) => facts.eventID);
      if (ids.length > MOST_LISTED || ids.includes('')) return undefined;
      const values = ids.map((id) => exactly(id));
      const question = printQuestion({ kind: 'field', field: 'event', values });
      if (question.length > MOST_LISTED * LONGEST_ID) return undefined;
      return trailLink({ words: 'eventIDs of', text: beginning(name), question }, 'Events');
    },
  };
}

/**
 * Leads to a file itself: `file/<asked>/<path below>/open.trail-event`.
 *
 * @param below what follows the uri of the folder that was asked about
 */
export function filePageLink(asked: number, below: string): string {
  return `file/${asked}${segments(below)}/open.trail-event`;
}

/** In UTF-16 units: a link is a line of its page. */
const LONGEST_QUESTION = 1000;
/** Of one list, events that a link names by their ids. */
const MOST_LISTED = 100;
const LONGEST_ID = 40;
const LONGEST_NAME = 80;

/** A name that fills no line, cut behind a word. */
function beginning(name: string): string {
  if (name.length <= LONGEST_NAME) return name;
  const cut = name.slice(0, LONGEST_NAME);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 1)).replace(/[\ud800-\udbff]$/, '')}…`;
}

function trailLink({ words, text, question }: TrailLink, title: string): string {
  const asked = JSON.stringify([words, text, question]);
  return `trail/${encoded(encoded(asked))}/${encoded(fileName(title))}.md`;
}

/** What is encoded in a uri already is encoded once more, so that it comes out of the link as it was. */
function segments(below: string): string {
  return below
    .split('/')
    .filter((segment) => segment !== '')
    .map((segment) => `/${encoded(segment)}`)
    .join('');
}

/** `action=CreateUser&outcome=failed`, each value encoded; `all` where nothing is asked. */
export function filterSegment(filter: EventFilter): string {
  const pairs = Object.entries(filter).filter(([, value]) => value !== undefined);
  return pairs.length === 0 ? 'all' : pairs.map(([key, value]) => `${key}=${encoded(String(value))}`).join('&');
}

function place({ line, character }: LinkRange['start']): string {
  return `L${line + 1},${character + 1}`;
}

/** Becomes the title of a tab, so it is cut to what fits there; a name from a log may have nothing left. */
function fileName(name: string): string {
  const readable = name
    .replace(/[^A-Za-z0-9 ._-]/g, '')
    .slice(0, 60)
    .trim();
  return readable === '' ? 'events' : readable;
}

/** Safe within a Markdown link as well: a bare parenthesis would end it, a lone surrogate can't be encoded at all. */
function encoded(text: string): string {
  return encodeURIComponent(
    text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd'),
  ).replace(/[()'*!]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
