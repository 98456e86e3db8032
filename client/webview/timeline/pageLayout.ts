import { element } from './elements';
import { KEY_HELP } from './keys';
import type { Chosen } from './state';

/** What the page is laid out of. */
interface PageParts {
  readonly plot: HTMLElement;
  readonly headline: HTMLElement;
  readonly controls: HTMLElement;
  readonly legend: HTMLElement;
  /** What is said of a piece that the keyboard marks. */
  readonly said: HTMLElement;
  readonly table: HTMLElement;
  readonly lanes: HTMLElement;
  readonly hours: HTMLElement;
  readonly columns: HTMLElement;
  readonly tooltip: HTMLElement;
}

interface PageActions {
  readonly lanesOf: (of: Chosen['lanesOf']) => void;
  readonly openTable: (isOpen: boolean) => void;
}

/** The page's parts in their order, each section under a heading. */
export function pageLayout(
  parts: PageParts,
  { lanesOf, isTableOpen }: Chosen,
  actions: PageActions,
): readonly HTMLElement[] {
  const { plot, legend, said, lanes, hours, columns } = parts;
  const bars = [legend, plot, said, keyHelp(), countsPart(parts.table, isTableOpen, actions.openTable)];
  return [
    element('h1', { class: 'unseen', text: 'Timeline' }),
    parts.headline,
    parts.controls,
    element(
      'div',
      { class: 'halves' },
      element(
        'div',
        { class: 'times' },
        section('Events over time', 'unseen', ...bars),
        section('Lanes', '', lanesChoice(lanesOf, actions.lanesOf), lanes),
        section('Days and hours', '', hours),
      ),
      section('Columns', '', columns),
    ),
    parts.tooltip,
  ];
}

function lanesChoice(lanesOf: Chosen['lanesOf'], choose: PageActions['lanesOf']): HTMLElement {
  const choice = element(
    'select',
    { attributes: { 'aria-label': 'Lanes of' } },
    element('option', { text: 'Principals', attributes: { value: 'actor' } }),
    element('option', { text: 'Mailboxes and other targets', attributes: { value: 'target' } }),
  );
  choice.value = lanesOf;
  choice.addEventListener('change', () => choose(choice.value === 'target' ? 'target' : 'actor'));
  return choice;
}

function countsPart(table: HTMLElement, isOpen: boolean, toggled: PageActions['openTable']): HTMLElement {
  const part = element('details', {}, element('summary', { text: 'Table of these numbers' }), table);
  part.open = isOpen;
  part.addEventListener('toggle', () => toggled(part.open));
  return part;
}

function keyHelp(): HTMLElement {
  const keys = element('p', {
    class: 'note',
    text: `Drag to brush, click to go to an event, turn the wheel to zoom, hold Shift to move. ${KEY_HELP}`,
    attributes: { id: 'keys' },
  });
  return element('details', { class: 'help' }, element('summary', { text: 'Keys and mouse' }), keys);
}

function section(title: string, kind: string, ...children: readonly Node[]): HTMLElement {
  const id = `section-${title.toLowerCase().replaceAll(' ', '-')}`;
  const heading = element('h2', { text: title, class: kind, attributes: { id } });
  return element('section', { attributes: { 'aria-labelledby': id } }, heading, ...children);
}
