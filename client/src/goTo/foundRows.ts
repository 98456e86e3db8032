import {
  eventLabel,
  type FoundEvent,
  type FoundEvents,
  labelText,
  outcomeBehindLabel,
  placesApart,
  serviceLabel,
} from '../../../server/src/wire/protocol';
import { events, number } from '../events/words';

/** A row below what somebody types to get to an event. Texts are safe as labels. */
export interface FoundRow {
  readonly icon: string;
  readonly label: string;
  readonly description: string;
  readonly detail?: string;
  /** Where the row leads; absent where it only says something. */
  readonly event?: FoundEvent;
}

const forms: readonly FoundRow[] = [
  {
    icon: 'key',
    label: 'An eventID or a requestID',
    description: 'whole, or the first 4 characters or more',
  },
  {
    icon: 'calendar',
    label: 'A time in UTC',
    description: '2026-03-01, 2026-03-01T08:15 …: the first event from then on',
  },
  { icon: 'clock', label: 'A clock', description: '08:15 or 08:15:30: the first event from then on of each day' },
];

/**
 * The rows for a text: the events that it leads to, or what to do. Events begin with the zone of their time: VS Code puts rows that
 * begin with what is typed in an order of its own, by their length.
 *
 * @param found what the server has found for it; undefined where the text is blank
 */
export function foundRows(text: string, found: FoundEvents | undefined): readonly FoundRow[] {
  if (found === undefined || text.trim() === '') return forms;
  const { ids, times, last, isRead, of } = found;
  if (of === 0) {
    return [note('circle-slash', 'No events are known', 'Open a log or inspect a folder first.')];
  }
  if (!isRead) return [note('edit', 'This is no id and no time yet', 'An id takes at least 4 characters.'), ...forms];
  const shown = [...ids.events, ...times.events.filter((event) => !ids.events.some((other) => isSame(event, other)))];
  const rows = rowsOf(shown, text);
  if (rows.length === 0) return nothing(found, text);
  const more = ids.total - ids.events.length + times.total - times.events.length;
  if (more > 0) rows.push(note('ellipsis', `${number(more)} more`, 'Type more of the id, or a later time.'));
  return last === undefined || ids.total > 0 ? rows : [...rows, ...rowsOf([last], text)];
}

function nothing({ of, from, last }: FoundEvents, text: string): readonly FoundRow[] {
  const searched = `${events(of)} of all services were searched.`;
  if (from !== undefined && last !== undefined) {
    return [note('circle-slash', 'Nothing happened from then on', 'This is the last event:'), ...rowsOf([last], text)];
  }
  const isId = from === undefined && !/^\s*\d{1,2}:/.test(text);
  const what = isId ? 'No event has an eventID or a requestID that begins so' : 'Nothing happened from then on';
  const others = 'Ctrl+T (Cmd+T) and Filter Events… find whatever an event names.';
  return [
    note('circle-slash', what, searched),
    ...(isId ? [note('search', 'A key, a name, an address?', others)] : []),
    note('folder-library', 'It may lie in a log that is not here', 'Open it, or inspect a folder of logs.'),
  ];
}

function rowsOf(all: readonly FoundEvent[], text: string): FoundRow[] {
  const uris = Array.from(new Set(all.map(({ uri }) => uri)));
  const files = new Map(placesApart(uris).map((file, at) => [uris[at], file]));
  return all.map((event) => rowOf(event, files.get(event.uri) ?? '', text));
}

/** Of the name of a file. UTF-16 units. */
const longestFile = 100;

/** The time, what was called and by whom; behind that, where there may be less room, the service, the file and what it was about. */
function rowOf(event: FoundEvent, file: string, text: string): FoundRow {
  const service = event.eventSource === '' ? 'unknown service' : labelText(serviceLabel(event.eventSource), 40);
  const target = event.target === '' ? [] : [`on ${labelText(event.target, 100)}`];
  const outcome = event.outcome === 'succeeded' && event.malformed === null ? [] : [outcomeBehindLabel(event)];
  const id = idFound(event, text);
  return {
    icon: event.malformed !== null ? 'warning' : outcomeIcons[event.outcome],
    label: `UTC ${eventLabel({ ...event, target: '' }, true, true)}`,
    description: [service, labelText(file, longestFile), ...outcome, ...target].join(' · '),
    ...(id !== undefined && { detail: id }),
    event,
  };
}

/** As the tree shows them. */
const outcomeIcons = { succeeded: 'pass', failed: 'error', unknown: 'question' } as const;

/** The id that was typed the beginning of, as a whole. */
function idFound({ eventID, requestID }: FoundEvent, text: string): string | undefined {
  const typed = text.toLowerCase();
  for (const [name, id] of [
    ['eventID', eventID],
    ['requestID', requestID],
  ] as const) {
    const beginning = id.slice(0, 4).toLowerCase();
    if (beginning.length === 4 && typed.includes(beginning)) return `${name} ${labelText(id, 100)}`;
  }
  return undefined;
}

function isSame(one: FoundEvent, other: FoundEvent): boolean {
  return one.uri === other.uri && one.index === other.index;
}

function note(icon: string, label: string, description: string): FoundRow {
  return { icon, label, description };
}
