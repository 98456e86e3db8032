/** Deliveries of one log differ in the fields that were chosen, and there are few. Of more forms than this none is looked at. */
const MOST_FORMS = 16;

/** What a row says of some things, as a text. @param said a bit for each of these */
export type TextOfSaid = (number: number, said: number) => string;

/** Records of the larger of two forms, by what they say of the smaller, and how many of them were looked at. */
interface Within {
  readonly by: Map<string, number>;
  looked: number;
}

/**
 * Rows of one time and request of which some may be others with fields left out: a log that is delivered twice, with other fields each
 * time, tells of everything twice. A form is what a row says anything of, as bits. Rows of one form are never compared, and others only by
 * what they have in common: many are no burden.
 */
export class CopiesInPart {
  readonly #textOf: TextOfSaid;
  /** Mostly there is one. */
  readonly #forms: { readonly said: number; readonly rows: number[] }[] = [];
  #within: Map<string, Within> | undefined;

  constructor(textOf: TextOfSaid) {
    this.#textOf = textOf;
  }

  add(number: number, said: number): void {
    const same = this.#forms.find((form) => form.said === said);
    if (same !== undefined) same.rows.push(number);
    else if (this.#forms.length < MOST_FORMS) this.#forms.push({ said, rows: [number] });
  }

  /** A row that says all that this one does, and more; undefined where there is none. */
  holderOf(number: number, said: number): number | undefined {
    for (const form of this.#forms) {
      if (form.said === said || (form.said & said) !== said) continue;
      const holder = this.#by(said, form).get(this.#textOf(number, said));
      if (holder !== undefined) return holder;
    }
    return undefined;
  }

  /** Those that say a part of what this row does, and nothing else. They are found once. */
  takePartsOf(number: number, said: number): readonly number[] {
    return this.#forms.flatMap((form) => {
      if (form.said === said || (form.said & said) !== form.said) return [];
      const text = this.#textOf(number, form.said);
      const by = this.#by(form.said, form);
      const part = by.get(text);
      by.delete(text);
      return part ?? [];
    });
  }

  #by(
    smaller: number,
    { said, rows }: { readonly said: number; readonly rows: readonly number[] },
  ): Map<string, number> {
    this.#within ??= new Map();
    const key = `${smaller} ${said}`;
    const within = this.#within.get(key) ?? { by: new Map<string, number>(), looked: 0 };
    this.#within.set(key, within);
    for (const row of rows.slice(within.looked)) {
      const text = this.#textOf(row, smaller);
      // One is enough.
      if (!within.by.has(text)) within.by.set(text, row);
    }
    within.looked = rows.length;
    return within.by;
  }
}
