import type { Act } from '../investigate/act';
import type { Use } from '../investigate/evidence';
import type { RowField } from '../investigate/rowFields';
import { columns, identityTexts } from './columns';
import { GroupStored } from './groupStored';
import type { RowChunk } from './rowChunk';
import { placelessRow, type SpeakingRows } from './speakingRows';
import type { TextTable, TupleTable } from './texts';

/** What uses are told apart by, in the order of their values. */
const FIELDS = [
  'kind',
  'arn',
  'actor',
  'issuer',
  'accessKeyId',
  'address',
  'userAgent',
  'account',
  'region',
  'service',
  'action',
] as const satisfies readonly RowField[];

/** What the actors of some acts did, in every service. The order says nothing. @param seed a number that nobody who writes logs can know */
export function usesOf(rows: readonly SpeakingRows[], acts: readonly Act[], seed: number): readonly Use[] {
  const actors = new ActorsAsked(acts);
  const groups = new GroupStored(FIELDS, placelessRow, seed);
  for (const { chunk, rows: speaking } of rows) {
    const picked = actors.rowsOf(chunk, speaking);
    if (picked.length > 0) groups.add(chunk, picked);
  }
  return groups.groups().map(({ values, count, failed, first, last }) => {
    const [kind, arn, actor, issuer, accessKey, address, userAgent, account, region, service, action] =
      values.map(String);
    return {
      kind: kind ?? '',
      arn: arn ?? '',
      actor: actor ?? '',
      issuer: issuer ?? '',
      accessKey: accessKey ?? '',
      address: address ?? '',
      userAgent: userAgent ?? '',
      account: account ?? '',
      region: region ?? '',
      service: service ?? '',
      action: action ?? '',
      count,
      failed,
      first,
      last,
    };
  });
}

const ARN = identityTexts.indexOf('arn');
const YES = 2;
const NO = 1;

/** Rows by the keys and ARNs that somebody acted with. There may be as many of these as acts, so that each is looked up once in each table. */
class ActorsAsked {
  readonly #keys = new Set<string>();
  readonly #arns = new Set<string>();
  readonly #numbers = new Map<TextTable, { readonly keys: ReadonlySet<number>; readonly arns: ReadonlySet<number> }>();
  readonly #identities = new Map<TupleTable, Uint8Array>();

  constructor(acts: readonly Act[]) {
    for (const { row, isByService } of acts) {
      if (isByService) continue;
      if (row.accessKey !== '') this.#keys.add(row.accessKey.toLowerCase());
      if (row.actorArn !== '') this.#arns.add(row.actorArn.toLowerCase());
    }
  }

  /** Those of some rows of a chunk. */
  rowsOf(chunk: RowChunk, rows: Uint32Array): Uint32Array {
    const { tables } = chunk;
    const [ofKeys, ofIdentities] = [chunk.column(columns.accessKey), chunk.column(columns.identity)];
    const { keys, arns } = this.#numbersIn(tables.texts);
    const known = this.#identities.get(tables.identities) ?? new Uint8Array(tables.identities.size);
    this.#identities.set(tables.identities, known);
    return rows.filter((row) => {
      if (keys.has(ofKeys[row] ?? 0)) return true;
      const identity = ofIdentities[row] ?? 0;
      if (known[identity] === 0) known[identity] = arns.has(tables.identities.at(identity, ARN)) ? YES : NO;
      return known[identity] === YES;
    });
  }

  #numbersIn(texts: TextTable): { readonly keys: ReadonlySet<number>; readonly arns: ReadonlySet<number> } {
    const numbersOf = (all: ReadonlySet<string>): ReadonlySet<number> =>
      new Set(Array.from(all).flatMap((text) => texts.numbersLike(text)));
    const known = this.#numbers.get(texts) ?? { keys: numbersOf(this.#keys), arns: numbersOf(this.#arns) };
    this.#numbers.set(texts, known);
    return known;
  }
}
