import type { Services } from '../wire/protocol';
import type { Sides } from './groupedEvents';
import type { MergedEvents, Picked } from './mergedEvents';
import type { RowsTogether } from './rowsTogether';
import { SelectedRows } from './selectedRows';

/**
 * The rows that are asked for. What is counted of all rows of one side is kept as long as these rows are: a keystroke changes nothing of
 * the logs on disk.
 */
export class Selections {
  /** Of all rows of a side, of those for which the other side does not speak, and of picked ones. */
  readonly #selected = new WeakMap<RowsTogether | MergedEvents | Picked, Map<string, SelectedRows>>();

  /** @param picked absent: all rows */
  of(merged: MergedEvents, services: Services, picked?: Picked): Sides<SelectedRows> {
    return {
      onDisk: this.#side(merged, 'onDisk', services, picked),
      open: this.#side(merged, 'open', services, picked),
    };
  }

  #side(merged: MergedEvents, side: keyof Picked, services: Services, picked: Picked | undefined): SelectedRows {
    const together = merged[side];
    const selection = { silenced: merged.silenced[side], ...(picked && { picks: picked[side] }) };
    const known = this.#known(merged, side, picked);
    const all = kept(known, `${side} all`, () => new SelectedRows(together, { ...selection, services: 'all' }));
    if (services === 'all') return all;
    return kept(known, `${side} ${services}`, () => new SelectedRows(together, { ...selection, services }, all));
  }

  #known(merged: MergedEvents, side: keyof Picked, picked: Picked | undefined): Map<string, SelectedRows> {
    const isWhole = picked === undefined && merged.silenced[side].size === 0;
    const key = isWhole ? merged[side] : (picked ?? merged);
    const known = this.#selected.get(key) ?? new Map<string, SelectedRows>();
    this.#selected.set(key, known);
    return known;
  }
}

function kept(known: Map<string, SelectedRows>, key: string, make: () => SelectedRows): SelectedRows {
  const made = known.get(key) ?? make();
  known.set(key, made);
  return made;
}
