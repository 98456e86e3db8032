import type { Act } from '../investigate/act';
import type { Portrait } from '../investigate/evidence';
import { columns, identityTexts } from './columns';
import { PortraitDraft } from './portraitDraft';
import { FAILED, outcomeBits } from './rowState';
import type { RowTables } from './rowTables';
import type { SpeakingRows } from './speakingRows';
import type { TextTable, TupleTable } from './texts';

const ARN = identityTexts.indexOf('arn');

/** See `Evidence.portraits`. All rows are gone through once, whatever the number of actors. */
export function portraitsOf(
  rows: readonly SpeakingRows[],
  actors: readonly (readonly Act[])[],
  most: number,
): readonly Portrait[] {
  const whose = new ActorNumbers(credentialsOf(actors));
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

/** Positions of actors by the keys and ARNs that they acted with. */
function credentialsOf(actors: readonly (readonly Act[])[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const [at, acts] of actors.entries())
    for (const { row } of acts) for (const text of [row.accessKey, row.actorArn]) if (text !== '') found.set(text, at);
  return found;
}

/** One more than the position of an actor, by number of a text and of an identity; 0 for all others. */
interface Numbers {
  readonly byText: Int32Array;
  readonly byIdentity: Int32Array;
}

/** Actors by number; what the logs say is looked up once in each table. */
class ActorNumbers {
  readonly #actorOf: ReadonlyMap<string, number>;
  readonly #texts = new Map<TextTable, Int32Array>();
  readonly #known = new Map<TupleTable, Numbers>();

  constructor(actorOf: ReadonlyMap<string, number>) {
    this.#actorOf = actorOf;
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

  #numbersIn(texts: TextTable): Int32Array {
    const found = new Int32Array(texts.size);
    for (const [text, actor] of this.#actorOf)
      for (const number of texts.numbersLike(text.toLowerCase())) if (number !== 0) found[number] = actor + 1;
    return found;
  }
}
