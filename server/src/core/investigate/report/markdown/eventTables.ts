import { markdown } from '../../../explain/escape';
import type { ZoneClock } from '../../zoneClock';
import { AgentTexts } from '../handed/agentTexts';
import { idOf } from '../handed/appendix';
import { eventCells, eventColumns } from '../handed/eventCells';
import type { HandedEvent } from '../handed/handedEvent';
import type { Numbered } from '../handed/numbered';
import { numberText } from '../page';
import { anchorText, tableText } from '../toMarkdown';

/** Rows of one table, which has a heading: an outline leads to it, and its titles are in sight. */
const ROWS = 100;

/** Events as tables, one behind the other. @param keys the events in their order, by key */
export function eventTables(
  keys: readonly number[],
  handed: readonly HandedEvent[],
  logs: Numbered,
  agents: Numbered,
  zone: ZoneClock | undefined,
): readonly string[] {
  const titles = ['No.', ...eventColumns(zone).map(([title]) => markdown(title))];
  const head = [titles, titles.map((_, at) => (at === 0 ? '---:' : ':---'))];
  const texts = new AgentTexts(agents);
  const tables: string[] = [];
  for (let from = 0; from < keys.length; from += ROWS) {
    const rows = keys.slice(from, from + ROWS).flatMap((key, at): readonly (readonly string[])[] => {
      const event = handed[key];
      const number = `${anchorText(idOf(key))}${numberText(from + at + 1)}`;
      return event === undefined
        ? []
        : [[number, ...eventCells(event, logs, texts, zone).map((cell) => markdown(cell))]];
    });
    const heading = `### Events ${numberText(from + 1)} to ${numberText(from + rows.length)}`;
    tables.push(`${heading}\n\n${tableText([...head, ...rows])}`);
  }
  return tables;
}
