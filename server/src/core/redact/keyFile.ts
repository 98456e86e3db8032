import { isObject } from '../read/whole';
import type { JsonValue } from '../record';
import type { KeyEntries } from './pseudonyms';

const FORMAT = 'workmail-trail-redaction-key';
const VERSION = 1;
const ABOUT =
  'What stands in redacted copies for what stands in the logs of one case. Whoever has this file can undo the redaction: keep it apart from the copies, and give it to nobody who gets them.';

/** The text of a key file: JSON, a pseudonym a line. */
export function keyFileText({ counts, pseudonyms }: KeyEntries): string {
  const head = { format: FORMAT, version: VERSION, about: ABOUT, counts };
  const lines = pseudonyms.map((pair) => `    ${JSON.stringify(pair)}`);
  const list = lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n  ]`;
  return `${JSON.stringify(head, undefined, 2).slice(0, -2)},\n  "pseudonyms": ${list}\n}\n`;
}

/**
 * Reads a key file.
 *
 * @returns a sentence that says what is wrong with it
 */
export function readKeyFile(text: string): KeyEntries | string {
  const file = parsed(text);
  if (!isObject(file) || file.format !== FORMAT) return 'It is no key file of redacted copies.';
  if (file.version !== VERSION)
    return 'It was written by another version of WorkMail Trail, which this one can’t go on with.';
  const pseudonyms = pairsOf(file.pseudonyms);
  const counts = countsOf(file.counts);
  if (pseudonyms === undefined || counts === undefined) return DAMAGED;
  const isDouble = new Set(pseudonyms.map(([, pseudonym]) => pseudonym)).size < pseudonyms.length;
  return isDouble ? DAMAGED : { pseudonyms, counts };
}

const DAMAGED = 'It is damaged. Take a copy of it that is whole: with a new key, the same values get other pseudonyms.';

function parsed(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return undefined;
  }
}

function pairsOf(value: JsonValue | undefined): KeyEntries['pseudonyms'] | undefined {
  if (!Array.isArray(value)) return undefined;
  const pairs: (readonly [string, string])[] = [];
  for (const pair of value) {
    if (!Array.isArray(pair) || pair.length !== 2) return undefined;
    const [original, pseudonym]: readonly (JsonValue | undefined)[] = pair;
    if (typeof original !== 'string' || typeof pseudonym !== 'string' || !PSEUDONYM.test(pseudonym)) return undefined;
    pairs.push([original, pseudonym]);
  }
  return pairs;
}

/** What a pseudonym is made of: it needs no escape, wherever it is put. */
const PSEUDONYM = /^[\w.:-]{1,256}$/;

function countsOf(value: JsonValue | undefined): KeyEntries['counts'] | undefined {
  if (!isObject(value)) return undefined;
  const counts = Object.entries(value).flatMap(([kind, count]) =>
    typeof count === 'number' && Number.isSafeInteger(count) && count >= 0 ? [[kind, count] as const] : [],
  );
  return counts.length === Object.keys(value).length ? Object.fromEntries(counts) : undefined;
}
