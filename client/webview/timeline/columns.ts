import { button, element, figure, unseen } from './elements';
import type { ColumnValues, SplitField } from './messages';
import { events, labelled, number, share } from './words';

/** The fields in the order in which they stand, with what they are called. */
export const FIELDS: readonly (readonly [field: SplitField, name: string])[] = [
  ['weight', 'Weight'],
  ['outcome', 'Outcome'],
  ['service', 'Service'],
  ['action', 'Action'],
  ['actor', 'Actor'],
  ['target', 'Mailbox or other target'],
  ['address', 'Address'],
  ['key', 'Access key'],
  ['session', 'Session'],
  ['organization', 'Organization'],
  ['day', 'Day (UTC)'],
  ['file', 'File'],
];

/** What can be done with the columns. */
export interface ColumnsHeard {
  filter(question: string, isLeftOut: boolean): void;
  /** Other fields were opened. */
  opened(fields: readonly SplitField[]): void;
}

/** Each field with its values, how many events have each, and what share of all that is. Only open ones are asked for. */
export class Columns {
  readonly element: HTMLElement;
  readonly #heard: ColumnsHeard;
  readonly #parts = new Map<
    SplitField,
    { readonly details: HTMLDetailsElement; readonly count: HTMLElement; readonly values: HTMLElement }
  >();

  constructor(opened: readonly SplitField[], heard: ColumnsHeard) {
    this.#heard = heard;
    this.element = element(
      'div',
      { class: 'columns' },
      ...FIELDS.map(([field, name]) => this.#part(field, name, opened.includes(field))),
    );
  }

  get opened(): readonly SplitField[] {
    return [...this.#parts].filter(([, { details }]) => details.open).map(([field]) => field);
  }

  show(all: number, columns: readonly ColumnValues[]): void {
    for (const column of columns) this.#fill(column, all);
  }

  #part(field: SplitField, name: string, isOpen: boolean): HTMLElement {
    const count = element('span', { class: 'count' });
    const values = element('ul', { attributes: { 'aria-label': `${name}: values` } });
    const details = element(
      'details',
      {},
      element('summary', {}, element('span', { class: 'value', text: name }), count),
      values,
    );
    details.open = isOpen;
    details.addEventListener('toggle', () => this.#heard.opened(this.opened));
    this.#parts.set(field, { details, count, values });
    return details;
  }

  #fill({ field, total, values }: ColumnValues, all: number): void {
    const part = this.#parts.get(field);
    if (part === undefined) return;
    part.count.textContent = number(total);
    part.count.title = total === 1 ? 'one value' : `${number(total)} different values`;
    const focused = Array.from(part.values.querySelectorAll('button')).indexOf(
      document.activeElement as HTMLButtonElement,
    );
    const rows = values.map(({ label, question, count }) => {
      const text = labelled(label);
      const part = share(count, all);
      const only = button('', () => this.#heard.filter(question, false), undefined, 'only');
      const bar = element('span', { class: 'bar', attributes: { 'aria-hidden': 'true' } });
      bar.style.setProperty('--share', `${all === 0 ? 0 : (100 * count) / all}%`);
      const words = element('span', { class: 'value', text });
      const told = unseen(`: ${events(count)}, ${part}. Show these alone.`);
      only.append(words, figure(number(count)), figure(part, 'percent'), told, bar);
      only.title = `${text}: ${events(count)}. Show these alone.`;
      const without = button('−', () => this.#heard.filter(question, true), `− Leave out ${text}`, 'without');
      return element('li', {}, only, without);
    });
    const more = total - values.length;
    const rest = more > 0 ? [element('li', { class: 'note', text: `and ${number(more)} more` })] : [];
    part.values.replaceChildren(...rows, ...rest);
    if (focused >= 0) part.values.querySelectorAll('button')[focused]?.focus();
  }
}
