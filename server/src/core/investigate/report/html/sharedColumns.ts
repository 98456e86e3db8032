import type { ZoneClock } from '../../zoneClock';
import { eventColumns } from '../handed/eventCells';

/** A column of the page, whose cells hold one fact of an event, or two below each other. */
export interface SharedColumn {
  readonly title: string;
  /** In parts of all. */
  readonly width: number;
  /** Of the fact, and of the one below it, among those of an event: see `eventCells`. */
  readonly at: number;
  readonly below: number | undefined;
}

/**
 * Facts that stand below the one before them, by title, and how wide both are. A browser takes as long for each cell as for a long text, and a
 * year of mail has half a million facts.
 */
const BELOW: ReadonlyMap<string, number> = /* @__PURE__ */ new Map([
  ['Access key', 14],
  ['Program', 9],
  ['eventID', 17],
]);

/** The columns of a table of events behind their numbers. */
export function sharedColumns(zone: ZoneClock | undefined): readonly SharedColumn[] {
  const columns: SharedColumn[] = [];
  for (const [at, [title, width]] of eventColumns(zone).entries()) {
    const both = BELOW.get(title);
    const above = both === undefined ? undefined : columns.pop();
    if (both === undefined || above === undefined) columns.push({ title, width, at, below: undefined });
    else columns.push({ title: `${above.title}, ${lowerFirst(title)}`, width: both, at: above.at, below: at });
  }
  return columns;
}

/** `Access key` within a title; `eventID` is written so anyhow. */
function lowerFirst(title: string): string {
  return `${title.charAt(0).toLowerCase()}${title.slice(1)}`;
}
