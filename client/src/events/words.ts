import {
  clockOf,
  cutLabel,
  type EventGroup,
  type EventItem,
  type GroupField,
  labelText,
  momentText,
  outcomeWords,
} from '../../../server/src/wire/protocol';

/**
 * What the tree says, in words. Every value that comes from a log goes through `labelText`: a label renders no Markdown,
 * but icons, control characters and changes of writing direction can lie in it too.
 */

/** Label and description of one row, together. UTF-16 units. */
const longestRow = 200;

/** A row as it fits: the label has the first right to the room, and what is cut ends in an ellipsis. */
export function rowWords(label: string, description: string): { readonly label: string; readonly description: string } {
  const shown = cutLabel(label, longestRow);
  return { label: shown, description: cutLabel(description, longestRow - shown.length) };
}

/** Of the id of an endpoint. UTF-16 units. */
const longestName = 80;

/** What the groups above an event say already, so that its row need not: fields they are grouped by, and the one day of all events. */
export type SaidAbove = ReadonlySet<GroupField>;

/** @param groups that hold an event, the outermost first */
export function saidAbove(groups: readonly EventGroup[]): SaidAbove {
  const innermost = groups.at(-1);
  const isOneDay = innermost !== undefined && !severalDays(innermost);
  // A group of another service says the service, and one of a log of WorkMail's own says the log: neither says an action.
  const fields = groups.filter((group) => !isOfService(group)).map(({ by }) => by);
  return new Set([...fields, ...(isOneDay ? (['day'] as const) : [])]);
}

/** Whether a group is of all that another service, or a log of WorkMail's own, tells. */
export function isOfService({ service }: EventGroup): boolean {
  return service === 'other' || service === 'own';
}

/**
 * What tells an event from its neighbours, first what tells most: `08:00:12  alice (Admin) → bob`. The date stands before the time where the
 * groups above do not say it, and so does the action, with the service if it is another one (`08:00:12  iam CreateRole by alice`). What went
 * wrong comes before all names (`08:00:12  failed: alice → bob`), where no view is too narrow for it.
 */
export function eventLabel(item: EventItem, said: SaidAbove, isServiceSaid = false): string {
  const when = item.eventTime === undefined ? 'no time' : momentText(item.eventTime, !said.has('day'));
  const state =
    item.malformed !== null ? 'malformed: ' : item.outcome === 'failed' && !said.has('outcome') ? 'failed: ' : '';
  const action = said.has('action') ? '' : actionWords(item, isServiceSaid);
  // Mail is delivered by nobody: where the action is said, a row that names nobody is not one whose caller is hidden.
  const isNobody = action !== '' && item.actor === '' && item.role === undefined;
  const who = said.has('actor') || isNobody ? '' : personWords(item);
  const whom = said.has('target') || item.target === '' ? '' : labelText(item.target, longestName);
  const doing = action !== '' && who !== '' ? `${action} by ${who}` : `${action}${who}`;
  const words = [doing, whom].filter((each) => each !== '').join(' → ');
  return `${when}  ${state}${words}`.trimEnd();
}

function actionWords({ eventName, otherSource }: EventItem, isServiceSaid: boolean): string {
  const service = isServiceSaid ? '' : otherSource.replace(/\.amazonaws\.com(?:\.cn)?$/i, '');
  return [service, eventName]
    .filter((each) => each !== '')
    .map((each) => labelText(each, longestName))
    .join(' ');
}

/** The person before the role. */
function personWords({ actor, role }: EventItem): string {
  const person = actor === '' ? 'unknown caller' : labelText(actor, longestName);
  return role === undefined ? person : `${person} (${labelText(role, longestName)})`;
}

/**
 * What follows an event's label: its outcome without the word that was said already, what the action weighs where nobody may overlook it,
 * and how often the event is there.
 */
export function eventDescription(item: EventItem, said: SaidAbove): string {
  const outcome = outcomeWords(item).replace(/^(?:malformed|failed): /, '');
  const isSaid = said.has('outcome') && item.malformed === null && item.errorCode === undefined;
  const isHeavy = item.weight === 'critical' || item.weight === 'high';
  const weight = isHeavy && !said.has('action') && !said.has('weight') ? [item.weight ?? ''] : [];
  return [...(isSaid ? [] : [outcome]), ...weight, ...placesWords(item), ...endpointsWords(item)].join(' · ');
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
export function eventSentence(item: EventItem): string {
  const who = item.actor === '' ? 'somebody unknown' : personWords(item);
  const whom = item.target === '' ? '' : ` on ${labelText(item.target)}`;
  const when = item.eventTime === undefined ? 'at an unknown time' : `at ${momentText(item.eventTime, true)}`;
  const where = placesWords(item).map((places) => ` Delivered to ${places}, listed once.`);
  const seen = endpointsWords(item).map((words) => ` A${words.slice(1)}.`);
  const action = item.eventName === '' ? 'Unknown action' : labelText(item.eventName);
  const of = item.otherSource === '' ? '' : ` of ${labelText(item.otherSource)}`;
  const weight = item.weight === undefined ? '' : ` Weight for an investigation: ${item.weight}.`;
  return `${action}${of} by ${who}${whom} ${when}, ${outcomeWords(item)}.${weight}${[...where, ...seen].join('')}`;
}

/** Whether two times, as written in the log, lie on different days (UTC). */
function severalDays({ first, last }: EventGroup): boolean {
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
export function period(first: string, last: string): string {
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
