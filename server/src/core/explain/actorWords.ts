import type { Actor } from './actor';
import { actorKindWords } from './actorKind';

/**
 * Kind and name of an identity, for a sentence: `IAM user WMSDK`, `another account, 222222222222`. No word stands twice.
 *
 * @param shown makes a name, which is text from a log, safe for the surface
 */
export function actorWords({ kind, name, accountId }: Actor, shown: (name: string) => string): string {
  const isAccount = kind === 'aws-account' && accountId !== undefined && name === `account ${accountId}`;
  return isAccount ? `${actorKindWords(kind)}, ${shown(accountId)}` : `${actorKindWords(kind)} ${shown(name)}`;
}
