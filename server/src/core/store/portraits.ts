import type { Act } from '../investigate/act';
import type { Portrait } from '../investigate/evidence';
import { columns, identityTexts } from './columns';
import { PortraitDraft } from './portraitDraft';
import { FAILED, outcomeBits } from './rowState';
import type { RowTables } from './rowTables';
import type { SpeakingRows } from './speakingRows';
import { StoredAct } from './storedAct';
import type { TextTable, TupleTable } from './texts';

const ARN = identityTexts.indexOf('arn');

/** See `Evidence.portraits`. All rows are gone through once, whatever the number of actors. */
export function portraitsOf(
  rows: readonly SpeakingRows[],
  actors: readonly (readonly Act[])[],
  most: number,
): readonly Portrait[] {
  const whose = new ActorNumbers(actors);
  const drafts = actors.map(() => new PortraitDraft(most));
  for (const each of rows) {
    const { chunk } = each;
    const { tables } = chunk;
    const { byKey, byIdentity } = whose.of(tables);
    const column = (which: number): Uint32Array => chunk.column(which);
    const [keys, identities, states, calls] = [
      column(columns.accessKey),
      column(columns.identity),
      column(columns.state),
      column(columns.call),
    ];
    const [addresses, programs, seconds] = [column(columns.address), column(columns.userAgent), column(columns.time)];
    for (const row of each.rows) {
      const key = keys[row] ?? 0;
      const keyed = byKey[key] ?? 0;
      const actor = keyed > 0 ? keyed : byIdentity[identities[row] ?? 0] || -keyed;
      if (actor === 0) continue;
      drafts[actor - 1]?.add(each, row, {
        tables,
        call: calls[row] ?? 0,
        isFailed: outcomeBits(states[row] ?? 0) === FAILED,
        time: seconds[row] ?? 0,
        key,
        address: addresses[row] ?? 0,
        program: programs[row] ?? 0,
      });
    }
  }
  return drafts.map((draft) => draft.told());
}

/** One more than the position of an actor, by number of a key and of an identity; 0 for all others. */
interface Numbers {
  /** Less than 0 where several acted with the key: the last of them, if the identity is none of theirs. */
  readonly byKey: Int32Array;
  readonly byIdentity: Int32Array;
}

/** Actors by the numbers of the keys and ARNs that they acted with, whatever the case of these. With one ARN several acted with keys of their own: it is the last one's. */
class ActorNumbers {
  readonly #keys = new Credentials((known, actor) => -Math.max(Math.abs(known), actor));
  readonly #arns = new Credentials(Math.max);
  readonly #known = new Map<TupleTable, Numbers>();

  constructor(actors: readonly (readonly Act[])[]) {
    for (const [at, acts] of actors.entries())
      for (const act of acts) if (act instanceof StoredAct) this.#add(act, at + 1);
  }

  of({ texts, identities }: RowTables): Numbers {
    const known = this.#known.get(identities);
    if (known !== undefined) return known;
    const byArn = this.#arns.of(texts);
    const byIdentity = new Int32Array(identities.size);
    for (let tuple = 0; tuple < byIdentity.length; tuple++) byIdentity[tuple] = byArn[identities.at(tuple, ARN)] ?? 0;
    const numbers = { byKey: this.#keys.of(texts), byIdentity };
    this.#known.set(identities, numbers);
    return numbers;
  }

  #add({ chunk, at }: StoredAct, actor: number): void {
    const { texts, identities } = chunk.tables;
    this.#keys.add(texts, chunk.number(at, columns.accessKey), actor);
    this.#arns.add(texts, identities.at(chunk.number(at, columns.identity), ARN), actor);
  }
}

/** Texts that actors acted with. */
class Credentials {
  readonly #shared: (known: number, actor: number) => number;
  /** Of each table, by number of a text, one more than the position of the actor. */
  readonly #own = new Map<TextTable, Map<number, number>>();
  readonly #found = new Map<TextTable, Int32Array>();

  /** @param shared what is told of a text that another actor acted with as well; `known` is what was told so far */
  constructor(shared: (known: number, actor: number) => number) {
    this.#shared = shared;
  }

  add(texts: TextTable, text: number, actor: number): void {
    const own = this.#own.get(texts) ?? new Map<number, number>();
    this.#own.set(texts, own);
    const known = own.get(text) ?? 0;
    // Most acts of an actor are made with what the one before was made with.
    if (known !== actor) own.set(text, this.#both(known, actor));
  }

  /** By number of a text of this table. */
  of(texts: TextTable): Int32Array {
    const known = this.#found.get(texts);
    if (known !== undefined) return known;
    const found = new Int32Array(texts.size);
    for (const [table, own] of this.#own)
      for (const [text, actor] of own)
        for (const number of texts.numbersLike(table.textOf(text).toLowerCase()))
          found[number] = this.#both(found[number] ?? 0, actor);
    // No text is nobody's.
    found[0] = 0;
    this.#found.set(texts, found);
    return found;
  }

  #both(known: number, actor: number): number {
    if (known === 0 || known === actor) return actor;
    return Math.abs(known) === Math.abs(actor) ? Math.min(known, actor) : this.#shared(known, Math.abs(actor));
  }
}
