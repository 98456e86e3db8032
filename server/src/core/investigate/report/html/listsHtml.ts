import { html } from '../../../explain/escape';
import { type HandedList, idOf, listName } from '../handed/appendix';
import { type NumberedEvent, runsOf } from '../handed/runs';
import { countText, numberText } from '../page';

/** Lists by the numbers of their events, what follows each other as a range. @param numbers of the events, by key */
export function listsHtml(lists: readonly HandedList[], numbers: Uint32Array): string {
  return lists.map((list) => listHtml(list, numbers)).join('\n');
}

function listHtml({ id, name, events }: HandedList, numbers: Uint32Array): string {
  const links = runsOf(events, numbers).map(({ first, last }) =>
    first.number === last.number ? linkTo(first) : `${linkTo(first)}–${linkTo(last)}`,
  );
  const count = countText(events.length, 'event');
  return `<p class="list" id="${id}"><strong>${id}</strong> ${html(listName(name))}: ${count}: ${links.join(', ')}</p>`;
}

function linkTo({ key, number }: NumberedEvent): string {
  return `<a href="#${idOf(key)}">${numberText(number)}</a>`;
}
