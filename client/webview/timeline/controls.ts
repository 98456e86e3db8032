import { FIELDS } from './columns';
import { button, element } from './elements';
import type { SplitField } from './messages';

/** What the controls above the chart do. */
export interface ControlsHeard {
  split(field: SplitField): void;
  zoom(factor: number): void;
  pan(share: number): void;
  showAll(): void;
  clearBrush(): void;
  chooseZone(): void;
  list(): void;
}

/** The controls above the chart: everything that the pointer does there, too. */
export class Controls {
  readonly element: HTMLElement;
  readonly #zone: HTMLButtonElement;
  readonly #clear: HTMLButtonElement;

  constructor(split: SplitField, heard: ControlsHeard) {
    const options = FIELDS.map(([field, name]) => {
      const option = element('option', { text: name, attributes: { value: field } });
      option.selected = field === split;
      return option;
    });
    const choice = element('select', { attributes: { id: 'split' } }, ...options);
    choice.addEventListener('change', () => {
      const field = FIELDS.find(([each]) => each === choice.value)?.[0];
      if (field !== undefined) heard.split(field);
    });
    this.#zone = button('', () => heard.chooseZone(), undefined, 'quiet');
    this.#clear = button('Clear Brush', () => heard.clearBrush());
    this.element = element(
      'div',
      { class: 'controls', attributes: { role: 'toolbar', 'aria-label': 'Timeline' } },
      element('label', { text: 'Split by', attributes: { for: 'split' } }),
      choice,
      group(
        button('−', () => heard.zoom(2), '− Zoom out'),
        button('+', () => heard.zoom(0.5), '+ Zoom in'),
        button('‹', () => heard.pan(-0.5), '‹ Earlier'),
        button('›', () => heard.pan(0.5), '› Later'),
        button('All', () => heard.showAll(), 'All: show all time'),
      ),
      this.#clear,
      button('List', () => heard.list(), 'List the events of the filter by time'),
      this.#zone,
    );
  }

  show(zone: string, offsets: string, isBrushed: boolean): void {
    const text = `Hours in ${offsets}${zone === 'UTC' ? '' : ` (${zone})`}`;
    this.#zone.textContent = text;
    this.#zone.setAttribute('aria-label', `${text}. Choose another time zone.`);
    this.#clear.disabled = !isBrushed;
  }
}

function group(...buttons: readonly HTMLElement[]): HTMLElement {
  return element('span', { class: 'group' }, ...buttons);
}
