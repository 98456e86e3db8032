import { button, element, figure, unseen } from './elements';
import type { SplitField, Timeline } from './messages';
import { type Palette, swatch } from './palette';
import { events, labelled, number, share } from './words';

/** What each colour and pattern stands for, with how much there is of it; a press filters by it. */
export function legend(
  { series, shown }: Timeline,
  split: SplitField,
  palette: Palette,
  filter: (question: string) => void,
): HTMLElement {
  const items = series.map(({ key, label, question, total }, place) => {
    const text = labelled(label);
    const sample = swatch(palette.ink(split, key, place));
    const words = element('span', { class: 'value', text });
    const told = `: ${events(total)}, ${share(total, shown)}.`;
    const parts = [sample, words, figure(number(total))];
    if (question === null) return element('li', {}, element('span', { class: 'series' }, ...parts, unseen(told)));
    const pressed = button('', () => filter(question), undefined, 'series');
    pressed.append(...parts, unseen(`${told} Filter by this.`));
    pressed.title = `${text}${told} Filter by this.`;
    return element('li', {}, pressed);
  });
  return element('ul', { class: 'legend', attributes: { 'aria-label': 'What the bars are made of' } }, ...items);
}
