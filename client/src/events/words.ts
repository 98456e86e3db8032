import {
  clockOf,
  cutLabel,
  type EventGroup,
  type EventItem,
  labelText,
  momentText,
  outcomeBehindLabel,
  outcomeWords,
} from '../../../server/src/wire/protocol';

export { eventLabel, outcomeWords } from '../../../server/src/wire/protocol';

/**
 * What the tree says, in words. Every value that comes from a log goes through `labelText`: a label renders no Markdown,
 * but icons, control characters and changes of writing direction can lie in it too.
 */

/**
 * `14 · 2 failed · 1 malformed · 08:00 – 17:30Z, 2026-03-01`. A narrow view cuts the end off, so the day comes last, which
 * most groups of a log have in common.
 */
export function groupDescription({ count, failed, malformed, first, last }: EventGroup): string {
  const parts = [number(count)];
  if (failed > 0) {
    parts.push(`${number(failed)} failed`);
  }
  if (malformed > 0) {
    parts.push(`${number(malformed)} malformed`);
  }
  if (first !== undefined) {
    parts.push(period(first, last ?? first));
  }
  return parts.join(' · ');
}

/** A group in full, for a tooltip and for a screen reader. */
export function groupSentence(group: EventGroup): string {
  const states = [`${number(group.failed)} failed`, `${number(group.malformed)} malformed`].filter(
    (state) => !state.startsWith('0 '),
  );
  const when = group.first === undefined ? '' : `, ${period(group.first, group.last ?? group.first)}`;
  const weight = group.weight === undefined ? '' : ` Weight for an investigation: ${group.weight}.`;
  return `${labelText(group.action)}: ${events(group.count)}${states.map((state) => `, ${state}`).join('')}${when}.${weight}`;
}

/** Label and description of one row, together. UTF-16 units. */
const longestRow = 200;

/** A row as it fits: the label has the first right to the room, and what is cut ends in an ellipsis. */
export function rowWords(label: string, description: string): { readonly label: string; readonly description: string } {
  const shown = cutLabel(label, longestRow);
  return { label: shown, description: cutLabel(description, longestRow - shown.length) };
}

/** Of the id of an endpoint. UTF-16 units. */
const longestName = 80;

/** What follows an event's label: its outcome without the word that the label has said already, and how often it is there. */
export function eventDescription(item: EventItem): string {
  return [outcomeBehindLabel(item), ...placesWords(item), ...endpointsWords(item)].join(' · ');
}

/** `2 places`: so often the same event was delivered; nothing for an event that is there once. */
function placesWords({ copies }: EventItem): readonly string[] {
  const places = copies.filter(({ endpoint }) => endpoint === undefined).length + 1;
  return places === 1 ? [] : [`${number(places)} places`];
}

/** A call comes to one endpoint; whoever writes a log can name any number. */
const mostEndpoints = 3;

/** `also seen at VPC endpoint vpce-…`, where an endpoint wrote a record of the same call. */
function endpointsWords({ copies }: EventItem): readonly string[] {
  const endpoints = [...new Set(copies.flatMap(({ endpoint }) => endpoint ?? []))];
  const more = endpoints.length - mostEndpoints;
  const seen = endpoints.slice(0, mostEndpoints).map((id) => {
    const where = id === '' ? 'a VPC endpoint' : `VPC endpoint ${labelText(id, longestName)}`;
    return `also seen at ${where}`;
  });
  return more > 0 ? [...seen, `also seen at ${number(more)} more`] : seen;
}

/** An event as one sentence for a screen reader; of another service than WorkMail, with the service. */
export function eventSentence(item: EventItem, service?: string): string {
  const who = item.actor === '' ? 'somebody unknown' : labelText(item.actor);
  const whom = item.target === '' ? '' : ` on ${labelText(item.target)}`;
  const when = item.eventTime === undefined ? 'at an unknown time' : `at ${momentText(item.eventTime, true)}`;
  const where = placesWords(item).map((places) => ` Delivered to ${places}, listed once.`);
  const seen = endpointsWords(item).map((words) => ` A${words.slice(1)}.`);
  const action = item.eventName === '' ? 'Unknown action' : labelText(item.eventName);
  const of = service === undefined || service === '' ? '' : ` of ${labelText(service)}`;
  return `${action}${of} by ${who}${whom} ${when}, ${outcomeWords(item)}.${[...where, ...seen].join('')}`;
}

/** Whether two times, as written in the log, lie on different days (UTC). */
export function severalDays({ first, last }: EventGroup): boolean {
  return first?.slice(0, 10) !== last?.slice(0, 10);
}

/** `1 event`, `12,345 events` */
export function events(count: number): string {
  return count === 1 ? '1 event' : `${number(count)} events`;
}

/** English digit groups whatever the machine's language: the words around are English. */
export function number(count: number): string {
  return count.toLocaleString('en-US');
}

/** `08:00 – 17:30Z, 2026-03-01`, or both dates when they differ. */
function period(first: string, last: string): string {
  const from = clockOf(first);
  const to = clockOf(last);
  if (from === undefined || to === undefined) {
    return first === last ? labelText(first) : `${labelText(first)} – ${labelText(last)}`;
  }
  if (from.day !== to.day) {
    return `${from.day} ${from.minute} – ${to.day} ${to.minute}Z`;
  }
  return `${from.minute === to.minute ? '' : `${from.minute} – `}${to.minute}Z, ${from.day}`;
}
