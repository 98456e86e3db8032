import { inlineCode, markdown } from '../../../explain/escape';
import { programOf } from '../../../explain/program';
import { zoneClock } from '../../zoneClock';
import { type Appendix, idOf } from '../handed/appendix';
import { appendixChapters, eventsWords } from '../handed/appendixChapters';
import { type EventOrder, eventOrder } from '../handed/eventOrder';
import { type HandedList, listName } from '../handed/handedLists';
import { type HandedLogs, hashedIn } from '../handed/handedLog';
import { Numbered } from '../handed/numbered';
import { eachRun, numbersOf } from '../handed/runs';
import { countText, numberText } from '../page';
import { anchorText } from '../toMarkdown';
import { eventTables } from './eventTables';

/** What the numbers of a report lead to, as its last chapters: see `appendixHtml`. Ends with a line break. */
export function appendixMarkdown({ handed, lists }: Appendix, told: HandedLogs, zone: string | undefined): string {
  const order = eventOrder(handed);
  const [logs, agents] = [new Numbered(hashedIn(told)), new Numbered()];
  const tables = eventTables(order.keys, handed, logs, agents, zoneClock(zone));
  const [listed = '', named = '', events = ''] = appendixChapters.map(
    ({ id, title }) => `${anchorText(id)}\n\n## ${title}`,
  );
  return `${[
    listed,
    ...lists.map((list) => listText(list, order)),
    named,
    ...logs.texts.map((text, at) => logText(text, at + 1, told)),
    ...agents.texts.map((text, at) => `User agent ${at + 1}: ${agentText(text)}`),
    events,
    eventsWords(countText(handed.length, 'event')),
    ...tables,
  ].join('\n\n')}\n`;
}

function listText(list: HandedList, { keys, numbers }: EventOrder): string {
  const { id, events } = list;
  const linkTo = (number: number): string => `[${numberText(number)}](#${idOf(keys[number - 1] ?? 0)})`;
  const links: string[] = [];
  eachRun(numbersOf(events, numbers), (first, last) =>
    links.push(first === last ? linkTo(first) : `${linkTo(first)}–${linkTo(last)}`),
  );
  const count = countText(events.length, 'event');
  return `${anchorText(id.toLowerCase())}**${id}** ${markdown(listName(list))}: ${count}: ${links.join(', ')}`;
}

function logText(name: string, number: number, told: HandedLogs): string {
  const { href, sha256 } = told.get(name) ?? {};
  const shown = href === undefined ? markdown(name) : `[${markdown(name)}](${href})`;
  const hash = sha256 === undefined ? '' : `, SHA-256 of the original ${inlineCode(sha256)}`;
  return `Log ${number}: ${shown}${hash}`;
}

/** The program that a user agent tells of before it. */
function agentText(userAgent: string): string {
  const program = programOf(userAgent);
  return program === undefined ? markdown(userAgent) : `${markdown(program)} ${inlineCode(userAgent)}`;
}
