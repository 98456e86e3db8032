import { html } from '../../../explain/escape';
import { idOf } from '../handed/appendix';
import type { EventOrder } from '../handed/eventOrder';
import { type HandedList, listName } from '../handed/handedLists';
import { type Near, NearLists } from '../handed/nearLists';
import { countRuns, eachRun, numbersOf } from '../handed/runs';
import { countText, numberText } from '../page';
import { type Paragraph, paragraphChunks } from './chunks';
import { ROWS } from './eventTables';

/** Of a list so many numbers and ranges are links at most; a page with hundreds of thousands of them takes seconds to open. */
const LINKED = 50;

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
 */
export function listsHtml(lists: readonly HandedList[], order: EventOrder): string {
  const nearLists = new NearLists(order.keys.length);
  const told = lists.map((list) => toldOf(list, order, nearLists));
  const tables = Math.ceil(order.keys.length / ROWS / LINKED);
  const lead = [
    ...(told.some(({ runs, near }) => near === undefined && runs > LINKED) ? [linksWords(tables)] : []),
    ...(told.some(({ near }) => near !== undefined) ? [NEAR] : []),
  ];
  const words = lead.length === 0 ? '' : `<p>${lead.join(' ')}</p>\n`;
  return `${words}${paragraphChunks(told.map((each) => listHtml(each, order.keys, tables)))}`;
}

function toldOf(list: HandedList, { numbers }: EventOrder, lists: NearLists): Told {
  const some = numbersOf(list.events, numbers);
  const runs = countRuns(some);
  const near = runs > LINKED ? lists.nearest(some) : undefined;
  if (runs > LINKED && near === undefined) lists.tell(list, some);
  return { list, numbers: some, runs, near };
}

/** Which entries of a long list are links. @param tables of Appendix C that have one between them */
function linksWords(tables: number): string {
  const [each, same] = tables === 1 ? ['table', 'table'] : [`${numberText(tables)} tables`, 'tables'];
  return `Where a list has more than ${LINKED} entries, the first in each ${each} of Appendix C is a link; the others stand in the same ${same}.`;
}

function listHtml({ list, numbers, near }: Told, keys: readonly number[], tables: number): Paragraph {
  const { id, events } = list;
  const name = listName(list);
  const { markup, length } = near === undefined ? runsHtml(numbers, keys, tables) : nearHtml(near, keys, tables);
  return {
    html: `<p class="list" id="${id}"><strong>${id}</strong> ${html(name)}: ${countText(events.length, 'event')}: ${markup}</p>`,
    length: name.length + length,
  };
}

interface Markup {
  readonly markup: string;
  /** Without tags, in UTF-16 units. */
  readonly length: number;
}

function nearHtml({ list: { id }, without, also }: Near, keys: readonly number[], tables: number): Markup {
  const [less, more] = [without, also].map((numbers) => runsHtml(numbers, keys, tables));
  const parts = [
    `those of <a href="#${id}">${id}</a>`,
    ...(without.length === 0 ? [] : [`, but not ${less?.markup}`]),
    ...(also.length === 0 ? [] : [`; also ${more?.markup}`]),
  ];
  return { markup: parts.join(''), length: 30 + (less?.length ?? 0) + (more?.length ?? 0) };
}

/** @param numbers of events in ascending order @param tables see `linksWords` */
function runsHtml(numbers: ArrayLike<number>, keys: readonly number[], tables: number): Markup {
  let [markup, length, linked] = ['', 0, -1];
  const areAllLinks = countRuns(numbers) <= LINKED;
  eachRun(numbers, (first, last) => {
    const text = first === last ? numberText(first) : `${numberText(first)}–${numberText(last)}`;
    const at = Math.floor(tableOf(first) / tables);
    if (markup !== '') markup += ', ';
    markup += areAllLinks || at !== linked ? `<a href="#${idOf(keys[first - 1] ?? 0)}">${text}</a>` : text;
    linked = at;
    length += text.length + 2;
  });
  return { markup, length };
}

/** Which table an event stands in, from 0 on. */
function tableOf(number: number): number {
  return Math.floor((number - 1) / ROWS);
}
