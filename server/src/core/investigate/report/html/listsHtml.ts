import { html } from '../../../explain/escape';
import { countText, numberText } from '../page';
import { type HandedList, idOf } from './appendix';

/** What a list is called is a sentence of a finding here and there, which the report has already. UTF-16 units. */
const LONGEST_NAME = 140;

/** Lists by the numbers of their events, what follows each other as a range. @param numbers of the events, by key */
export function listsHtml(lists: readonly HandedList[], numbers: Uint32Array): string {
  return lists.map((list) => listHtml(list, numbers)).join('\n');
}

function listHtml({ id, name, events }: HandedList, numbers: Uint32Array): string {
  const links = runsOf(events, numbers).map(({ first, last }) =>
    first.number === last.number ? linkTo(first) : `${linkTo(first)}–${linkTo(last)}`,
  );
  const shown = name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME).replace(/[\ud800-\udbff]$/, '')}…` : name;
  const count = countText(events.length, 'event');
  return `<p class="list" id="${id}"><strong>${id}</strong> ${html(shown)}: ${count}: ${links.join(', ')}</p>`;
}

/** An event by key and by number. */
interface Numbered {
  readonly key: number;
  readonly number: number;
}

function linkTo({ key, number }: Numbered): string {
  return `<a href="#${idOf(key)}">${numberText(number)}</a>`;
}

/** Events whose numbers follow each other. */
function runsOf(
  keys: readonly number[],
  numbers: Uint32Array,
): readonly { readonly first: Numbered; readonly last: Numbered }[] {
  const sorted = keys
    .map((key) => ({ key, number: numbers[key] ?? 0 }))
    .sort((one, other) => one.number - other.number);
  const runs: { first: Numbered; last: Numbered }[] = [];
  for (const each of sorted) {
    const run = runs.at(-1);
    if (run !== undefined && each.number <= run.last.number + 1) run.last = each;
    else runs.push({ first: each, last: each });
  }
  return runs;
}
