import { html } from '../../../explain/escape';
import type { EventOrder } from '../handed/eventOrder';
import { type HandedList, listName } from '../handed/handedLists';
import { type Near, NearLists } from '../handed/nearLists';
import { countRuns, eachRun, numbersOf } from '../handed/runs';
import { countText, numberText } from '../page';
import { type Paragraph, paragraphChunks } from './chunks';
import { ROWS } from './eventTables';
import type { LinkedEvents } from './linkedEvents';

/** Of more numbers and ranges than this not all are links, and of no list more than the other; a link takes a browser as long to read as two cells. */
const FEW = 20;
const MOST_LINKS = 50;
/** A list of more is told by how it differs from another one, where there is one. */
const LONG = 50;

const NEAR =
  'A list that is nearly the same as one before it names that one, and the events in which it differs: those it is without, and those it has beside.';

interface Told {
  readonly list: HandedList;
  /** Of its events, in ascending order. */
  readonly numbers: Uint32Array;
  /** How many entries it has where it is told in full. */
  readonly runs: number;
  readonly near: Near | undefined;
}

/**
 * Lists by the numbers of their events, what follows each other as a range. Long ones that are nearly the same are told once and by how they
 * differ: what led to each of hundreds of exports, say, would else fill more pages than the events themselves.
 *
 * @param linked is told which events they lead to
 */
export function listsHtml(lists: readonly HandedList[], order: EventOrder, linked: LinkedEvents): string {
  const nearLists = new NearLists(order.keys.length);
  const told = lists.map((list) => toldOf(list, order, nearLists));
  const tables = Math.ceil(order.keys.length / ROWS / MOST_LINKS);
  const lead = [
    ...(told.some(({ runs }) => runs > FEW) ? [linksWords(tables)] : []),
    ...(told.some(({ near }) => near !== undefined) ? [NEAR] : []),
  ];
  const words = lead.length === 0 ? '' : `<p>${lead.join(' ')}</p>\n`;
  return `${words}${paragraphChunks(told.map((each) => listHtml(each, { keys: order.keys, tables, linked })))}`;
}

function toldOf(list: HandedList, { numbers }: EventOrder, lists: NearLists): Told {
  const some = numbersOf(list.events, numbers);
  const runs = countRuns(some);
  const near = runs > LONG ? lists.nearest(some) : undefined;
  if (runs > LONG && near === undefined) lists.tell(list, some);
  return { list, numbers: some, runs, near };
}

/** Which entries of a long list are links. @param tables of Appendix C that have one between them */
function linksWords(tables: number): string {
  const [each, same] = tables === 1 ? ['table', 'table'] : [`${numberText(tables)} tables`, 'tables'];
  return `Where a list has more than ${FEW} entries, the first in each ${each} of Appendix C is a link; the others stand in the same ${same}.`;
}

function listHtml({ list, numbers, near }: Told, links: Links): Paragraph {
  const { id, events } = list;
  const name = listName(list);
  const { markup, length } = near === undefined ? runsHtml(numbers, links) : nearHtml(near, links);
  return {
    html: `<p class="list" id="${id}"><strong>${id}</strong> ${html(name)}: ${countText(events.length, 'event')}: ${markup}</p>`,
    length: name.length + length,
  };
}

/** What links of lists are made with. */
interface Links {
  /** Of the events in their order. */
  readonly keys: readonly number[];
  /** See `linksWords`. */
  readonly tables: number;
  readonly linked: LinkedEvents;
}

interface Markup {
  readonly markup: string;
  /** Without tags, in UTF-16 units. */
  readonly length: number;
}

function nearHtml({ list: { id }, without, also }: Near, links: Links): Markup {
  const [less, more] = [without, also].map((numbers) => runsHtml(numbers, links));
  const parts = [
    `those of <a href="#${id}">${id}</a>`,
    ...(without.length === 0 ? [] : [`, but not ${less?.markup}`]),
    ...(also.length === 0 ? [] : [`; also ${more?.markup}`]),
  ];
  return { markup: parts.join(''), length: 30 + (less?.length ?? 0) + (more?.length ?? 0) };
}

/** @param numbers of events in ascending order */
function runsHtml(numbers: ArrayLike<number>, { keys, tables, linked }: Links): Markup {
  let [markup, length, latest] = ['', 0, -1];
  const areAllLinks = countRuns(numbers) <= FEW;
  eachRun(numbers, (first, last) => {
    const text = first === last ? numberText(first) : `${numberText(first)}–${numberText(last)}`;
    const at = Math.floor(tableOf(first) / tables);
    if (markup !== '') markup += ', ';
    markup += areAllLinks || at !== latest ? `<a href="${linked.to(keys[first - 1] ?? 0)}">${text}</a>` : text;
    latest = at;
    length += text.length + 2;
  });
  return { markup, length };
}

/** Which table an event stands in, from 0 on. */
function tableOf(number: number): number {
  return Math.floor((number - 1) / ROWS);
}
