import { element } from './elements';
import type { HourMap, Stretch } from './messages';
import { type Clocks, events, number } from './words';

const HOUR = 3_600_000;
const NAMES = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** When in the day, and on which days, events happened. Of single days, an hour can be brushed. */
export function heatMap(map: HourMap, clocks: Clocks, offsets: string, brush: (stretch: Stretch) => void): HTMLElement {
  const most = Math.max(1, ...map.counts);
  const cells: HTMLElement[][] = [];
  const rows = map.days.map((day, row) => {
    const name = map.rows === 'day' ? dayName(day) : (NAMES[day] ?? '');
    const own = Array.from({ length: 24 }, (_, hour) => {
      const count = map.counts[24 * row + hour] ?? 0;
      const begin = map.rows === 'day' && count > 0 ? day + hour * HOUR : undefined;
      return cell({ count, most, words: `${name}, ${two(hour)}:00: ${events(count)}` }, begin, clocks, brush);
    });
    cells.push(own);
    const head = element('th', { text: name, attributes: { scope: 'row' } });
    return element('tr', {}, head, ...own);
  });
  const hours = Array.from({ length: 24 }, (_, hour) =>
    element('th', { text: two(hour), attributes: { scope: 'col' } }),
  );
  const head = element(
    'tr',
    {},
    element('th', { text: map.rows === 'day' ? 'Day' : 'Weekday', attributes: { scope: 'col' } }),
    ...hours,
  );
  const caption = element('caption', { text: `Hours on the clocks of ${offsets}` });
  const table = element(
    'table',
    { class: 'hours', attributes: { role: 'grid' } },
    caption,
    element('thead', {}, head),
    element('tbody', {}, ...rows),
  );
  walkCells(table, cells);
  return table;
}

function cell(
  { count, most, words }: { readonly count: number; readonly most: number; readonly words: string },
  begin: number | undefined,
  clocks: Clocks,
  brush: (stretch: Stretch) => void,
): HTMLElement {
  const made = element('td', {
    text: count === 0 ? '' : number(count),
    attributes: { tabindex: '-1', title: words, 'aria-label': words, role: 'gridcell' },
  });
  // Few events among many are seen, too.
  made.style.setProperty('--share', `${count === 0 ? 0 : 8 + Math.round((32 * count) / most)}%`);
  if (begin === undefined) return made;
  const press = (): void => {
    const from = begin - clocks.offset(begin - clocks.offset(begin));
    brush({ from, to: from + HOUR });
  };
  made.classList.add('pressable');
  made.addEventListener('click', press);
  made.addEventListener('keydown', ({ key }) => {
    if (key === 'Enter' || key === ' ') press();
  });
  return made;
}

/** One stop for Tab, and arrows within. */
function walkCells(table: HTMLElement, cells: readonly (readonly HTMLElement[])[]): void {
  let [row, column] = [0, 0];
  cells[0]?.[0]?.setAttribute('tabindex', '0');
  table.addEventListener('keydown', (event) => {
    const by = MOVES[event.key];
    const next = by && cells[row + by[0]]?.[column + by[1]];
    if (by === undefined || next === undefined) return;
    event.preventDefault();
    cells[row]?.[column]?.setAttribute('tabindex', '-1');
    [row, column] = [row + by[0], column + by[1]];
    next.setAttribute('tabindex', '0');
    next.focus();
  });
}

const MOVES: Readonly<Record<string, readonly [row: number, column: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

function dayName(day: number): string {
  const weekday = NAMES[(((Math.floor(day / 86_400_000) + 3) % 7) + 7) % 7] ?? '';
  return `${new Date(day).toISOString().slice(0, 10)} ${weekday.slice(0, 2)}`;
}

function two(hour: number): string {
  return String(hour).padStart(2, '0');
}
