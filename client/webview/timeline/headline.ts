import { button, element } from './elements';
import type { Timeline } from './messages';
import { type Clocks, events, labelled, number } from './words';

/** How many of how many events, what is brushed and filtered, and what is wrong with the filter. */
export class Headline {
  readonly element: HTMLElement;
  readonly #words = element('p', { attributes: { role: 'status' } });
  readonly #filter = element('p', { class: 'filter' });
  readonly #clear: HTMLButtonElement;
  readonly #question = element('code');

  constructor(clearFilter: () => void) {
    this.#clear = button('Clear Filter', clearFilter);
    this.#filter.append(element('span', { text: 'Filter ' }), this.#question, this.#clear);
    this.element = element('header', {}, this.#words, this.#filter);
    this.#filter.hidden = true;
  }

  show(timeline: Timeline, where: string, clocks: Clocks): void {
    // Read out again where it is another one, and only then.
    const words = wordsOf(timeline, where, clocks);
    if (this.#words.textContent !== words) this.#words.textContent = words;
    this.#filter.hidden = where === '';
    this.#question.textContent = labelled(where);
  }
}

function wordsOf({ all, shown, picked, untimed, brush, problems }: Timeline, where: string, clocks: Clocks): string {
  const [problem] = problems;
  if (problem !== undefined)
    return `The filter cannot be read. At character ${number(problem.start + 1)}: ${labelled(problem.message)}`;
  if (all === 0) return 'No event is known yet. Open a log, or inspect a folder: its events appear here.';
  const count = brush === null ? shown : picked;
  const words = [where === '' ? `${events(all)}.` : `${number(count)} of ${events(all)}.`];
  if (brush !== null) words.push(`Brushed: ${brushWords(brush, clocks)}.`);
  if (untimed > 0) words.push(`${events(untimed)} without a time that can be read.`);
  return words.join(' ');
}

function brushWords({ from, to }: NonNullable<Timeline['brush']>, clocks: Clocks): string {
  if (from !== null && to !== null) return clocks.stretch(from, to);
  if (from !== null) return `from ${clocks.moment(from)} on`;
  return to === null ? 'all time' : `before ${clocks.moment(to)}`;
}
