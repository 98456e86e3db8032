import { isSpace, QUOTE } from '../characters';
import { run, START } from '../grammar';

/**
 * How much of a text reads as JSON that tells of events. A layer is believed when a text reads better without it, so this
 * judges and no rule of thumb.
 */
export interface Look {
  /** Telling names that stand as keys in what is JSON, also in its strings. */
  readonly told: number;
  /** How many different ones. */
  readonly names: number;
  /** Characters that are no part of JSON, without white space and commas. */
  readonly junk: number;
  /** All characters that are no white space. */
  readonly size: number;
}

/** Names that a CloudTrail log always has several of. */
const TELLING = 'eventVersion|eventSource|eventName|awsRegion|userIdentity|sourceIPAddress|eventTime';
const MENTIONED = new RegExp(TELLING, 'gi');
const KEYS = new RegExp(`(${TELLING})\\\\*"\\s*:`, 'gi');
/** A value that can hold events: an object, a list, or a string with one of them in it. */
const OPENING = /[{[]|"(?=\s*[{[](?:\s|\\[nrt])*\\+["n])/g;
/** The time before each event in a log export is a part of that form. */
const EXPORT_TIME = /(?:^|[\r\n])\d{4}-\d\d-\d\dT[\d:.]+Z $/;

/** What stops the reading so close to the end can be a word or an escape that the end cuts short. */
const NEAR_END = 8;
/** An escape, a number or a word of JSON without its end. */
const CUT_SHORT = /^(?:\\(?:u[\da-fA-F]{0,3})?|-|-?\d+(?:\.|(?:\.\d+)?[eE][+-]?)|t(?:ru?)?|f(?:a(?:ls?)?)?|n(?:ul?)?)$/;
/** More characters than any of these has. */
const LONGEST_CUT = 32;

/** How many different telling names a text mentions, however they are written. */
export function mentions(text: string): number {
  return new Set(Array.from(text.matchAll(MENTIONED), ([name]) => name.toLowerCase())).size;
}

/** Looks at a text from its beginning to its end. What its end cuts off is not held against it. */
export function lookAt(text: string): Look {
  const names = new Set<string>();
  let told = 0;
  let junk = 0;
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const opening = new RegExp(OPENING);
  while (at < text.length) {
    opening.lastIndex = at;
    const start = opening.exec(text)?.index ?? text.length;
    junk += outside(text, at, start);
    if (start === text.length) break;
    const { kind, at: stop, tokenStart } = run(text, start, text.length, START, [], 1);
    const isCut = kind !== 'closed' && stop > text.length - LONGEST_CUT && CUT_SHORT.test(text.slice(stop));
    const isSound =
      isCut || kind === 'closed' || kind === 'limit' || kind === 'open-string' || stop > text.length - NEAR_END;
    const end = isCut ? text.length : isSound ? stop : tokenStart;
    for (const [, name = ''] of text.slice(start, end).matchAll(KEYS)) {
      told++;
      names.add(name.toLowerCase());
    }
    if (end === start) junk++;
    // In a string that is none of JSON's an event can begin.
    at = Math.max(end, start + 1);
    if (!isSound && text.charCodeAt(at) === QUOTE) at++;
  }
  return { told, names: names.size, junk, size: visible(text) };
}

/** Whether nothing but JSON stands in a text, and that tells of events. */
export function isReadable({ names, junk }: Look): boolean {
  return names >= 2 && junk === 0;
}

function outside(text: string, from: number, to: number): number {
  return visible(text.slice(from, to).replace(EXPORT_TIME, ''), true);
}

function visible(text: string, withoutCommas = false): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (!isSpace(code) && code !== 0xfeff && code !== 0xa0 && !(withoutCommas && code === 0x2c)) count++;
  }
  return count;
}
