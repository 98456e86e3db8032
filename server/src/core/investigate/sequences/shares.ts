import { isAccessKeyId } from '../../explain/values/accessKeyId';
import { parseArn } from '../../explain/values/arn';
import type { Act } from '../act';
import { parameterOf } from './actTest';
import type { Hands } from './hands';
import type { Part, Sequence } from './sequence';
import type { Share } from './sequenceFile';

/** Shorter names are shared by chance. UTF-16 units. */
const SHORTEST_NAME = 3;

/** How many things acts of a sequence share. */
export function countShared({ file }: Sequence, { same }: Pick<Part, 'same'>): number {
  return file.shares.length + same.length;
}

/**
 * What an act has of one of the things that acts of a sequence share: one text or some; none where it belongs to no others.
 *
 * @param at which of them, in the order of the file
 */
export function sharedAt(
  act: Act,
  { file }: Sequence,
  { same }: Pick<Part, 'same'>,
  at: number,
  hands: Hands,
): readonly string[] {
  const share = file.shares[at];
  if (share !== undefined) return valuesOf(act, share, hands);
  const value = parameterOf(act, same[at - file.shares.length] ?? '');
  return typeof value === 'string' ? given(value) : [];
}

function valuesOf(act: Act, share: Share, hands: Hands): readonly string[] {
  const { row } = act;
  switch (share) {
    case 'actor':
      return given(hands.of(act));
    case 'key':
      return given(row.accessKey);
    case 'credential':
      return credentials(act);
    case 'organization':
      return given(row.organization);
    case 'account':
      return given(row.account);
    case 'name':
      return names(row.named);
  }
}

function given(text: string): readonly string[] {
  return text === '' ? [] : [text];
}

/** The keys that a call gave out, else the one that it was made with. */
function credentials({ row }: Act): readonly string[] {
  const made = row.made.filter(isAccessKeyId);
  return made.length > 0 ? made : given(row.accessKey);
}

/** An ARN by its last part, which is what the calls of its own service call it. */
function names(texts: readonly string[]): readonly string[] {
  const found = new Set<string>();
  for (const text of texts) {
    const resource = text.startsWith('arn:') ? (parseArn(text)?.resource ?? text) : text;
    const name = resource.slice(Math.max(resource.lastIndexOf('/'), resource.lastIndexOf(':')) + 1);
    if (name.length >= SHORTEST_NAME) found.add(name);
  }
  return Array.from(found);
}
