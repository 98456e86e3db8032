import { toOriginalInOrder } from '../read/edits';
import { unescaped, unescapeEdits } from '../read/escapes';
import { findInValue } from './dissect';
import type { NamedKinds } from './fieldKinds';
import type { Found } from './found';
import type { KnownValues } from './knownValues';
import { findInRawText } from './rawText';
import { walkRecord } from './recordPlaces';
import type { FieldKind } from './redactionFile';

/** So many values of a kind are remembered, since a log says the same a thousand times; longer ones are not. */
const MOST = 50_000;
const LONGEST = 400;
const NOTHING: readonly Found[] = [];
/** What stands between two records, mostly. */
const BETWEEN = /^[\s,[\]{}]*$/;

/** A text, and where it stands in another one. */
interface Based {
  readonly text: string;
  readonly base: number;
}

/** What is found in values and in other text: by kind of field and by form, and where it is given what is known from elsewhere. */
export class ValueFinds {
  readonly #names: NamedKinds;
  readonly #known: KnownValues | undefined;
  readonly #remembered = new Map<FieldKind, Map<string, readonly Found[]>>();

  /** @param known texts that are replaced wherever they stand in running text */
  constructor(names: NamedKinds, known?: KnownValues) {
    this.#names = names;
    this.#known = known;
  }

  /**
   * What is replaced in a value, in its order, without overlaps.
   *
   * @param text the value without escapes
   */
  inValue(kind: FieldKind, text: string): readonly Found[] {
    // Ids are mostly of one record.
    if (kind === 'id' || text.length > LONGEST) return this.#find(kind, text);
    let values = this.#remembered.get(kind);
    if (values === undefined || values.size >= MOST) {
      values = new Map();
      this.#remembered.set(kind, values);
    }
    const known = values.get(text);
    if (known !== undefined) return known;
    const found = this.#find(kind, text);
    values.set(text, found);
    return found;
  }

  /** What is replaced in text that is not read as a record, in offsets of `text`. */
  inRaw(text: string, from = 0, to = text.length): readonly Found[] {
    const within = text.slice(from, to);
    if (within.length <= LONGEST && BETWEEN.test(within)) return NOTHING;
    const found: Found[] = [];
    const kept: Found[] = [];
    findInRawText(
      within,
      from,
      (each) => found.push(each),
      (start, end) => kept.push({ start, end, as: 'known', original: '' }),
    );
    return this.#withKnown({ text: within, base: from }, found, kept);
  }

  /** Of JSON in a text every value is looked at like those of the record around it. */
  #inJson(text: string, depth: number): readonly Found[] {
    const found: Found[] = [];
    walkRecord(text, undefined, this.#names, ({ start, end, part, kind }) => {
      if (part === 'number') return;
      const written = text.slice(start, end);
      const value = unescaped(written);
      const within = this.#find(kind, value, depth);
      if (within.length === 0) return;
      const edits = unescapeEdits(written);
      const way = toOriginalInOrder(edits);
      for (const each of within) {
        const from = start + way(each.start);
        found.push({ ...each, start: from, end: start + way(each.end) });
      }
    });
    return apart(found);
  }

  #find(kind: FieldKind, text: string, depth = 0): readonly Found[] {
    if (kind !== 'secret' && kind !== 'keep' && looksLikeJson(text)) {
      return depth < DEEPEST && isJson(text) ? this.#inJson(text, depth + 1) : this.inRaw(text);
    }
    const found: Found[] = [];
    findInValue(kind, text, 0, (each) => found.push(each));
    if (kind === 'text' || kind === 'agent') return this.#withKnown({ text, base: 0 }, found, []);
    return found.length === 0 ? NOTHING : apart(found);
  }

  /** What is known goes before what is found by form where it holds all of it, and fills what is left between. */
  #withKnown(within: Based, found: readonly Found[], kept: readonly Found[]): readonly Found[] {
    const known = this.#knownIn(within, 0, within.text.length);
    if (known.length === 0) return apart(found);
    const formed = apart(found);
    const fixed = apart(kept);
    const whole = known.filter((each) => !cuts(formed, each) && outside([each], fixed).length > 0);
    const taken = apart([...whole, ...outside(formed, whole)]);
    if (whole.length === known.length) return taken;
    return apart([...taken, ...this.#knownBetween(within, apart([...taken, ...fixed]))]);
  }

  #knownBetween(within: Based, taken: readonly Found[]): readonly Found[] {
    const known: Found[] = [];
    let from = 0;
    for (const { start, end } of taken) {
      for (const each of this.#knownIn(within, from, start - within.base)) known.push(each);
      from = end - within.base;
    }
    for (const each of this.#knownIn(within, from, within.text.length)) known.push(each);
    return known;
  }

  #knownIn({ text, base }: Based, from: number, to: number): readonly Found[] {
    const known: Found[] = [];
    this.#known?.findIn(text, from, to, (start, end, original) =>
      known.push({ start: base + start, end: base + end, as: 'known', original }),
    );
    return known;
  }
}

/** A policy, a message, a request: JSON in a text. */
function looksLikeJson(text: string): boolean {
  return text.length > 2 && /^\s{0,8}(?:\{\s{0,64}["}]|\[\s{0,64}["{[\]])/.test(text);
}

function isJson(text: string): boolean {
  try {
    return JSON.parse(text) !== undefined;
  } catch {
    return false;
  }
}

/** JSON in JSON in JSON is looked through by the names of its fields alone. */
const DEEPEST = 3;

/** In order, the later of two that overlap left out. */
export function apart(found: readonly Found[]): readonly Found[] {
  const sorted = isInOrder(found) ? found : Array.from(found).sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Found[] = [];
  let end = 0;
  for (const each of sorted) {
    if (each.start < end) continue;
    kept.push(each);
    end = each.end;
  }
  return kept;
}

function isInOrder(found: readonly Found[]): boolean {
  return found.every(({ start }, at) => start >= (found[at - 1]?.end ?? 0));
}

/** Those of `found` that share no character with a list that is in order. */
export function outside(found: readonly Found[], taken: readonly Found[]): readonly Found[] {
  return found.filter((each) => !overlaps(taken, each));
}

/** Whether one of a list that is in order reaches over an end of a stretch. */
function cuts(found: readonly Found[], { start, end }: Found): boolean {
  return reachesOver(found, start) || reachesOver(found, end);
}

function reachesOver(found: readonly Found[], at: number): boolean {
  const next = found[firstBehind(found, at)];
  return next !== undefined && next.start < at;
}

/** Whether a stretch shares characters with one of a list that is in order. */
function overlaps(found: readonly Found[], { start, end }: Found): boolean {
  const next = found[firstBehind(found, start)];
  return next !== undefined && next.start < end;
}

/** The first of a list in order that ends behind a place. */
function firstBehind(found: readonly Found[], at: number): number {
  let low = 0;
  let high = found.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((found[middle]?.end ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}
