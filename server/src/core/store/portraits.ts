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
    const { byText, byIdentity } = whose.of(tables);
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
      const actor = byText[key] || byIdentity[identities[row] ?? 0];
      if (actor === undefined || actor === 0) continue;
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

/** One more than the position of an actor, by number of a text and of an identity; 0 for all others. */
interface Numbers {
  readonly byText: Int32Array;
  readonly byIdentity: Int32Array;
}

/** Actors by the numbers of the keys and ARNs that they acted with, whatever the case of these. What several acted with is the last one's. */
class ActorNumbers {
  /** Of each table the texts that acts were made with. */
  readonly #own = new Map<TextTable, Credentials>();
  readonly #texts = new Map<TextTable, Int32Array>();
  readonly #known = new Map<TupleTable, Numbers>();

  constructor(actors: readonly (readonly Act[])[]) {
    for (const [at, acts] of actors.entries())
      for (const act of acts) if (act instanceof StoredAct) this.#add(act, at + 1);
  }

  of({ texts, identities }: RowTables): Numbers {
    const known = this.#known.get(identities);
    if (known !== undefined) return known;
    const byText = this.#texts.get(texts) ?? this.#numbersIn(texts);
    this.#texts.set(texts, byText);
    const byIdentity = new Int32Array(identities.size);
    for (let tuple = 0; tuple < byIdentity.length; tuple++) byIdentity[tuple] = byText[identities.at(tuple, ARN)] ?? 0;
    const numbers = { byText, byIdentity };
    this.#known.set(identities, numbers);
    return numbers;
  }

  #add({ chunk, at }: StoredAct, actor: number): void {
    const { texts, identities } = chunk.tables;
    const own = this.#own.get(texts) ?? { numbers: [], actors: new Int32Array(texts.size) };
    this.#own.set(texts, own);
    const { numbers, actors } = own;
    const key = chunk.number(at, columns.accessKey);
    const arn = identities.at(chunk.number(at, columns.identity), ARN);
    if (actors[key] === 0) numbers.push(key);
    actors[key] = actor;
    if (actors[arn] === 0) numbers.push(arn);
    actors[arn] = actor;
  }

  #numbersIn(texts: TextTable): Int32Array {
    const found = new Int32Array(texts.size);
    for (const [table, { numbers, actors }] of this.#own)
      for (const own of numbers) {
        const actor = actors[own] ?? 0;
        for (const number of texts.numbersLike(table.textOf(own).toLowerCase()))
          if ((found[number] ?? 0) < actor) found[number] = actor;
      }
    // No text is nobody's.
    found[0] = 0;
    return found;
  }
}

interface Credentials {
  /** Each once. */
  readonly numbers: number[];
  /** One more than the position of the last actor, by number. */
  readonly actors: Int32Array;
}
