import type uPlot from 'uplot';
import type { Stretch, TimelineSeries } from './messages';
import type { Ink } from './palette';

/** What is seen of few events, in pixels of the screen: one critical event among thousands must not vanish. */
const LEAST = 2;

interface Bars {
  readonly starts: Float64Array;
  readonly series: readonly TimelineSeries[];
  readonly inkOf: (key: string | null, place: number) => Ink;
}

/** Draws a bar for each piece that is in sight, the first series at the bottom. */
export function drawBars(plot: uPlot, { starts, series, inkOf }: Bars): void {
  const { ctx: pen, bbox } = plot;
  const { min = 0, max = 0 } = plot.scales.x ?? {};
  const size = starts.length - 1;
  const [first, end] = inSight(starts, min, max);
  const lefts = new Float64Array(end - first);
  const widths = new Float64Array(end - first);
  const floors = new Float64Array(end - first).fill(bbox.top + bbox.height);
  for (let at = first; at < end; at++) {
    const left = plot.valToPos(starts[at] ?? 0, 'x', true);
    const width = plot.valToPos(starts[at + 1] ?? 0, 'x', true) - left;
    lefts[at - first] = left;
    widths[at - first] = Math.max(1, width > 5 ? width - 1 : width);
  }
  const unit = bbox.height / Math.max(1, plot.scales.y?.max ?? 1);
  pen.save();
  pen.beginPath();
  pen.rect(bbox.left, bbox.top, bbox.width, bbox.height);
  pen.clip();
  for (const [place, { key, counts }] of series.entries()) {
    const { fill, colour } = inkOf(key, place);
    pen.fillStyle = fill;
    pen.strokeStyle = colour;
    pen.lineWidth = 1;
    for (let at = first; at < end && at < size; at++) {
      const count = counts[at] ?? 0;
      if (count === 0) continue;
      const [left = 0, width = 0, floor = 0] = [lefts[at - first], widths[at - first], floors[at - first]];
      const height = Math.max(LEAST, count * unit);
      pen.fillRect(left, floor - height, width, height);
      if (width > 6 && height > 4) pen.strokeRect(left + 0.5, floor - height + 0.5, width - 1, height - 1);
      floors[at - first] = floor - height;
    }
  }
  pen.restore();
}

/** The pieces from which one up to which other one, exclusive, can be seen. */
function inSight(starts: Float64Array, min: number, max: number): readonly [number, number] {
  const size = Math.max(0, starts.length - 1);
  let first = 0;
  while (first < size && (starts[first + 1] ?? 0) <= min) first++;
  let end = first;
  while (end < size && (starts[end] ?? 0) < max) end++;
  return [first, end];
}

interface BrushDrawn {
  readonly brush: Stretch | null;
  readonly marked: Stretch | undefined;
  readonly edge: string;
  readonly veil: string;
}

/** Dims what lies outside of the brush, and marks where the keyboard stands. */
export function drawBrush(plot: uPlot, { brush, marked, edge, veil }: BrushDrawn): void {
  const { ctx: pen, bbox } = plot;
  const [begin, end] = [bbox.left, bbox.left + bbox.width];
  const placeOf = (time: number): number =>
    Number.isFinite(time) ? Math.min(end, Math.max(begin, plot.valToPos(time, 'x', true))) : time < 0 ? begin : end;
  pen.save();
  if (brush !== null) {
    const [from, to] = [placeOf(brush.from), placeOf(brush.to)];
    pen.globalAlpha = 0.72;
    pen.fillStyle = veil;
    pen.fillRect(begin, bbox.top, from - begin, bbox.height);
    pen.fillRect(to, bbox.top, end - to, bbox.height);
    pen.globalAlpha = 1;
    pen.fillStyle = edge;
    const width = 2 * devicePixelRatio;
    if (from > begin) pen.fillRect(from - width / 2, bbox.top, width, bbox.height);
    if (to < end) pen.fillRect(to - width / 2, bbox.top, width, bbox.height);
    pen.fillRect(from, bbox.top - width, to - from, width);
  }
  if (marked !== undefined) {
    const [from, to] = [placeOf(marked.from), placeOf(marked.to)];
    pen.strokeStyle = edge;
    pen.lineWidth = 2 * devicePixelRatio;
    pen.setLineDash([4 * devicePixelRatio, 2 * devicePixelRatio]);
    pen.strokeRect(from, bbox.top, Math.max(2, to - from), bbox.height);
  }
  pen.restore();
}
