import { parseArn } from '../../explain/values/arn';
import type { Act } from '../act';

/** Accounts other than its own whose things a call names: a role, a key, a function that messages are handed to. */
export function otherAccountsIn({ row }: Act): readonly string[] {
  if (row.account === '') return [];
  const owners = row.named.map((text) => (text.startsWith('arn:') ? (parseArn(text)?.account ?? '') : ''));
  return owners.filter((owner, at) => owner !== '' && owner !== row.account && owners.indexOf(owner) === at);
}
