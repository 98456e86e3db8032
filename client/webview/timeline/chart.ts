import uPlot from 'uplot';
import { bucketAt, bucketStarts, stepFor } from '../../../server/src/wire/timelineWords';
import { drawBars, drawBrush } from './bars';
import type { SplitField, Stretch, Timeline } from './messages';
import type { Palette } from './palette';
import type { View } from './view';
import { type Clocks, number } from './words';

/** Width of the names beside lanes and chart, in CSS pixels: both have their times at the same places. */
const GUTTER = 190;
const HEIGHT = 240;
const MARGIN = 12;
/** Between two labels of times. */
const LABEL_WIDTH = 76;
/** A press that moves less is a click. */
const CLICK = 4;

/** What the chart tells. */
export interface ChartHeard {
  brush(brush: Stretch): void;
  /** Of the piece that was clicked, the series under the pointer; undefined above all of them. */
  goTo(piece: number, series: number | undefined): void;
  /** The piece under the pointer; undefined where there is none. */
  point(piece: number | undefined, x: number, y: number): void;
}

/** What the chart shows. */
export interface Charted {
  readonly timeline: Timeline;
  readonly split: SplitField;
  readonly clocks: Clocks;
}

/** Bars over time, one a piece, stacked by series. The plot beneath knows axes, scales and the pointer; bars and brush are drawn here. */
export class Chart {
  readonly element: HTMLElement;
  readonly #view: View;
  readonly #palette: Palette;
  readonly #heard: ChartHeard;
  readonly #plot: uPlot;
  #charted: Charted | undefined;
  #starts = new Float64Array(0);
  #tops = new Float64Array(0);
  /** Where the keyboard stands. */
  #marked: number | undefined;
  #pressed: { readonly x: number; readonly y: number } | undefined;

  constructor(element: HTMLElement, view: View, palette: Palette, heard: ChartHeard) {
    this.element = element;
    this.#view = view;
    this.#palette = palette;
    this.#heard = heard;
    this.#plot = new uPlot(
      this.#options(),
      [
        [0, 1],
        [0, 0],
      ],
      element,
    );
    this.#listen();
    new ResizeObserver(() => this.resize()).observe(element);
  }

  get starts(): Float64Array {
    return this.#starts;
  }

  /** Of the plot, in CSS pixels. */
  get plotWidth(): number {
    return this.#plot.over.clientWidth;
  }

  resize(): void {
    const width = Math.max(320, this.element.clientWidth);
    if (width !== this.#plot.width) this.#plot.setSize({ width, height: HEIGHT });
  }

  show(charted: Charted): void {
    this.#charted = charted;
    const { starts, series } = charted.timeline;
    this.#starts = Float64Array.from(starts);
    const tops = new Float64Array(Math.max(0, starts.length - 1));
    for (const { counts } of series)
      for (let at = 0; at < tops.length; at++) tops[at] = (tops[at] ?? 0) + (counts[at] ?? 0);
    this.#tops = tops;
    this.#plot.setData([Array.from(this.#starts.subarray(0, tops.length)), Array.from(tops)], false);
    this.draw();
  }

  /** Draws what the view shows. */
  draw(): void {
    const { from, to } = this.#view.shown;
    this.#plot.setScale('x', { min: from, max: to });
  }

  /** Draws all in other colours. */
  recolour(): void {
    this.#plot.redraw(false, true);
  }

  /** Marks the piece where the keyboard stands. */
  mark(piece: number | undefined): void {
    this.#marked = piece;
    this.#plot.redraw(false, false);
  }

  #options(): uPlot.Options {
    const foreground = () => this.#palette.foreground;
    const grid = { stroke: () => this.#palette.colour('editorWidget-border', this.#palette.foreground), width: 0.5 };
    const ticks = { ...grid, size: 4 };
    const font = `11px ${getComputedStyle(document.body).fontFamily}`;
    return {
      width: Math.max(320, this.element.clientWidth),
      height: HEIGHT,
      padding: [8, MARGIN, 0, 0],
      legend: { show: false },
      scales: {
        x: { time: false, range: (_, min, max) => [min, max] },
        y: { range: () => [0, this.#highest() * 1.05] },
      },
      axes: [
        {
          stroke: foreground,
          grid,
          ticks,
          font,
          size: 40,
          splits: (plot) => this.#timesOf(plot),
          values: (_, times) => this.#labelsOf(times),
        },
        {
          stroke: foreground,
          grid,
          ticks,
          font,
          size: GUTTER,
          incrs: COUNTS,
          values: (_, counts) => counts.map(number),
        },
      ],
      series: [{}, { paths: () => null, points: { show: false } }],
      cursor: {
        y: false,
        points: { show: false },
        drag: { x: true, y: false, setScale: false },
        bind: { dblclick: () => null },
      },
      hooks: {
        // Over the lines of the axes.
        draw: [(plot) => this.#drawBars(plot), (plot) => this.#drawBrush(plot)],
        setSelect: [(plot) => this.#select(plot)],
      },
    };
  }

  #highest(): number {
    const { from, to } = this.#view.shown;
    let highest = 1;
    for (let at = 0; at < this.#tops.length; at++) {
      const isShown = (this.#starts[at + 1] ?? 0) > from && (this.#starts[at] ?? 0) < to;
      if (isShown && (this.#tops[at] ?? 0) > highest) highest = this.#tops[at] ?? 0;
    }
    return highest;
  }

  #timesOf({ over }: uPlot): number[] {
    const { from, to } = this.#view.shown;
    const { offset } = this.#charted?.clocks ?? { offset: () => 0 };
    const most = Math.max(1, Math.floor(over.clientWidth / LABEL_WIDTH));
    const times = Array.from(bucketStarts(from, to, stepFor(to - from, most), offset));
    return times.filter((time) => time >= from && time <= to);
  }

  #labelsOf(times: readonly number[]): string[] {
    const clocks = this.#charted?.clocks;
    if (clocks === undefined) return times.map(() => '');
    const step = (times[1] ?? 0) - (times[0] ?? 0);
    const withSeconds = times.some((time) => time % 60_000 !== 0);
    return times.map((time, at) => {
      const day = clocks.day(time);
      const clock = clocks.clock(time, withSeconds);
      const before = times[at - 1];
      const isNewDay = before === undefined || clocks.day(before) !== day;
      if (step >= 82_800_000) return day;
      return isNewDay ? `${clock}\n${day}` : clock;
    });
  }

  #drawBars(plot: uPlot): void {
    if (this.#charted === undefined) return;
    const { timeline, split } = this.#charted;
    drawBars(plot, {
      starts: this.#starts,
      series: timeline.series,
      inkOf: (key, at) => this.#palette.ink(split, key, at),
    });
  }

  #drawBrush(plot: uPlot): void {
    const brush = this.#charted?.timeline.brush ?? null;
    const [begin, end] = [this.#starts[this.#marked ?? -1], this.#starts[(this.#marked ?? -2) + 1]];
    drawBrush(plot, {
      brush: brush && { from: brush.from ?? Number.NEGATIVE_INFINITY, to: brush.to ?? Number.POSITIVE_INFINITY },
      marked: begin === undefined || end === undefined ? undefined : { from: begin, to: end },
      edge: this.#palette.colour('focusBorder', this.#palette.foreground),
      veil: this.#palette.background,
    });
  }

  /** What was drawn over with the pointer, out to the ends of its pieces. */
  #select(plot: uPlot): void {
    const { left, width } = plot.select;
    if (width < CLICK) return;
    const first = this.#pieceAt(left);
    const last = this.#pieceAt(left + width);
    plot.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
    const from = (first < 0 ? undefined : this.#starts[first]) ?? plot.posToVal(left, 'x');
    const to = (last < 0 ? undefined : this.#starts[last + 1]) ?? plot.posToVal(left + width, 'x');
    this.#heard.brush({ from: Math.floor(from / 1000) * 1000, to: Math.ceil(to / 1000) * 1000 });
  }

  #pieceAt(left: number): number {
    return bucketAt(this.#starts, this.#plot.posToVal(left, 'x'));
  }

  #listen(): void {
    const { over } = this.#plot;
    over.addEventListener('mousedown', ({ clientX: x, clientY: y }) => {
      this.#pressed = { x, y };
    });
    over.addEventListener('click', (event) => this.#click(event));
    over.addEventListener('mousemove', ({ offsetX, clientX, clientY }) =>
      this.#heard.point(this.#known(offsetX), clientX, clientY),
    );
    over.addEventListener('mouseleave', () => this.#heard.point(undefined, 0, 0));
    over.addEventListener('wheel', (event) => this.#wheel(event), { passive: false });
    // Before the plot hears of it: it would begin to brush.
    over.addEventListener('mousedown', (event) => this.#startPan(event), { capture: true });
  }

  #known(left: number): number | undefined {
    const piece = this.#pieceAt(left);
    return piece < 0 ? undefined : piece;
  }

  #click({ clientX, clientY, offsetX, offsetY, shiftKey }: MouseEvent): void {
    const pressed = this.#pressed;
    const isStill = pressed !== undefined && Math.abs(pressed.x - clientX) + Math.abs(pressed.y - clientY) < CLICK;
    const piece = this.#known(offsetX);
    if (!isStill || shiftKey || piece === undefined || this.#tops[piece] === 0) return;
    let left = this.#plot.posToVal(offsetY, 'y');
    const under = (this.#charted?.timeline.series ?? []).findIndex(({ counts }) => {
      left -= counts[piece] ?? 0;
      return left <= 0;
    });
    this.#heard.goTo(piece, under < 0 ? undefined : under);
  }

  #wheel(event: WheelEvent): void {
    event.preventDefault();
    const isSideways = event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY);
    const by = (event.deltaX === 0 ? event.deltaY : event.deltaX) / Math.max(1, this.plotWidth);
    if (isSideways) this.#view.pan(by);
    else this.#view.zoom(1.0015 ** event.deltaY, this.#plot.posToVal(event.offsetX, 'x'));
  }

  #startPan(event: MouseEvent): void {
    if (!event.shiftKey && event.button !== 1) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    let x = event.clientX;
    const move = (moved: MouseEvent): void => {
      this.#view.pan((x - moved.clientX) / Math.max(1, this.plotWidth));
      x = moved.clientX;
    };
    window.addEventListener('mousemove', move);
    window.addEventListener('mouseup', () => window.removeEventListener('mousemove', move), { once: true });
  }
}

/** Events are counted in whole ones. */
const COUNTS = Array.from({ length: 10 }, (_, power) => [1, 2, 5].map((factor) => factor * 10 ** power)).flat();
