import { serviceNamed } from '../../core';
import { standsAt } from './places';

/** The name of a source as a log spells it, and what was counted of its records. */
export interface SourceName {
  readonly text: string;
  readonly bytes: Buffer;
  /** Its records are only counted. */
  readonly isOnlyCounted: boolean;
  records: number;
}

/** The only form that is counted unread. */
const SOURCE_NAME = /^[a-z0-9.-]{1,80}\.amazonaws\.com$/;

/** The names of sources in a log. There are few of them, and each is made into text once. */
export class SourceNames {
  readonly all: SourceName[] = [];
  readonly #bytes: Buffer;
  readonly #service: string;

  constructor(bytes: Buffer, service: string) {
    this.#bytes = bytes;
    this.#service = service;
  }

  /** Undefined for a name in a form that can be neither counted nor read. */
  at(start: number, end: number): SourceName | undefined {
    for (const known of this.all) {
      if (known.bytes.length === end - start && standsAt(this.#bytes, known.bytes, start)) return known;
    }
    const bytes = Buffer.from(this.#bytes.subarray(start, end));
    const text = bytes.toString('latin1');
    const isOnlyCounted = text !== this.#service && serviceNamed(text) === 'other';
    if (isOnlyCounted && !SOURCE_NAME.test(text)) return undefined;
    const name = { text, bytes, isOnlyCounted, records: 0 };
    this.all.push(name);
    return name;
  }
}
