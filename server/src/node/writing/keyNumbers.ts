import { KEY_WORDS, textWords } from '../../core/store/eventKey';
import { Texts } from '../../core/store/texts';
import type { Piece } from './messages';

/** Gives the keys of all threads the same numbers for the same texts. */
export class KeyNumbers {
  readonly texts: Texts;
  /** By thread, the number of each of its texts. */
  readonly #numbers = new WeakMap<object, number[]>();

  /** @param texts that have numbers already */
  constructor(texts = new Texts()) {
    this.texts = texts;
  }

  /** Writes over the keys of a piece. @param thread that wrote it */
  translate({ keys, texts, firstText }: Piece, thread: object): void {
    const known = (firstText > 1 ? this.#numbers.get(thread) : undefined) ?? [0];
    this.#numbers.set(thread, known);
    for (const text of texts) known.push(this.texts.numberOf(text));
    for (let at = 0; at < keys.length; at += KEY_WORDS)
      for (const word of textWords(keys, at)) keys[at + word] = known[keys[at + word] ?? 0] ?? 0;
  }
}
