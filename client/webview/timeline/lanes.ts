import { bucketAt } from '../../../server/src/wire/timelineWords';
import { element } from './elements';
import { drawLane, type LaneHeard, type LaneTimes, laneRow } from './laneRow';
import type { Lane, Lanes, Stretch } from './messages';
import type { Palette } from './palette';
import type { View } from './view';
import { VirtualList } from './virtualList';
import { type Clocks, events, lengthOf, number } from './words';

const ROW = 46;

/** Principals, or mailboxes and other targets, over the same time as the bars. */
export class LanesView {
  readonly element: HTMLElement;
  readonly #list: VirtualList;
  readonly #view: View;
  readonly #palette: Palette;
  readonly #heard: LaneHeard;
  readonly #words = element('p', { class: 'note' });
  #lanes: Lanes | undefined;
  #starts = new Float64Array(0);
  #clocks: Clocks | undefined;
  #width = 0;

  constructor(view: View, palette: Palette, heard: LaneHeard) {
    this.#view = view;
    this.#palette = palette;
    this.#heard = heard;
    this.#list = new VirtualList(ROW, 'Lanes');
    this.element = element('div', { class: 'lanes' }, this.#words, this.#list.element);
  }

  show(lanes: Lanes, clocks: Clocks, width: number): void {
    this.#lanes = lanes;
    this.#starts = Float64Array.from(lanes.starts);
    this.#clocks = clocks;
    this.#width = width;
    const ends = lanes.lanes.flatMap(({ first, last }) => (first === null || last === null ? [] : [first, last]));
    const isOfYears = ends.length > 0 && clocks.areOfYears(Math.min(...ends), Math.max(...ends));
    const times = { clocks, isOfYears };
    const shown = lanes.lanes.length;
    const of = shown < lanes.total ? `The ${number(shown)} with the most events of ${number(lanes.total)}. ` : '';
    this.#words.textContent = `${of}▶ first and ◀ last act, ◆ sign-in, dashed: a pause of ${lengthOf(lanes.leastPause)} or more.`;
    this.#list.show(shown, (at) => this.#made(lanes.lanes[at], times));
  }

  /** Draws what the view shows. */
  draw(width = this.#width): void {
    this.#width = width;
    for (const [at, row] of this.#list.made) this.#drawRow(row, this.#lanes?.lanes[at]);
  }

  #made(lane: Lane | undefined, times: LaneTimes): HTMLElement {
    if (lane === undefined) return element('div');
    const row = laneRow(lane, times, this.#heard);
    const canvas = row.querySelector('canvas');
    canvas?.addEventListener('mousemove', (event) => this.#point(lane, event));
    canvas?.addEventListener('mouseleave', () => this.#heard.hide());
    canvas?.addEventListener('click', (event) => {
      const piece = this.#pieceAt(event.offsetX);
      if (piece !== undefined && eventsIn(lane, piece.at) > 0) this.#heard.goTo(lane.question, piece);
    });
    this.#drawRow(row, lane);
    return row;
  }

  #drawRow(row: HTMLElement, lane: Lane | undefined): void {
    const canvas = row.querySelector('canvas');
    if (canvas === null || lane === undefined) return;
    drawLane(canvas, this.#width, { lane, starts: this.#starts, view: this.#view.shown, palette: this.#palette });
  }

  #timeAt(x: number): number {
    return this.#view.shown.from + (x / Math.max(1, this.#width)) * this.#view.span;
  }

  #pieceAt(x: number): (Stretch & { readonly at: number }) | undefined {
    const at = bucketAt(this.#starts, this.#timeAt(x));
    return at < 0 ? undefined : { at, from: this.#starts[at] ?? 0, to: this.#starts[at + 1] ?? 0 };
  }

  #point(lane: Lane, event: MouseEvent): void {
    const clocks = this.#clocks;
    const piece = this.#pieceAt(event.offsetX);
    if (clocks === undefined || piece === undefined) {
      this.#heard.hide();
      return;
    }
    const time = this.#timeAt(event.offsetX);
    const count = eventsIn(lane, piece.at);
    const pause = lane.pauses.find(({ from, to }) => from <= time && time < to);
    const signIns = lane.signIns.filter((each) => each >= piece.from && each < piece.to);
    const words = [
      clocks.stretch(piece.from, piece.to),
      ...(count > 0 ? [events(count)] : []),
      ...(pause !== undefined && count === 0
        ? [`Nothing for ${lengthOf(pause.to - pause.from)}: ${clocks.stretch(pause.from, pause.to)}`]
        : []),
      ...signIns.map((each) => `Sign-in at ${clocks.moment(each)}`),
    ];
    this.#heard.tell(words.length === 1 ? [...words, 'Nothing'] : words, event);
  }
}

function eventsIn({ acts }: Lane, piece: number): number {
  for (let at = 0; at < acts.length; at += 2) if (acts[at] === piece) return acts[at + 1] ?? 0;
  return 0;
}
