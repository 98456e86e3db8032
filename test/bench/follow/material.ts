import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';

type Json = Readonly<Record<string, unknown>>;

/** A value of a log that other events name as well, and where it stands in the text of the open log. */
export interface AskedName {
  readonly kind: NameKind;
  readonly text: string;
  /** Offset of the middle of the value, in UTF-16 units; the log is one line. */
  readonly at: number;
}

export type NameKind = 'key' | 'address' | 'identity' | 'thing';

/** Where each kind of name is written. A thing is what a call of WorkMail names in its request. */
const WRITTEN: Readonly<Record<NameKind, RegExp>> = {
  key: /"accessKeyId":"(A[KS]IA[A-Z0-9]+)"/,
  address: /"sourceIPAddress":"([0-9a-f.:]+)"/,
  identity: /"arn":"([^"]+)"/,
  thing: /"requestParameters":\{"organizationId":"[^"]+",.*?"(?:entityId|userId|groupId)":"([0-9a-f-]{36})"/,
};
const KINDS: readonly NameKind[] = ['key', 'address', 'identity', 'thing'];

/** Of so many files, one and another record make the open log. */
export const FILES = 400;

/** A log that somebody has open beside a folder, and names in it that the folder knows. */
export interface OpenLog {
  readonly text: string;
  /** Kinds by turns, as long as there are names of a kind that were not asked for yet. */
  readonly names: readonly AskedName[];
}

/**
 * Takes records out of a folder, all over it, into one log: what somebody has cut out of a trail and opens.
 */
export function openLogFrom(folder: string): OpenLog {
  const all = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json.gz'));
  const inOrder = all.sort();
  const step = Math.max(1, Math.floor(inOrder.length / FILES));
  let text = '{"Records":[';
  const found = new Map<NameKind, Map<string, AskedName>>(KINDS.map((kind) => [kind, new Map()]));
  for (let at = 0; at < inOrder.length; at += step) {
    for (const record of someRecords(path.join(folder, inOrder[at] ?? ''))) {
      if (!text.endsWith('[')) text += ',';
      const written = JSON.stringify(record);
      for (const kind of KINDS) {
        const match = WRITTEN[kind].exec(written);
        const [whole = '', value = ''] = match ?? [];
        if (match === null || found.get(kind)?.has(value) === true) continue;
        const place = text.length + match.index + whole.lastIndexOf(value) + value.length / 2;
        found.get(kind)?.set(value, { kind, text: value, at: Math.floor(place) });
      }
      text += written;
    }
  }
  return { text: `${text}]}`, names: byTurns(KINDS.map((kind) => Array.from(found.get(kind)?.values() ?? []))) };
}

/** The first record of WorkMail that names a thing, where there is one, and the first that was signed with a key. */
function someRecords(file: string): readonly Json[] {
  const { Records: records }: { Records: readonly Json[] } = JSON.parse(gunzipSync(readFileSync(file)).toString());
  const things = records.find((record) => WRITTEN.thing.test(JSON.stringify(record)));
  const signed = records.find((record) => record !== things && WRITTEN.key.test(JSON.stringify(record)));
  return [things, signed].filter((record) => record !== undefined);
}

function byTurns<T>(lists: readonly (readonly T[])[]): readonly T[] {
  const longest = Math.max(...lists.map(({ length }) => length));
  return Array.from({ length: longest }, (_, at) => lists.flatMap((list) => list[at] ?? [])).flat();
}
