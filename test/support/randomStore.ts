import type { Path } from './naive/plainNames';
import type { Json, StoredRecord } from './naive/plainRecord';
import { RandomEvents } from './randomEvents';
import type { SeededNumbers } from './seededNumbers';

/** A value of a generated log that is a text, with its quotes. */
export interface Leaf {
  readonly record: StoredRecord;
  readonly path: Path;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export interface RandomLog {
  readonly uri: string;
  readonly text: string;
  readonly records: readonly StoredRecord[];
  readonly leaves: readonly Leaf[];
}

/** A store made up of logs that are open and logs of an inspected folder. The same event may stand in several. */
export class RandomStore {
  readonly #numbers: SeededNumbers;
  readonly #events: RandomEvents;
  readonly #known: Json[] = [];

  constructor(numbers: SeededNumbers) {
    this.#numbers = numbers;
    this.#events = new RandomEvents(numbers);
  }

  log(uri: string): RandomLog {
    const numbers = this.#numbers;
    const writer = new LogWriter(uri, numbers.one(['', '  ']));
    const count = numbers.between(1, 14);
    for (let index = 0; index < count; index++) {
      const isAgain = this.#known.length > 0 && numbers.between(0, 4) === 0;
      const event = isAgain ? numbers.one(this.#known) : this.#events.event();
      if (!isAgain) this.#known.push(event);
      const harm = numbers.between(0, 11);
      writer.add(event, harm === 0 ? 'missing' : harm === 1 ? 'lost' : 'none', numbers.between(0, 3));
    }
    return writer.log();
  }
}

/** Writes records and remembers where each text stands. */
class LogWriter {
  readonly #uri: string;
  readonly #margin: string;
  readonly #records: StoredRecord[] = [];
  readonly #leaves: { readonly at: number; readonly path: Path; readonly text: string; start: number; end: number }[] =
    [];
  #text = '{"Records":[';

  /** @param margin in front of each member; empty: all stands on one line */
  constructor(uri: string, margin: string) {
    this.#uri = uri;
    this.#margin = margin;
  }

  /** @param member behind which a comma is missing, or is there twice */
  add(event: Json, damage: StoredRecord['damage'], member: number): void {
    if (this.#records.length > 0) this.#text += ',';
    if (this.#margin !== '') this.#text += '\n';
    const start = this.#text.length;
    this.#object(
      Object.entries(event),
      [],
      { none: '', missing: '', lost: ',,' }[damage],
      damage === 'none' ? -1 : member,
    );
    const end = this.#text.length;
    const index = this.#records.length;
    this.#records.push({ uri: this.#uri, index, start, end, text: this.#text.slice(start, end), event, damage });
  }

  log(): RandomLog {
    this.#text += ']}';
    const leaves = this.#leaves.flatMap(({ at, ...leaf }) => {
      const record = this.#records[at];
      return record === undefined ? [] : [{ ...leaf, record }];
    });
    return { uri: this.#uri, text: this.#text, records: this.#records, leaves };
  }

  #object(members: readonly (readonly [string, unknown])[], path: Path, harm: string, harmed: number): void {
    this.#text += '{';
    for (const [at, [name, value]] of members.entries()) {
      if (at > 0) this.#text += at - 1 === harmed ? harm : ',';
      if (this.#margin !== '') this.#text += `\n${this.#margin.repeat(path.length + 1)}`;
      this.#text += `${JSON.stringify(name)}:${this.#margin === '' ? '' : ' '}`;
      this.#value(value, [...path, name]);
    }
    this.#text += '}';
  }

  #value(value: unknown, path: Path): void {
    if (Array.isArray(value)) {
      this.#text += '[';
      for (const [at, entry] of value.entries()) {
        if (at > 0) this.#text += ',';
        this.#value(entry, [...path, at]);
      }
      this.#text += ']';
    } else if (typeof value === 'object' && value !== null) {
      this.#object(Object.entries(value), path, ',', -1);
    } else {
      const start = this.#text.length;
      this.#text += JSON.stringify(value);
      const end = this.#text.length;
      if (typeof value === 'string') this.#leaves.push({ at: this.#records.length, path, text: value, start, end });
    }
  }
}
