import { Contrast } from './contrast';
import type { SplitField } from './messages';

/** How a series is drawn: a colour, and a pattern that tells it from others without colour. */
export interface Ink {
  readonly fill: string | CanvasPattern;
  readonly colour: string;
}

type Pattern = 'solid' | 'rising' | 'dots' | 'level' | 'falling' | 'upright' | 'crossed' | 'sparse' | 'hollow';

const PATTERNS: readonly Pattern[] = [
  'solid',
  'rising',
  'dots',
  'level',
  'falling',
  'upright',
  'crossed',
  'sparse',
  'hollow',
];

/** Names of the theme's colours, the strongest first. */
const COLOURS = ['blue', 'orange', 'green', 'purple', 'red', 'yellow', 'foreground', 'lines'] as const;
/** What has an order of its own keeps its colour and its pattern, whatever stands beside it. */
const WEIGHTS: Readonly<Record<string, Own>> = {
  critical: { colour: 'red', pattern: 0 },
  high: { colour: 'orange', pattern: 1 },
  medium: { colour: 'yellow', pattern: 2 },
  low: { colour: 'blue', pattern: 3 },
  info: { colour: 'green', pattern: 4 },
  '': { colour: 'foreground', pattern: 5 },
};
const OUTCOMES: Readonly<Record<string, Own>> = {
  failed: { colour: 'red', pattern: 0 },
  unknown: { colour: 'yellow', pattern: 2 },
  succeeded: { colour: 'blue', pattern: 3 },
};

interface Own {
  readonly colour: string;
  readonly pattern: number;
}

/** Side of a pattern's tile in pixels of the screen. */
const TILE = 8;

/** The colours of the theme, looked up again when it changes. */
export class Palette {
  #inks = new Map<string, Ink>();
  #style = getComputedStyle(document.documentElement);
  #charts = new Map<string, string>();

  /** Forgets what was looked up. */
  renew(): void {
    this.#inks = new Map();
    this.#charts = new Map();
    this.#style = getComputedStyle(document.documentElement);
  }

  /** A colour of the theme, or another one where it has none. */
  colour(name: string, otherwise: string): string {
    return this.#style.getPropertyValue(`--vscode-${name}`).trim() || otherwise;
  }

  /** A colour for shapes: that of the theme, made strong enough where it can't be told from the background. */
  chart(name: string): string {
    const { foreground } = this;
    const own = this.colour(`charts-${name}`, foreground);
    const told = this.#charts.get(name) ?? new Contrast(this.background).told(own, foreground);
    this.#charts.set(name, told);
    return told;
  }

  get foreground(): string {
    return this.colour('editor-foreground', 'CanvasText');
  }

  get background(): string {
    return this.colour('editor-background', 'Canvas');
  }

  /** How a series is drawn. @param place among the series, the last where it holds all others */
  ink(split: SplitField, key: string | null, place: number): Ink {
    const table = split === 'weight' ? WEIGHTS : split === 'outcome' ? OUTCOMES : {};
    const own = key !== null && Object.hasOwn(table, key) ? table[key] : undefined;
    const colour = key === null ? 'foreground' : (own?.colour ?? COLOURS[place % COLOURS.length] ?? 'blue');
    const patternAt = key === null ? PATTERNS.length - 1 : (own?.pattern ?? place) % (PATTERNS.length - 1);
    const name = `${colour} ${patternAt}`;
    const known = this.#inks.get(name) ?? this.#made(colour, PATTERNS[patternAt] ?? 'solid');
    this.#inks.set(name, known);
    return known;
  }

  #made(name: string, pattern: Pattern): Ink {
    const colour = this.chart(name);
    if (pattern === 'solid') return { fill: colour, colour };
    const ratio = Math.max(1, Math.round(devicePixelRatio));
    const tile = document.createElement('canvas');
    tile.width = tile.height = TILE * ratio;
    const pen = tile.getContext('2d');
    if (pen === null) return { fill: colour, colour };
    pen.scale(ratio, ratio);
    drawTile(pen, pattern, colour, this.background);
    return { fill: pen.createPattern(tile, 'repeat') ?? colour, colour };
  }
}

function drawTile(pen: CanvasRenderingContext2D, pattern: Pattern, colour: string, background: string): void {
  pen.fillStyle = pattern === 'hollow' ? background : colour;
  pen.fillRect(0, 0, TILE, TILE);
  pen.fillStyle = pen.strokeStyle = pattern === 'hollow' ? colour : background;
  pen.lineWidth = 1.5;
  const line = (...points: readonly number[]): void => {
    pen.beginPath();
    pen.moveTo(points[0] ?? 0, points[1] ?? 0);
    pen.lineTo(points[2] ?? 0, points[3] ?? 0);
    pen.stroke();
  };
  const rising = (): void => {
    for (const at of [-TILE, 0, TILE]) line(at, TILE, at + TILE, 0);
  };
  const falling = (): void => {
    for (const at of [-TILE, 0, TILE]) line(at, 0, at + TILE, TILE);
  };
  const dot = (x: number, y: number): void => pen.fillRect(x, y, 2, 2);
  if (pattern === 'rising' || pattern === 'crossed' || pattern === 'hollow') rising();
  if (pattern === 'falling' || pattern === 'crossed') falling();
  if (pattern === 'level') line(0, TILE / 2, TILE, TILE / 2);
  if (pattern === 'upright') line(TILE / 2, 0, TILE / 2, TILE);
  if (pattern === 'dots') {
    dot(1, 1);
    dot(5, 5);
  }
  if (pattern === 'sparse') dot(3, 3);
}

/** Draws a sample of an ink into a small canvas, for the list of what is shown. */
export function swatch({ fill, colour }: Ink): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  const ratio = Math.max(1, Math.round(devicePixelRatio));
  canvas.className = 'swatch';
  canvas.width = canvas.height = 14 * ratio;
  canvas.setAttribute('aria-hidden', 'true');
  const pen = canvas.getContext('2d');
  if (pen !== null) {
    pen.fillStyle = fill;
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.strokeStyle = colour;
    pen.lineWidth = 2 * ratio;
    pen.strokeRect(0, 0, canvas.width, canvas.height);
  }
  return canvas;
}
