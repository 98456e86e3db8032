import { accountOfCopy } from '../check/accountOfCopy';
import { AddressNames } from './addressNames';
import type { Identifying } from './found';

/** What is given in the place of a secret: the same for all, and nothing of it is kept. Readers of logs know it for a mark. */
export const GONE = 'REDACTED';

/** What stands in the copy for what stands in the log, and what has been given out so far. */
export interface KeyEntries {
  /** In the order in which they were given. */
  readonly pseudonyms: readonly (readonly [original: string, pseudonym: string])[];
  readonly counts: Readonly<Record<string, number>>;
}

/**
 * The table of a case: what stands in a copy for each text of a log. Filled in the order of first sight, so the same log gives
 * the same copy, and whoever has the copy alone can compute nothing back. Two texts never have one pseudonym.
 */
export class Pseudonyms {
  /** What was seen and has none yet. */
  readonly #seen = new Map<string, Exclude<Identifying, 'secret' | 'known'>>();
  readonly #given = new Map<string, string>();
  readonly #taken = new Set<string>();
  readonly #counts = new Map<string, number>();
  readonly #addresses = new AddressNames();

  /** @param entries of an earlier copy, to go on with the same */
  constructor(entries: KeyEntries = { pseudonyms: [], counts: {} }) {
    for (const [original, pseudonym] of entries.pseudonyms) {
      this.#given.set(original, pseudonym);
      this.#taken.add(pseudonym);
      this.#addresses.resume(original, pseudonym);
    }
    for (const [kind, count] of Object.entries(entries.counts)) this.#counts.set(kind, count);
  }

  /** Takes down that a text will need a pseudonym. None is given before all texts are seen: no pseudonym may stand in the log. */
  see(original: string, as: Identifying): void {
    if (as === 'secret' || as === 'known' || this.#given.has(original) || this.#seen.has(original)) return;
    this.#seen.set(original, as);
    if (as === 'v4' || as === 'v6') this.#addresses.see(original);
  }

  /** Gives what was seen its pseudonyms. */
  settle(): void {
    for (const [original, as] of this.#seen) {
      const pseudonym = this.#next(original, as);
      this.#given.set(original, pseudonym);
      this.#taken.add(pseudonym);
    }
    this.#seen.clear();
  }

  /** What stands for a text; undefined when it was not seen before the last `settle`. */
  of(original: string): string | undefined {
    return this.#given.get(original);
  }

  /** Whether a text is a pseudonym that was given. */
  isOurs(text: string): boolean {
    return this.#taken.has(text);
  }

  /** Everything that has a pseudonym, in the order in which they were given. */
  given(): ReadonlyMap<string, string> {
    return this.#given;
  }

  entries(): KeyEntries {
    return { pseudonyms: Array.from(this.#given), counts: Object.fromEntries(this.#counts) };
  }

  #next(original: string, as: Exclude<Identifying, 'secret' | 'known'>): string {
    if (as === 'v4' || as === 'v6') return this.#addresses.next(original);
    // In a copy of a copy, what would be given next may stand in the log itself.
    for (;;) {
      const pseudonym = this.#numbered(original, as);
      if (!this.#taken.has(pseudonym) && !this.#given.has(pseudonym) && !this.#seen.has(pseudonym)) return pseudonym;
    }
  }

  #numbered(original: string, as: Exclude<Identifying, 'secret' | 'known' | 'v4' | 'v6'>): string {
    const count = (this.#counts.get(as) ?? 0) + 1;
    this.#counts.set(as, count);
    return MADE[as](count, original);
  }
}

type Make = (count: number, original: string) => string;

/** One of the same form each. */
const MADE: Readonly<Record<Exclude<Identifying, 'secret' | 'known' | 'v4' | 'v6'>, Make>> = {
  account: accountOfCopy,
  uniqueId,
  name: (count, { length }) => named('name', count, length),
  words: (count, { length }) => named('text', count, length),
  domain: (count) => `domain${count}.example`,
  uuid: (count, original) => {
    const made = `00000000-0000-4000-8000-${count.toString(16).padStart(12, '0')}`;
    return /[A-F]/.test(original) ? made.toUpperCase() : made;
  },
  prefixedId: (count, original) => {
    const hyphen = original.indexOf('-') + 1;
    return original.slice(0, hyphen) + count.toString(16).padStart(original.length - hyphen, '0');
  },
  securityId: (count, original) => {
    const [, kind = '', directory = ''] = /^(S-1-\d+-(?:\d+-)?)((?:\d+-)*)\d+$/.exec(original) ?? [];
    // What stands between is the number of a directory, which is as good as a name.
    return kind + (kind === 'S-1-1-12-' ? '' : directory.replace(/\d/g, '0')) + digits(count, 10);
  },
  opaque: (count, original) => opaque(count, original),
};

function digits(count: number, length: number): string {
  return String(count).padStart(length, '0');
}

/** The alphabet of access keys and of the unique ids of identities. */
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

function inAlphabet(count: number, length: number): string {
  let text = '';
  for (let rest = count; text.length < length || rest > 0; rest = Math.floor(rest / 32)) {
    text = ALPHABET.charAt(rest % 32) + text;
  }
  return text;
}

function uniqueId(count: number, original: string): string {
  const prefix = original.slice(0, 4);
  const room = original.length - prefix.length;
  return room >= 14 ? `${prefix}${GONE}${inAlphabet(count, room - GONE.length)}` : prefix + inAlphabet(count, room);
}

/** Names are told apart by length as roughly as that: the next of these is taken. */
const LENGTHS: readonly number[] = [8, 16, 32, 64];

function named(word: string, count: number, length: number): string {
  const whole = LENGTHS.find((each) => length <= each) ?? 64;
  return word + digits(count, whole - word.length);
}

/** Digits for digits, and of letters those that the id is made of. */
function opaque(count: number, original: string): string {
  const { length } = original;
  if (/^\d+$/.test(original)) return `9${digits(count, Math.max(1, length - 1))}`;
  if (/^[0-9a-f]+$/.test(original)) return count.toString(16).padStart(length, '0');
  const made = count.toString(36).padStart(length, '0');
  return /[a-z]/.test(original) ? made : made.toUpperCase();
}
