import { bucketAt, clocksOf, stepFor, UTC } from '../../../server/src/wire/timelineWords';
import { Chart } from './chart';
import { Columns } from './columns';
import { Controls } from './controls';
import { element } from './elements';
import { Headline } from './headline';
import { heatMap } from './heatMap';
import { Host } from './host';
import { Keys } from './keys';
import { LanesView } from './lanes';
import { Latest } from './latest';
import { legend } from './legend';
import type { Stretch, Timeline } from './messages';
import { pageLayout } from './pageLayout';
import { Palette } from './palette';
import { type Chosen, chosenOf } from './state';
import { countsTable } from './table';
import { Tooltip } from './tooltip';
import { View } from './view';
import { Clocks, events, labelled, number } from './words';

/** In CSS pixels: narrower bars are hard to hit. */
const BAR = 6;
const LANES = 200;
const LANE_PIECES = 240;
const VALUES = 12;
/** How long what is shown has to stay before the slower parts are counted anew. Milliseconds. */
const SETTLED = 120;

/** The page: it asks for what is in sight, and hands what came to its parts. */
export class TimelinePage {
  readonly #main: HTMLElement;
  readonly #host = new Host((told) => this.#changed(told));
  readonly #chosen: Chosen = chosenOf(this.#host.state);
  readonly #palette = new Palette();
  readonly #view = new View(() => this.#viewChanged());
  readonly #tooltip = new Tooltip();
  readonly #headline = new Headline(() => this.#host.tell({ kind: 'clearFilter' }));
  readonly #controls: Controls;
  readonly #chart: Chart;
  readonly #keys: Keys;
  readonly #legend = element('div');
  readonly #said = element('p', { class: 'unseen', attributes: { 'aria-live': 'polite' } });
  readonly #lanes: LanesView;
  readonly #hours = element('div', { class: 'wide' });
  readonly #table = element('div', { class: 'wide' });
  readonly #columns: Columns;
  readonly #counting = new Latest(() => this.#count());
  readonly #beside = new Latest(() => this.#countBeside());
  readonly #valuing = new Latest(() => this.#countValues());
  #where = '';
  #clocks = new Clocks(UTC, () => 0);
  #timeline: Timeline | undefined;
  #frame: number | undefined;
  #settling: number | undefined;

  constructor(main: HTMLElement) {
    this.#main = main;
    const filter = (question: string, isLeftOut = false): void =>
      this.#host.tell({ kind: 'filter', question, isLeftOut });
    const goTo = (question: string, within: Stretch): void => this.#host.tell({ kind: 'goTo', question, within });
    const brush = (stretch: Stretch | null): void => this.#host.tell({ kind: 'brush', brush: stretch });
    const plot = element('div', {
      class: 'chart',
      attributes: { tabindex: '0', role: 'application', 'aria-label': 'Events over time', 'aria-describedby': 'keys' },
    });
    this.#controls = new Controls(this.#chosen.split, {
      split: (field) => {
        this.#chosen.split = field;
        this.#keep();
        this.#counting.want();
      },
      zoom: (factor) => this.#view.zoom(factor),
      pan: (part) => this.#view.pan(part),
      showAll: () => this.#view.showAll(),
      clearBrush: () => brush(null),
      chooseZone: () => this.#host.tell({ kind: 'chooseZone' }),
      list: () => this.#host.tell({ kind: 'list' }),
    });
    this.#lanes = new LanesView(this.#view, this.#palette, {
      filter,
      goTo,
      tell: (words, { clientX, clientY }) => this.#tooltip.show(lines(words), clientX, clientY),
      hide: () => this.#tooltip.hide(),
    });
    this.#columns = new Columns(this.#chosen.fields, {
      filter,
      opened: (fields) => {
        this.#chosen.fields = fields;
        this.#keep();
        this.#valuing.want();
      },
    });
    const parts = {
      plot,
      headline: this.#headline.element,
      controls: this.#controls.element,
      legend: this.#legend,
      said: this.#said,
      table: this.#table,
      lanes: this.#lanes.element,
      hours: this.#hours,
      columns: this.#columns.element,
      tooltip: this.#tooltip.element,
    };
    const layout = pageLayout(parts, this.#chosen, {
      lanesOf: (of) => {
        this.#chosen.lanesOf = of;
        this.#keep();
        this.#beside.want();
      },
      openTable: (isOpen) => {
        this.#chosen.isTableOpen = isOpen;
        this.#keep();
        this.#fillTable();
      },
    });
    this.#main.append(...layout);
    this.#chart = new Chart(plot, this.#view, this.#palette, {
      brush,
      goTo: (piece, series) => this.#goToBar(piece, series),
      point: (piece, x, y) => this.#point(piece, x, y),
    });
    const pieces = () => ({ starts: this.#chart.starts, hasEvents: (at: number) => this.#countOf(at) > 0 });
    this.#keys = new Keys(plot, this.#view, pieces, {
      mark: (piece) => {
        this.#chart.mark(piece);
        this.#said.textContent = this.#pieceWords(piece).join(', ');
      },
      brush,
      goTo: (piece) => this.#goToBar(piece, undefined),
    });
    plot.addEventListener('blur', () => this.#chart.mark(undefined));
  }

  start(): void {
    // VS Code puts the colours of another theme into the document's own style.
    new MutationObserver(() => this.#recolour()).observe(document.documentElement, {
      attributes: true,
      attributeFilter: ['style', 'class'],
    });
    new ResizeObserver(() => this.#lanes.draw(this.#chart.plotWidth)).observe(this.#main);
    this.#host.tell({ kind: 'ready' });
  }

  #changed({ where, zone }: { readonly where: string; readonly zone: string }): void {
    this.#where = where;
    if (zone !== this.#clocks.zone) this.#clocks = new Clocks(zone, clocksOf(zone));
    this.#counting.want();
    this.#beside.want();
    this.#valuing.want();
  }

  /** A view beyond what was counted is counted with as much again on both sides, so that moving it shows bars at once. */
  async #count(): Promise<void> {
    const isFirst = this.#timeline === undefined || this.#timeline.all === 0;
    const pieces = Math.max(20, Math.floor(this.#chart.plotWidth / BAR));
    const { shown, span } = this.#view;
    const window = { from: Math.floor(shown.from - span), to: Math.ceil(shown.to + span) };
    const most = isFirst ? pieces : Math.ceil((3 * span) / stepFor(span, pieces)) + 2;
    const asked = { split: this.#chosen.split, most, ...(!isFirst && window) };
    const timeline = await this.#host.ask('timeline', asked);
    if (timeline === undefined) return;
    const wasAll = isFirst || isSame(this.#view.shown, this.#view.all);
    const marked = this.#keys.time;
    this.#timeline = timeline;
    if (timeline.first !== null && timeline.last !== null)
      this.#view.extend({ from: timeline.first, to: timeline.last + 1000 });
    this.#chart.show({ timeline, split: this.#chosen.split, clocks: this.#clocks });
    this.#keys.moved(marked === undefined ? undefined : pieceOf(this.#chart.starts, marked));
    if (isFirst && this.#chosen.view !== undefined) this.#view.show(this.#chosen.view);
    else if (wasAll) this.#view.showAll();
    this.#showCounts();
  }

  #showCounts(): void {
    const timeline = this.#timeline;
    if (timeline === undefined) return;
    const { shown } = this.#view;
    this.#headline.show(timeline, this.#where, this.#clocks);
    this.#controls.show(this.#clocks.zone, this.#clocks.offsets(shown.from, shown.to), timeline.brush !== null);
    const made = legend(timeline, this.#chosen.split, this.#palette, (question) =>
      this.#host.tell({ kind: 'filter', question, isLeftOut: false }),
    );
    const focused = Array.from(this.#legend.querySelectorAll('button')).indexOf(
      document.activeElement as HTMLButtonElement,
    );
    this.#legend.replaceChildren(made);
    if (focused >= 0) this.#legend.querySelectorAll('button')[focused]?.focus();
    this.#fillTable();
  }

  #fillTable(): void {
    if (this.#timeline === undefined || !this.#chosen.isTableOpen) return;
    const brush = (stretch: Stretch): void => this.#host.tell({ kind: 'brush', brush: stretch });
    this.#table.replaceChildren(countsTable(this.#timeline, this.#view.shown, this.#clocks, brush));
  }

  async #countBeside(): Promise<void> {
    if (this.#timeline === undefined) return;
    const window = { from: Math.floor(this.#view.shown.from), to: Math.ceil(this.#view.shown.to) };
    const { lanesOf: of } = this.#chosen;
    const lanes = await this.#host.ask('lanes', { ...window, of, most: LANE_PIECES, limit: LANES });
    if (lanes !== undefined) this.#lanes.show(lanes, this.#clocks, this.#chart.plotWidth);
    const hours = await this.#host.ask('hours', window);
    const offsets = this.#clocks.offsets(window.from, window.to);
    const brush = (stretch: Stretch): void => this.#host.tell({ kind: 'brush', brush: stretch });
    const shown = hours
      ? heatMap(hours, this.#clocks, offsets, brush)
      : element('p', { class: 'note', text: 'There is no event, or the time shown is longer than sixty years.' });
    this.#hours.replaceChildren(shown);
  }

  async #countValues(): Promise<void> {
    const { opened } = this.#columns;
    if (opened.length === 0) return;
    const found = await this.#host.ask('values', { fields: opened, limit: VALUES });
    if (found !== undefined) this.#columns.show(found.events, found.columns);
  }

  /** Draws at most once a frame. */
  #viewChanged(): void {
    // It tells of a bar that is elsewhere now.
    this.#tooltip.hide();
    this.#frame ??= requestAnimationFrame(() => {
      this.#frame = undefined;
      this.#chart.draw();
      this.#lanes.draw();
      if (!this.#isCounted()) this.#counting.want();
    });
    clearTimeout(this.#settling);
    this.#settling = window.setTimeout(() => this.#settled(), SETTLED);
  }

  #settled(): void {
    this.#chosen.view = isSame(this.#view.shown, this.#view.all) ? undefined : this.#view.shown;
    this.#keep();
    this.#showCounts();
    this.#beside.want();
  }

  /** Whether what was counted reaches over all that is in sight, in pieces of the right length. */
  #isCounted(): boolean {
    const { starts, step = 0 } = this.#timeline ?? {};
    const { shown, all, span } = this.#view;
    const [first, end] = [starts?.[0], starts?.at(-1)];
    if (first === undefined || end === undefined) return false;
    const pieces = Math.max(20, Math.floor(this.#chart.plotWidth / BAR));
    const reaches = first <= Math.max(shown.from, all.from) && end >= Math.min(shown.to, all.to);
    return reaches && step === stepFor(span, pieces);
  }

  #recolour(): void {
    this.#palette.renew();
    this.#chart.recolour();
    this.#lanes.draw();
    this.#showCounts();
  }

  #countOf(piece: number): number {
    return (this.#timeline?.series ?? []).reduce((sum, { counts }) => sum + (counts[piece] ?? 0), 0);
  }

  #goToBar(piece: number, series: number | undefined): void {
    const { starts, series: all } = this.#timeline ?? { starts: [], series: [] };
    const [from, to] = [starts[piece], starts[piece + 1]];
    if (from === undefined || to === undefined || this.#countOf(piece) === 0) return;
    this.#host.tell({ kind: 'goTo', question: all[series ?? -1]?.question ?? '', within: { from, to } });
  }

  #pieceWords(piece: number): readonly string[] {
    const { starts, series } = this.#timeline ?? { starts: [], series: [] };
    const held = series.filter(({ counts }) => (counts[piece] ?? 0) > 0);
    const words = held.map(({ label, counts }) => `${labelled(label)}: ${number(counts[piece] ?? 0)}`);
    return [this.#clocks.stretch(starts[piece] ?? 0, starts[piece + 1] ?? 0), events(this.#countOf(piece)), ...words];
  }

  #point(piece: number | undefined, x: number, y: number): void {
    if (piece === undefined) this.#tooltip.hide();
    else this.#tooltip.show(lines(this.#pieceWords(piece)), x, y);
  }

  #keep(): void {
    this.#host.keep(this.#chosen);
  }
}

function lines(words: readonly string[]): readonly HTMLElement[] {
  return words.map((text) => element('div', { text }));
}

function pieceOf(starts: Float64Array, time: number): number | undefined {
  const piece = bucketAt(starts, time);
  return piece < 0 ? undefined : piece;
}

function isSame(one: Stretch, other: Stretch): boolean {
  return one.from === other.from && one.to === other.to;
}
