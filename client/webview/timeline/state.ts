import { FIELDS } from './columns';
import type { SplitField, Stretch } from './messages';

/** What somebody has chosen to see: kept while the tab is hidden, and when the window is loaded again. */
export interface Chosen {
  split: SplitField;
  lanesOf: 'actor' | 'target';
  fields: readonly SplitField[];
  isTableOpen: boolean;
  /** Absent: from the first event to the last. */
  view: Stretch | undefined;
}

/** What was kept, as far as it can be read. */
export function chosenOf(kept: unknown): Chosen {
  const of = (name: string): unknown =>
    typeof kept === 'object' && kept !== null ? Reflect.get(kept, name) : undefined;
  const fields = of('fields');
  const isField = (value: unknown): value is SplitField => FIELDS.some(([field]) => field === value);
  const split = of('split');
  const view = of('view');
  return {
    split: isField(split) ? split : 'weight',
    lanesOf: of('lanesOf') === 'target' ? 'target' : 'actor',
    fields: Array.isArray(fields) ? fields.filter(isField) : ['weight', 'outcome', 'service', 'actor'],
    isTableOpen: of('isTableOpen') === true,
    view: isStretch(view) ? { from: view.from, to: view.to } : undefined,
  };
}

function isStretch(value: unknown): value is Stretch {
  if (typeof value !== 'object' || value === null) return false;
  return Number.isFinite(Reflect.get(value, 'from')) && Number.isFinite(Reflect.get(value, 'to'));
}
