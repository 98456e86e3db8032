import { composeEdits } from '../read/composeEdits';
import { applyEdits } from '../read/edits';
import type { Layer } from '../read/layers/layer';
import type { Uncovered } from '../read/layers/layersOf';
import { offsetsThrough } from '../read/layers/offsets';
import type { EventRecord, LogOutline, Problem, Span, TextEdit } from '../record';
import { codeOf } from './rules';

/**
 * Puts a log that was read without what lies over it back into its text: records with the edits that uncover them, problems where
 * they stand.
 *
 * @param reading of the inner text
 */
export function* analyzeLayered(
  text: string,
  { inner, layers }: Uncovered,
  reading: Generator<EventRecord | undefined, LogOutline>,
): Generator<EventRecord | undefined, LogOutline> {
  const cover = new Cover(layers);
  let next = reading.next();
  let first = inner.length;
  for (; !next.done; next = reading.next()) {
    if (next.value !== undefined) first = Math.min(first, next.value.start);
    yield next.value && coveredRecord(next.value, { text, inner, cover });
  }
  const { container, problems, kind, lacksNames } = next.value;
  const [beside, own] = besideEvents(problems, first);
  const left = own.map((problem) => covered(problem, 0, 0, cover));
  return {
    container,
    kind,
    isLayered: true,
    ...(lacksNames && { lacksNames }),
    problems: [toldOnce({ text, inner, cover }, layers, beside.length > 0), ...left],
  };
}

/** So many problems before the first event are no damage, but other text. */
const OTHER_TEXT = 3;

/**
 * Parts what is said of other text beside the events from what is wrong between them: such text can look like the beginning of
 * JSON, and its brackets like those of the log.
 *
 * @param first offset of the first event
 */
function besideEvents(problems: readonly Problem[], first: number): readonly [readonly Problem[], readonly Problem[]] {
  const before = problems.filter(({ span }) => (span?.end ?? first) <= first).length;
  const hasText = problems.some(({ code }) => isText(code));
  const isBeside = ({ code, span }: Problem): boolean =>
    isText(code) ||
    (hasText && code === codeOf('extra-bracket')) ||
    (before >= OTHER_TEXT && (span?.end ?? first) <= first);
  return [problems.filter(isBeside), problems.filter((problem) => !isBeside(problem))];
}

function isText(code: string): boolean {
  return code === codeOf('unexpected-text') || code === codeOf('text-around');
}

interface Texts {
  readonly text: string;
  readonly inner: string;
  readonly cover: Cover;
}

function coveredRecord(record: EventRecord, { text, inner, cover }: Texts): EventRecord {
  const { start, end } = cover.span(record);
  const source = inner.slice(record.start, record.end);
  const edits = cover.editsWithin(record);
  // What lies over it may be one piece with what lies over its neighbours; then only the whole of it can be put in its place.
  const isOwn = applyEdits(text.slice(start, end), edits) === source;
  const mends = composeEdits(isOwn ? edits : [{ start: 0, end: end - start, text: source }], record.mends);
  const problems = record.problems.map((problem) => covered(problem, record.start, start, cover));
  // A line break inside of a string is no JSON, whoever put it there.
  const malformed = cover.breaks(record) ? 'syntax' : record.malformed;
  return { ...record, start, end, mends, problems, malformed };
}

/** A repair of the inner text is none of the outer one, where it would have to be written in another way. */
function covered({ edits: _edits, ...problem }: Problem, innerBase: number, outerBase: number, cover: Cover): Problem {
  if (problem.span === undefined) return problem;
  const { start, end } = cover.span({ start: problem.span.start + innerBase, end: problem.span.end + innerBase });
  return { ...problem, span: { start: start - outerBase, end: end - outerBase } };
}

/**
 * What lies over the text, told once for all lines, at the first of it.
 *
 * @param hasMore something else stands beside the events
 */
function toldOnce({ text, inner, cover }: Texts, layers: readonly Layer[], hasMore: boolean): Problem {
  const first = layers[0]?.edits.firstRemoval();
  const start = Math.min(first?.start ?? 0, Math.max(0, text.length - 1));
  const lineEnd = start + text.slice(start, start + LONGEST_SHOWN).search(/[\r\n]|$/);
  const end = Math.max(start + 1, Math.min(first?.end ?? 1, lineEnd));
  const sentences = [...new Set(layers.map(({ words }) => words)), ...(hasMore ? [MORE] : [])];
  const detail = { words: sentences.join(' ') };
  return {
    code: codeOf('layer'),
    path: [],
    target: 'gap',
    detail,
    span: { start, end },
    edits: cover.all(text, inner),
  };
}

const MORE = 'What else is written beside the events is not read.';
const LONGEST_SHOWN = 1000;

/** More edits than this no editor makes gladly. */
const MANY = 10_000;

/** The way between a text and what is read of it. */
class Cover {
  readonly #layers: readonly Layer[];
  readonly #outward: readonly ((offset: number) => number)[];

  constructor(layers: readonly Layer[]) {
    this.#layers = layers;
    this.#outward = layers.map((layer) => offsetsThrough([layer]).outward);
  }

  /** Where a stretch of the inner text stands in the outer one. */
  span(inner: Span): Span {
    let span = inner;
    for (let index = this.#layers.length - 1; index >= 0; index--) span = this.#through(index, span);
    return span;
  }

  /** What takes all layers off the text: one edit of all of it where there would be too many. */
  all(text: string, inner: string): readonly TextEdit[] {
    const whole = { start: 0, end: Number.POSITIVE_INFINITY };
    if (this.#layers.some(({ edits }) => edits.length > MANY)) return [{ start: 0, end: text.length, text: inner }];
    return this.#layers.reduce<readonly TextEdit[]>(
      (edits, layer) => composeEdits(edits, layer.edits.within(whole)),
      [],
    );
  }

  /** What makes the inner text of a stretch of the outer one; offsets count from its start. */
  editsWithin(inner: Span): readonly TextEdit[] {
    let span: Span = { start: inner.start, end: inner.end };
    let edits: readonly TextEdit[] = [];
    for (let index = this.#layers.length - 1; index >= 0; index--) {
      span = this.#through(index, span);
      edits = composeEdits(this.#layers[index]?.edits.within(span) ?? [], edits);
    }
    return edits;
  }

  /** Whether lines were broken inside of a stretch where JSON allows none to be. */
  breaks(inner: Span): boolean {
    let span: Span = { start: inner.start, end: inner.end };
    for (let index = this.#layers.length - 1; index >= 0; index--) {
      span = this.#through(index, span);
      if (this.#layers[index]?.breaksJson === true && this.#layers[index]?.edits.hasWithin(span) === true) return true;
    }
    return false;
  }

  #through(index: number, { start, end }: Span): Span {
    const outward = this.#outward[index] ?? ((offset: number) => offset);
    const from = outward(start);
    return { start: from, end: end > start ? Math.max(from, outward(end - 1) + 1) : from };
  }
}
