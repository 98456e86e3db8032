import { html } from '../../../explain/escape';
import { idOf } from '../handed/appendix';
import { type HandedList, listName } from '../handed/handedLists';
import { type Run, runsOf } from '../handed/runs';
import { countText, numberText } from '../page';
import { type Paragraph, paragraphChunks } from './chunks';
import { ROWS } from './eventTables';

/** Numbers and ranges of a list that are all links; a page with hundreds of thousands of them takes seconds to open. */
const LINKED = 100;

/** Lists by the numbers of their events, what follows each other as a range. @param numbers of the events, by key */
export function listsHtml(lists: readonly HandedList[], numbers: Uint32Array): string {
  const told = lists.map((list) => ({ list, runs: runsOf(list.events, numbers) }));
  const lead = told.some(({ runs }) => runs.length > LINKED)
    ? `<p>Where a list has more than ${LINKED} entries, the first in each table of Appendix C is a link; the others stand in the same table.</p>\n`
    : '';
  return `${lead}${paragraphChunks(told.map(({ list, runs }) => listHtml(list, runs)))}`;
}

function listHtml(list: HandedList, runs: readonly Run[]): Paragraph {
  const { id, events } = list;
  let [markup, length, table] = ['', 0, -1];
  for (const run of runs) {
    const text = runText(run);
    const at = tableOf(run);
    const isLink = runs.length <= LINKED || at !== table;
    table = at;
    markup += `${markup === '' ? '' : ', '}${isLink ? `<a href="#${idOf(run.first.key)}">${text}</a>` : text}`;
    length += text.length + 2;
  }
  const name = listName(list);
  return {
    html: `<p class="list" id="${id}"><strong>${id}</strong> ${html(name)}: ${countText(events.length, 'event')}: ${markup}</p>`,
    length: name.length + length,
  };
}

function runText({ first, last }: Run): string {
  const text = numberText(first.number);
  return first.number === last.number ? text : `${text}–${numberText(last.number)}`;
}

/** The table of Appendix C in which a run begins. */
function tableOf({ first }: Run): number {
  return Math.floor((first.number - 1) / ROWS);
}
