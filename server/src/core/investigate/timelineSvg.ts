import type { Outcome } from './particulars';
import type { Bar, Timeline } from './timeline';
import { dayText, minuteText } from './utcText';

/** Size of the picture and of its plot, in pixels. */
const WIDTH = 720;
const HEIGHT = 220;
const PLOT = { left: 44, right: 708, top: 34, bottom: 164 } as const;

/** One or two bars as wide as the plot would look like walls. */
const WIDEST_BAR = 96;

/** Room for `2026-03-01` and `08:00` below the axis, with air beside them. */
const DAY_WIDTH = 72;
const TIME_WIDTH = 40;

/**
 * A picture in a Markdown preview can't see the theme, so its colours are of middle brightness: they stand off from white
 * and from near black. Succeeded and failed differ by pattern too: full, hatched, dotted.
 */
const INK = '#808080';
const stacks: readonly { outcome: Outcome; fill: string; stroke: string; words: string }[] = [
  { outcome: 'succeeded', fill: '#3b82c4', stroke: '#3b82c4', words: 'succeeded' },
  { outcome: 'failed', fill: 'url(#hatched)', stroke: '#d9534f', words: 'failed (hatched)' },
  { outcome: 'unknown', fill: 'url(#dotted)', stroke: INK, words: 'outcome unknown (dotted)' },
];

const patterns =
  '<defs>' +
  '<pattern id="hatched" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">' +
  '<rect width="6" height="6" fill="#d9534f" fill-opacity="0.25"/><rect width="3" height="6" fill="#d9534f"/></pattern>' +
  '<pattern id="dotted" width="4" height="4" patternUnits="userSpaceOnUse"><circle cx="2" cy="2" r="1" fill="#808080"/></pattern>' +
  '</defs>';

/**
 * The time line as an SVG picture. Nothing in it comes from a log but counts and times that were read as numbers.
 *
 * @param title what the picture shows in one sentence, of our own words
 */
export function drawTimeline(timeline: Timeline, title: string): string {
  const top = scaleTop(Math.max(1, ...timeline.bars.map(({ events }) => events.length)));
  const width = Math.min(WIDEST_BAR, (PLOT.right - PLOT.left) / timeline.bars.length);
  const bars = timeline.bars.map((bar, index) => drawBar(bar, PLOT.left + index * width, width, top));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="11" fill="${INK}">`,
    `<title>${title}</title>`,
    patterns,
    drawLegend(timeline),
    drawScale(top),
    ...bars,
    `<path d="M${PLOT.left} ${PLOT.bottom}H${PLOT.right}" stroke="${INK}"/>`,
    drawTimes(timeline, width),
    '</svg>',
  ].join('');
}

/** The picture as Markdown shows it without a file. Parentheses would end the Markdown around it. */
export function pictureUri(svg: string): string {
  return `data:image/svg+xml;utf8,${encodeURIComponent(svg).replaceAll('(', '%28').replaceAll(')', '%29').replaceAll("'", '%27')}`;
}

function drawBar({ events }: Bar, left: number, width: number, top: number): string {
  const gap = Math.min(2, width / 5);
  let bottom: number = PLOT.bottom;
  return stacks
    .map(({ outcome, fill, stroke }) => {
      const count = events.filter(({ facts }) => facts.outcome === outcome).length;
      if (count === 0) return '';
      const height = (count / top) * (PLOT.bottom - PLOT.top);
      bottom -= height;
      const size = `width="${pixels(width - gap)}" height="${pixels(height)}"`;
      return `<rect x="${pixels(left + gap / 2)}" y="${pixels(bottom)}" ${size} fill="${fill}" stroke="${stroke}" stroke-width="0.5"/>`;
    })
    .join('');
}

/** Which pattern means what, for the outcomes there are. */
function drawLegend({ bars }: Timeline): string {
  let left: number = PLOT.left;
  return stacks
    .filter(({ outcome }) => bars.some(({ events }) => events.some(({ facts }) => facts.outcome === outcome)))
    .map(({ fill, stroke, words }) => {
      const at = left;
      left += 34 + words.length * 6;
      return `<rect x="${at}" y="8" width="12" height="12" fill="${fill}" stroke="${stroke}"/><text x="${at + 17}" y="18">${words}</text>`;
    })
    .join('');
}

function drawScale(top: number): string {
  const marks = top % 2 === 0 ? [top / 2, top] : [top];
  return marks
    .map((mark) => {
      const y = pixels(PLOT.bottom - (mark / top) * (PLOT.bottom - PLOT.top));
      const line = `<path d="M${PLOT.left} ${y}H${PLOT.right}" stroke="${INK}" stroke-opacity="0.35" stroke-dasharray="2 3"/>`;
      return `${line}<text x="${PLOT.left - 6}" y="${y}" dy="4" text-anchor="end">${mark}</text>`;
    })
    .join('');
}

/** How many bars a label may stand for; few, so that most labels of minutes and hours are round. */
const steps = [1, 2, 3, 6, 12];
const MOST_LABELS = 6;

/**
 * Times below the axis, where bars begin: the time of day, and below it the date where it is another than before. Labels are
 * so far apart that the last may be moved to the left, off the edge of the picture, without touching the one before.
 */
function drawTimes({ bars, size, words }: Timeline, width: number): string {
  const ofDays = size % (24 * 3_600_000) === 0;
  const step =
    steps.find((count) => count * width >= 2 * DAY_WIDTH || count * MOST_LABELS >= bars.length) ?? bars.length;
  let day = '';
  const labels = bars.flatMap(({ from }, index) => {
    if (index % step !== 0) return [];
    const left = PLOT.left + index * width;
    const known = day;
    day = dayText(from);
    const labelWidth = day === known ? TIME_WIDTH : DAY_WIDTH;
    const place = left + labelWidth > WIDTH ? `x="${WIDTH}" text-anchor="end"` : `x="${pixels(left)}"`;
    const lines = [...(ofDays ? [] : [minuteText(from).slice(-5)]), ...(day === known ? [] : [day])];
    const texts = lines.map((line, row) => `<text ${place} y="${PLOT.bottom + 18 + row * 14}">${line}</text>`);
    return [`<path d="M${pixels(left)} ${PLOT.bottom}v5" stroke="${INK}"/>`, ...texts];
  });
  const unit = `<text x="${PLOT.right}" y="${HEIGHT - 6}" text-anchor="end">time in UTC, a bar covers ${words}</text>`;
  return labels.join('') + unit;
}

/** The next number above that people count in: 1, 2, 4, 5, 10, 20, 40, 50, 100 … */
function scaleTop(most: number): number {
  const power = 10 ** Math.floor(Math.log10(most));
  const step = [1, 2, 4, 5, 10].find((factor) => factor * power >= most) ?? 10;
  return step * power;
}

/** Two places after the point are plenty, and the same on every machine. */
function pixels(value: number): string {
  return String(Math.round(value * 100) / 100);
}
