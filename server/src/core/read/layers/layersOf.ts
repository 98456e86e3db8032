import type { TextEdit } from '../../record';
import { applyEdits } from '../edits';
import { namesAnEvent } from '../evidence';
import type { UndoableDefinition } from './definition';
import { tells, undoable } from './definitions';
import { headOf } from './head';
import type { Layer, Undoing } from './layer';
import { isReadable, type Look, lookAt } from './look';
import { isPlainHead } from './plainHead';
import { undoingOf } from './undo';

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
const LEAST_JUNK = 3;
/** What people write around a log that they quote. A page with more of it is about something else. */
const JUNK_OF_PEOPLE = 0.4;

/** Lines that only source code has. What it quotes is an example, in whatever it is written. */
const SOURCE =
  /^(?:import .*\bfrom ['"]|import [\w.]+;?\r?$|from [\w.]+ import |export (?:default|const|function|class) |def \w+\(|package [\w.]+;?\r?$|using [\w.]+;|#include <|<\?php|(?:describe|suite|test|it)\(['"])/m;

/** A layer taken off on trial. */
interface Step {
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
  const layers: Layer[] = [];
  let inner = text;
  // What was broken into lines may be no JSON yet.
  const isHidden = steps.some(({ layer }) => layer.hides === true);
  for (const { layer, undoing } of steps) {
    const edits = undoing.edits(inner);
    if (edits.some((edit) => takesEvent(inner, edit))) return undefined;
    const words = layer.words.replace('{column}', undoing.detail ?? '');
    layers.push({ id: layer.id, words, edits, breaksJson: layer.kind === 'wrap' && !isHidden });
    inner = applyEdits(inner, edits);
  }
  return { inner, layers };
}

/** What is left out is never an event, whatever it looks like. */
function takesEvent(text: string, { start, end, text: instead }: TextEdit): boolean {
  return instead === '' && end - start > SHORT && namesAnEvent(text.slice(start, end));
}

/** Shorter than two names of fields. */
const SHORT = 18;

function stepsOver(text: string): readonly Step[] | undefined {
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
      seen.add(trial.head);
      queue.push(trial);
      if (!isBelieved(trial, first) || (best !== undefined && !isBetter(trial.look, best.look))) continue;
      best = trial;
      // Other ways of as many layers may lead to more of the same text, longer ones don't.
      if (isReadable(trial.look) && !hasLayerInValues(trial.head)) deepest = trial.steps.length;
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
    const undoing = undoingOf(head, layer, isCut);
    if (undoing === undefined) continue;
    const inner = applyEdits(head, undoing.edits(head));
    yield { head: inner, look: lookAt(inner), steps: [...steps, { layer, undoing }] };
  }
}

function hasLayerInValues(head: string): boolean {
  return undoable.some((known) => known.layer.inValues === true && tells(known, head));
}

/** Whether a way of taking layers off leads to a log that reads better than the text as it stands. */
function isBelieved({ look, steps }: Trial, { look: before }: Trial): boolean {
  const least = Math.max(2, ...steps.map(({ layer }) => layer.least ?? 2));
  if (look.names < least || look.told < before.told) return false;
  const isOfValues = steps.every(({ layer }) => layer.inValues === true);
  if (look.told === before.told && look.junk >= before.junk && !(isOfValues && look.junk === before.junk)) return false;
  // A quote or two too many are damage, and are mended where they stand.
  const isWritten = steps.some(({ layer }) => layer.kind === 'literal');
  if (isWritten && look.told === before.told && before.junk - look.junk < LEAST_JUNK) return false;
  const isAmongText = steps.some(({ layer }) => layer.amongText === true);
  return look.junk <= (isAmongText ? JUNK_OF_PEOPLE : JUNK_OF_DAMAGE) * look.size;
}

function isBetter(look: Look, best: Look): boolean {
  return look.told > best.told || (look.told === best.told && look.junk < best.junk);
}
