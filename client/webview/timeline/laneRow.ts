import { button, element, figure, unseen } from './elements';
import type { Lane, Stretch } from './messages';
import type { Palette } from './palette';
import { type Clocks, events, labelled, lengthOf, number } from './words';

/** What a lane is drawn with. */
export interface LaneDrawn {
  readonly lane: Lane;
  readonly starts: Float64Array;
  readonly view: Stretch;
  readonly palette: Palette;
}

/** How times of lanes are told. */
export interface LaneTimes {
  readonly clocks: Clocks;
  /** Whether the lanes' first and last acts lie in more than one year. */
  readonly isOfYears: boolean;
}

/** What can be done with a lane. */
export interface LaneHeard {
  filter(question: string): void;
  goTo(question: string, within: Stretch): void;
  tell(words: readonly string[], event: MouseEvent): void;
  hide(): void;
}

/** Height of what is drawn of a lane, in CSS pixels. */
const HEIGHT = 34;

/** A lane: who or what, the first and the last act to go to, and what is drawn of it, which its name tells a screen reader in words. */
export function laneRow(lane: Lane, { clocks, isOfYears }: LaneTimes, heard: LaneHeard): HTMLElement {
  const name = labelled(lane.label);
  const words = laneWords(lane, clocks);
  const title = button('', () => heard.filter(lane.question), undefined, 'value');
  title.append(element('span', { text: name }), unseen(`${words.slice(name.length)} Filter by this.`));
  title.title = `${words} Filter by this.`;
  const count = figure(number(lane.count));
  const head = element('div', { class: 'head' }, title, count);
  const ends = element('div', { class: 'ends' }, ...endsOf(lane, { clocks, isOfYears }, heard));
  const canvas = element('canvas', { attributes: { 'aria-hidden': 'true' } });
  return element('div', { class: 'lane' }, element('div', { class: 'who' }, head, ends), canvas);
}

function endsOf(
  { label, first, last, question }: Lane,
  { clocks, isOfYears }: LaneTimes,
  heard: LaneHeard,
): readonly HTMLElement[] {
  if (first === null || last === null) return [element('span', { text: 'nothing in sight' })];
  const to = (time: number, word: string): HTMLElement => {
    const go = (): void =>
      heard.goTo(question, { from: Math.floor(time / 1000) * 1000, to: Math.floor(time / 1000) * 1000 + 1000 });
    const shown = button(clocks.short(time, isOfYears), go, undefined, 'link');
    shown.append(unseen(` ${clocks.offsetAt(time)}: ${word.toLowerCase()} act of ${labelled(label)}. Go to it.`));
    shown.title = `${word} act: ${clocks.moment(time)}. Go to it.`;
    return shown;
  };
  return first === last ? [to(first, 'Only')] : [to(first, 'First'), element('span', { text: '–' }), to(last, 'Last')];
}

/** All that is drawn, in words. */
function laneWords({ label, count, failed, first, last, pauses, signIns }: Lane, clocks: Clocks): string {
  const [longest] = pauses.slice().sort((one, other) => other.to - other.from - (one.to - one.from));
  const words = [
    `${labelled(label)}: ${events(count)}${failed > 0 ? `, ${number(failed)} failed` : ''}.`,
    ...(first === null || last === null
      ? ['None in the time shown.']
      : [`First ${clocks.moment(first)}, last ${clocks.moment(last)}.`]),
    ...(longest === undefined
      ? []
      : [
          `${pauses.length === 1 ? 'A pause' : `${pauses.length} pauses, the longest`} of ${lengthOf(longest.to - longest.from)} from ${clocks.moment(longest.from)}.`,
        ]),
    ...(signIns.length === 0
      ? []
      : [
          `${signIns.length === 1 ? 'A sign-in' : `${signIns.length} sign-ins`}, the first ${clocks.moment(signIns[0] ?? 0)}.`,
        ]),
  ];
  return words.join(' ');
}

/** Draws acts as bars, pauses as dashed lines, sign-ins as diamonds, first and last act as triangles. */
export function drawLane(canvas: HTMLCanvasElement, width: number, { lane, starts, view, palette }: LaneDrawn): void {
  const ratio = devicePixelRatio;
  canvas.width = Math.max(1, Math.round(width * ratio));
  canvas.height = HEIGHT * ratio;
  canvas.style.width = `${width}px`;
  const pen = canvas.getContext('2d');
  if (pen === null) return;
  pen.scale(ratio, ratio);
  const x = (time: number): number => ((time - view.from) / (view.to - view.from)) * width;
  const middle = HEIGHT / 2;
  const [quiet, blue] = [palette.chart('lines'), palette.chart('blue')];
  pen.strokeStyle = quiet;
  pen.lineWidth = 1;
  const line = (from: number, to: number, dash: readonly number[]): void => {
    pen.setLineDash([...dash]);
    pen.beginPath();
    pen.moveTo(x(from), middle);
    pen.lineTo(x(to), middle);
    pen.stroke();
  };
  if (lane.first !== null && lane.last !== null) line(lane.first, lane.last, []);
  pen.lineWidth = 3;
  pen.strokeStyle = palette.background;
  for (const { from, to } of lane.pauses) line(from, to, []);
  pen.lineWidth = 1.5;
  pen.strokeStyle = palette.foreground;
  for (const { from, to } of lane.pauses) line(from, to, [2, 4]);
  pen.setLineDash([]);
  drawActs(pen, lane.acts, starts, { x, middle, colour: blue });
  pen.fillStyle = palette.foreground;
  if (lane.first !== null) triangle(pen, x(lane.first), middle, 1);
  if (lane.last !== null && lane.last !== lane.first) triangle(pen, x(lane.last), middle, -1);
  for (const time of lane.signIns) diamond(pen, x(time), 6, palette);
}

function drawActs(
  pen: CanvasRenderingContext2D,
  acts: readonly number[],
  starts: Float64Array,
  { x, middle, colour }: { readonly x: (time: number) => number; readonly middle: number; readonly colour: string },
): void {
  pen.fillStyle = colour;
  for (let at = 0; at < acts.length; at += 2) {
    const piece = acts[at] ?? 0;
    const left = x(starts[piece] ?? 0);
    const width = Math.max(2, x(starts[piece + 1] ?? 0) - left - 0.5);
    const height = Math.min(HEIGHT - 8, 6 + 6 * Math.log10(acts[at + 1] ?? 1));
    pen.fillRect(left, middle - height / 2, width, height);
  }
}

/** @param towards 1 for one that points to later times */
function triangle(pen: CanvasRenderingContext2D, x: number, y: number, towards: number): void {
  pen.beginPath();
  pen.moveTo(x, y);
  pen.lineTo(x - 6 * towards, y - 6);
  pen.lineTo(x - 6 * towards, y + 6);
  pen.fill();
}

function diamond(pen: CanvasRenderingContext2D, x: number, y: number, palette: Palette): void {
  pen.beginPath();
  pen.moveTo(x, y - 5);
  pen.lineTo(x + 5, y);
  pen.lineTo(x, y + 5);
  pen.lineTo(x - 5, y);
  pen.closePath();
  pen.fillStyle = palette.chart('orange');
  pen.fill();
  pen.strokeStyle = palette.background;
  pen.lineWidth = 1;
  pen.stroke();
}
