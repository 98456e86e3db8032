import type { Stretch } from './messages';
import type { View } from './view';

/** What the keyboard moves over: the pieces of time of the chart. */
export interface Pieces {
  readonly starts: Float64Array;
  readonly hasEvents: (piece: number) => boolean;
}

/** What the keyboard does. */
export interface KeysHeard {
  mark(piece: number): void;
  brush(brush: Stretch | null): void;
  goTo(piece: number): void;
}

/** What the keys of the chart do, for those who see them and those who hear of them. */
export const KEY_HELP =
  'Arrow keys move by one bar, with Ctrl to the next one that holds events. Shift with an arrow key brushes, the space bar brushes one bar, Escape clears the brush. Enter goes to the first event of a bar. Plus and minus zoom, Page Up and Page Down move the time shown, 0 shows all.';

/** The keyboard on the chart. */
export class Keys {
  readonly #view: View;
  readonly #pieces: () => Pieces;
  readonly #heard: KeysHeard;
  #at: number | undefined;
  /** The time at which a brush was begun. */
  #anchor: Stretch | undefined;

  constructor(element: HTMLElement, view: View, pieces: () => Pieces, heard: KeysHeard) {
    this.#view = view;
    this.#pieces = pieces;
    this.#heard = heard;
    element.addEventListener('keydown', (event) => {
      if (!this.#press(event)) return;
      event.preventDefault();
      event.stopPropagation();
    });
  }

  /** Where the keyboard stands, in milliseconds since 1970. */
  get time(): number | undefined {
    return this.#stretch()?.from;
  }

  /** Pieces have changed: the same time is another one now. @param piece where that time lies */
  moved(piece: number | undefined): void {
    this.#at = piece;
  }

  #press({ key, shiftKey, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
    if (altKey) return false;
    const isFar = ctrlKey || metaKey;
    switch (key) {
      case 'ArrowLeft':
      case 'ArrowRight':
        return this.#move(key === 'ArrowLeft' ? -1 : 1, isFar, shiftKey);
      case 'Home':
      case 'End':
        return this.#moveTo(key === 'Home' ? this.#ends()[0] : this.#ends()[1], shiftKey);
      case 'PageUp':
      case 'PageDown':
        this.#view.pan(key === 'PageUp' ? -0.5 : 0.5);
        return true;
      case '+':
      case '=':
      case '-':
        if (isFar) return false;
        this.#view.zoom(key === '-' ? 2 : 0.5, this.#middle());
        return true;
      case '0':
        if (isFar) return false;
        this.#view.showAll();
        return true;
      case 'Escape':
        this.#anchor = undefined;
        this.#heard.brush(null);
        return true;
      case ' ':
        this.#anchor = this.#stretch();
        if (this.#anchor !== undefined) this.#heard.brush(this.#anchor);
        return true;
      case 'Enter':
        if (this.#at !== undefined) this.#heard.goTo(this.#at);
        return true;
      default:
        return false;
    }
  }

  #move(by: number, isFar: boolean, isBrushing: boolean): boolean {
    const { starts, hasEvents } = this.#pieces();
    const last = starts.length - 2;
    if (this.#at === undefined) return this.#moveTo(by > 0 ? this.#ends()[0] : this.#ends()[1], isBrushing);
    let to = this.#at + by;
    while (isFar && to >= 0 && to <= last && !hasEvents(to)) to += by;
    return this.#moveTo(Math.min(last, Math.max(0, to)), isBrushing);
  }

  #moveTo(to: number, isBrushing: boolean): boolean {
    const before = this.#stretch();
    this.#at = to;
    const now = this.#stretch();
    if (now === undefined) return true;
    this.#bringIntoSight(now);
    this.#heard.mark(to);
    if (!isBrushing) this.#anchor = undefined;
    else {
      this.#anchor ??= before ?? now;
      const from = Math.min(this.#anchor.from, now.from);
      this.#heard.brush({ from, to: Math.max(this.#anchor.to, now.to) });
    }
    return true;
  }

  #bringIntoSight({ from, to }: Stretch): void {
    const { shown, span } = this.#view;
    if (from < shown.from) this.#view.show({ from, to: from + span });
    else if (to > shown.to) this.#view.show({ from: to - span, to });
  }

  /** The first and the last piece in sight. */
  #ends(): readonly [number, number] {
    const { starts } = this.#pieces();
    const { from, to } = this.#view.shown;
    let first = 0;
    while (first < starts.length - 2 && (starts[first] ?? 0) < from) first++;
    let last = starts.length - 2;
    while (last > first && (starts[last + 1] ?? 0) > to) last--;
    return [first, last];
  }

  #stretch(): Stretch | undefined {
    const { starts } = this.#pieces();
    const [from, to] = [starts[this.#at ?? -1], starts[(this.#at ?? -2) + 1]];
    return from === undefined || to === undefined ? undefined : { from, to };
  }

  #middle(): number | undefined {
    const at = this.#stretch();
    return at && (at.from + at.to) / 2;
  }
}
