import type { Span, TextEdit } from '../../record';
import { withEdits } from '../edits';
import { namesAnEvent } from '../evidence';
import { TextWriter } from '../textWriter';
import type { UndoableDefinition } from './definition';
import { tells, undoable } from './definitions';
import { EditList } from './editList';
import { headOf } from './head';
import type { Layer, Undoing } from './layer';
import { isReadable, type Look, lookAt } from './look';
import { isPlainHead } from './plainHead';
import { waysToUndo } from './undo';

/** A text with what lies over it taken off. */
export interface Uncovered {
  readonly inner: string;
  /** Outermost first. The edits of each are offsets of what the ones before it left. */
  readonly layers: readonly Layer[];
}

/** More layers than this nobody puts over a log. */
const DEEPEST = 5;
/** So many ways to take layers off are tried on the head of a text. */
const TRIES = 60;
/** Where nothing else may stand beside the events: what a damaged log has of it. */
const JUNK_OF_DAMAGE = 0.1;
/** So many characters that are no JSON are more than damage to two of them. */
const LEAST_JUNK = 10;
/** What people write around a log that they quote. A page with more of it is about something else. */
const JUNK_OF_PEOPLE = 0.4;
/** What a tool that logs has to say beside what it prints. */
const JUNK_OF_LOGS = 0.8;

/** Lines that only source code has. What it quotes is an example, in whatever it is written. */
const SOURCE =
  /^(?:import .*\bfrom ['"]|import [\w.]+;?\r?$|from [\w.]+ import |export (?:default|const|function|class) |def \w+\(|package [\w.]+;?\r?$|using [\w.]+;|#include <|<\?php|(?:describe|suite|test|it)\(['"])/m;

/** A layer taken off on trial. */
export interface Step {
  readonly layer: UndoableDefinition;
  readonly undoing: Undoing;
}

interface Trial {
  readonly head: string;
  readonly look: Look;
  readonly steps: readonly Step[];
}

/**
 * What people and tools have put over the characters of a log; undefined when there is nothing, or nothing that is sure.
 * The search goes over the head of a text, all ways of one layer before those of two. As soon as
 * one leads to a text that is JSON throughout, no longer ones are tried. Of all that were, the one is taken by which most is
 * read, then the one that leaves least beside JSON: never one after which less can be read than before.
 */
export function layersOf(text: string): Uncovered | undefined {
  const steps = stepsOver(text);
  if (steps === undefined) return undefined;
  const work = uncovering(text, steps);
  let next = work.next();
  while (!next.done) next = work.next();
  return next.value;
}

/**
 * Takes layers off a text; yields now and then, so that a caller may pause or give up.
 *
 * @param from nothing lies over what stands before this offset
 */
export function* uncovering(text: string, steps: readonly Step[], from = 0): Generator<undefined, Uncovered> {
  const layers: Layer[] = [];
  let inner = text;
  // What was broken into lines may be no JSON yet.
  const isHidden = steps.some(({ layer }) => layer.hides === true);
  for (const { layer, undoing } of steps) {
    const edits = new EditList();
    const writer = new TextWriter();
    let copied = 0;
    for (const { start, end } of isOfLines(layer) ? stretchesOf(inner, from) : [{ start: from, end: inner.length }]) {
      const around = inner.slice(start, end);
      for (const edit of undoing.edits(around)) {
        if (takesEvent(around, edit)) continue;
        edits.push(edit.start + start, edit.end + start, edit.text);
        writer.copy(inner, copied, edit.start + start);
        writer.put(edit.text);
        copied = edit.end + start;
        if (edits.length % PAUSE === 0) yield undefined;
      }
      yield undefined;
    }
    writer.copy(inner, copied, inner.length);
    const words = layer.words.replace('{column}', undoing.detail ?? '');
    layers.push({ id: layer.id, words, edits, breaksJson: layer.kind === 'wrap' && !isHidden });
    inner = writer.text();
    yield undefined;
  }
  return { inner, layers };
}

/** Layers that lie over each line by itself. */
const BY_LINE: ReadonlySet<string> = new Set<UndoableDefinition['kind']>(['line-prefix', 'common-prefix', 'lines']);
/** So many characters are read without a pause: a few milliseconds. */
const STRETCH = 256_000;
/** So many edits are made without one. */
const PAUSE = 8192;

/** Whether a layer lies over each line by itself. */
export function isOfLines({ kind }: UndoableDefinition): boolean {
  return BY_LINE.has(kind);
}

/** A text in stretches of whole lines. */
function* stretchesOf(text: string, from: number): Generator<Span> {
  for (let start = from; start < text.length; ) {
    const feed = text.indexOf('\n', start + STRETCH);
    const end = feed < 0 ? text.length : feed + 1;
    yield { start, end };
    start = end;
  }
}

/** What is left out is never an event, whatever it looks like. */
function takesEvent(text: string, { start, end, text: instead }: TextEdit): boolean {
  return instead === '' && end - start > SHORT && namesAnEvent(text.slice(start, end));
}

/** Shorter than two names of fields. */
const SHORT = 18;

/** How the layers of a text would be taken off, outermost first, told by its head. */
export function stepsOver(text: string): readonly Step[] | undefined {
  const head = headOf(text) ?? hidden(text);
  if (head === undefined || (isPlainHead(head.text, head.isCut) && !hasLayerInValues(head.text))) return undefined;
  const first: Trial = { head: head.text, look: lookAt(head.text), steps: [] };
  if (!isReadable(first.look) && SOURCE.test(first.head)) return undefined;
  const seen = new Set([first.head]);
  const queue: Trial[] = [first];
  let best: Trial | undefined;
  let deepest = DEEPEST;
  let tries = 0;
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    if (next.steps.length >= deepest) break;
    for (const trial of withOneLess(next, head.isCut)) {
      if (++tries > TRIES) return best?.steps;
      if (seen.has(trial.head)) continue;
      // What was guessed may have a name in two steps.
      if (!isGuessed(trial)) seen.add(trial.head);
      queue.push(trial);
      if (!isBelieved(trial, first) || (best !== undefined && !isBetter(trial, best))) continue;
      best = trial;
      // Other ways of as many layers may lead to more of the same text, longer ones don't.
      if (isReadable(trial.look) && !hasLayerInValues(trial.head) && !isGuessed(trial)) deepest = trial.steps.length;
    }
  }
  return best?.steps;
}

/** The beginning of a text in which no name can be read, where it looks like a layer that hides them. */
function hidden(text: string): { readonly text: string; readonly isCut: boolean } | undefined {
  const head = text.slice(0, 20_000);
  const isHidden = undoable.some((known) => known.layer.hides === true && tells(known, head));
  return isHidden ? { text: head, isCut: text.length > head.length } : undefined;
}

/** The same text with each layer off that it may have. One that is JSON throughout can have some in its values only. */
function* withOneLess({ head, look, steps }: Trial, isCut: boolean): Generator<Trial> {
  const isJson = isReadable(look);
  for (const known of undoable) {
    const { layer } = known;
    if ((isJson && layer.inValues !== true) || !tells(known, head)) continue;
    for (const undoing of waysToUndo(head, layer, isCut)) {
      const inner = withEdits(head, undoing.edits(head));
      yield { head: inner, look: lookAt(inner), steps: [...steps, { layer, undoing }] };
    }
  }
}

/** Whether something seems to lie over values of a text, be it JSON or not: told by its head. */
export function hasLayerInValues(head: string): boolean {
  return undoable.some((known) => known.layer.inValues === true && tells(known, head));
}

/** Whether a way of taking layers off leads to a log that reads better than the text as it stands. */
function isBelieved({ head, look, steps }: Trial, { look: before }: Trial): boolean {
  const least = Math.max(2, ...steps.map(({ layer }) => layer.least ?? 2));
  if (look.names < least || look.told < before.told) return false;
  const isOfValues = steps.every(({ layer }) => layer.inValues === true);
  if (look.told === before.told && look.junk >= before.junk && !(isOfValues && look.junk === before.junk)) return false;
  // A quote or two too many are damage, and are mended where they stand.
  const isWritten = steps.some(({ layer }) => layer.kind === 'literal');
  if (isWritten && look.told === before.told && before.junk - look.junk < LEAST_JUNK) return false;
  // What most lines begin with has told of the layer already: what is left over are other lines.
  const most = Math.max(...steps.map(({ layer }) => junkBeside(layer)));
  return look.junk <= most * look.size && (look.junk === 0 || !SOURCE.test(head));
}

/** The part of a text that may be no JSON when a layer is off. */
function junkBeside({ kind, amongText }: UndoableDefinition): number {
  if (amongText === true) return JUNK_OF_PEOPLE;
  return kind === 'common-prefix' || kind === 'line-prefix' ? JUNK_OF_LOGS : JUNK_OF_DAMAGE;
}

/** Whether most is read, least is left over, or, of two that read as much, what lies over the text has a name. */
function isBetter(trial: Trial, best: Trial): boolean {
  const { told, junk } = trial.look;
  if (told !== best.look.told) return told > best.look.told;
  if (isGuessed(best) !== isGuessed(trial) && junk <= best.look.junk) return isGuessed(best);
  // Where something is damaged, one layer more takes a little of it away by chance.
  return junk < (trial.steps.length > best.steps.length ? best.look.junk / 2 : best.look.junk);
}

/** Whether a layer is told by nothing but that lines begin alike. */
function isGuessed({ steps }: Trial): boolean {
  return steps.some(({ layer }) => layer.kind === 'common-prefix');
}
