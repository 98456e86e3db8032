import type { JsonPath } from '../record';
import {
  CLOSE_BRACE,
  CLOSE_BRACKET,
  COLON,
  COMMA,
  isSpace,
  OPEN_BRACE,
  OPEN_BRACKET,
  QUOTE,
  skipSpace,
} from './characters';
import { textEnd } from './jsonParts';

/** The place in JSON at which somebody types, told by what stands before it. Offsets are UTF-16 of the text that was looked at. */
export interface TypedPlace {
  /** Whether a key or a value may be written there. */
  readonly part: 'key' | 'value';
  /** Of a key, the way to the object that gets it; of a value, the way to the value. From the outermost object or list. */
  readonly path: JsonPath;
  /** Where that outermost object or list begins. */
  readonly root: number;
  /** The key or value that is being written gives way from `start` to `end`; both are the place itself where nothing is. */
  readonly start: number;
  readonly end: number;
  /** The keys that stand before it in its object. */
  readonly names: readonly string[];
}

/** An object or a list that stands open. */
interface Frame {
  readonly isObject: boolean;
  readonly start: number;
  /** By what it hangs in the one around it. */
  readonly step: string | number;
  readonly names: string[];
  /** The key whose value comes next or came last, or how many elements came before that one. */
  at: string | number;
  expects: 'key' | 'colon' | 'value' | 'comma';
}

const WORD = /[^\s{}[\]:,"]+/y;
/** What may be left of a word behind the place. */
const REST_OF_WORD = /[\w.:/@-]*/y;

/**
 * Tells where in JSON a place lies from what stands before it, so that it does not matter how broken the rest is. Takes the time of
 * what stands before it.
 *
 * @param text from a place where no string is open
 * @returns undefined outside of objects and lists, and where neither a key nor a value can come
 */
export function typedPlace(text: string, offset: number): TypedPlace | undefined {
  const frames: Frame[] = [];
  const open = { objects: 0, lists: 0 };
  for (let at = 0; at < offset; ) {
    const code = text.charCodeAt(at);
    const frame = frames.at(-1);
    if (isSpace(code)) at++;
    else if (code === COLON) {
      if (frame?.expects === 'colon') frame.expects = 'value';
      at++;
    } else if (code === COMMA) {
      if (frame !== undefined) passComma(frame);
      at++;
    } else if (code === OPEN_BRACE || code === OPEN_BRACKET) {
      const isObject = code === OPEN_BRACE;
      const expects = isObject ? 'key' : 'value';
      open[isObject ? 'objects' : 'lists']++;
      frames.push({ isObject, start: at, step: frame?.at ?? '', names: [], at: isObject ? '' : 0, expects });
      at++;
    } else if (code === CLOSE_BRACE || code === CLOSE_BRACKET) {
      const isObject = code === CLOSE_BRACE;
      const kind = isObject ? 'objects' : 'lists';
      // A bracket that closes nothing is passed over.
      for (let closed = open[kind] === 0; !closed; ) {
        closed = frames.at(-1)?.isObject === isObject;
        open[frames.pop()?.isObject === true ? 'objects' : 'lists']--;
      }
      const around = frames.at(-1);
      if (around !== undefined) around.expects = 'comma';
      at++;
    } else {
      const end = code === QUOTE ? textEnd(text, at) : wordEnd(text, at);
      const isOpen = end > offset || (end === offset && !isClosed(text, at, end));
      if (isOpen) return placeIn(frames, at, endOfTyped(text, at, offset));
      if (frame !== undefined) passText(frame, text.slice(at, end));
      at = end;
    }
  }
  return placeIn(frames, offset, offset);
}

function passComma(frame: Frame): void {
  frame.expects = frame.isObject ? 'key' : 'value';
  if (typeof frame.at === 'number') frame.at++;
}

/** A text or a word: where an object waits for a key, or a comma before one is forgotten, it is one. */
function passText(frame: Frame, written: string): void {
  if (!isKeyIn(frame)) {
    frame.expects = 'comma';
    return;
  }
  const name = written.startsWith('"') ? written.slice(1, written.endsWith('"') ? -1 : undefined) : written;
  frame.names.push(name);
  frame.at = name;
  frame.expects = 'colon';
}

function isKeyIn({ isObject, expects }: Frame): boolean {
  return isObject && (expects === 'key' || expects === 'comma');
}

/** @param start of what is being written */
function placeIn(frames: readonly Frame[], start: number, end: number): TypedPlace | undefined {
  const [root] = frames;
  const frame = frames.at(-1);
  if (root === undefined || frame === undefined) return undefined;
  // Behind a key comes a colon and behind a value a comma, but who has begun a text there has forgotten it.
  if (start === end && (frame.expects === 'colon' || frame.expects === 'comma')) return undefined;
  const path = frames.slice(1).map(({ step }) => step);
  const { names } = frame;
  if (isKeyIn(frame)) return { part: 'key', path, root: root.start, start, end, names };
  return { part: 'value', path: [...path, frame.at], root: root.start, start, end, names };
}

/** A text that is being written ends where its word does, with its quote if that comes next; otherwise at the place. */
function endOfTyped(text: string, start: number, offset: number): number {
  REST_OF_WORD.lastIndex = offset;
  REST_OF_WORD.test(text);
  const end = REST_OF_WORD.lastIndex;
  if (text.charCodeAt(start) !== QUOTE) return text.charCodeAt(end) === QUOTE ? offset : end;
  return text.charCodeAt(end) === QUOTE ? end + 1 : offset;
}

function wordEnd(text: string, start: number): number {
  WORD.lastIndex = start;
  return WORD.test(text) ? WORD.lastIndex : start + 1;
}

/** Whether what ends at `end` can't go on: a text behind its quote. */
function isClosed(text: string, start: number, end: number): boolean {
  return text.charCodeAt(start) === QUOTE && end - start > 1 && text.charCodeAt(end - 1) === QUOTE;
}

/** The first character behind a place that is no white space; empty at the end of the text. */
export function nextSign(text: string, offset: number): string {
  return text.charAt(skipSpace(text, offset, text.length));
}
