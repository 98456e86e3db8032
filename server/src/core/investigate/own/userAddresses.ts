import { once } from '../../once';
import { entityOf, namesIn } from '../entities';
import type { Evidence } from '../evidence';
import { bareAddress } from './mailDomains';

/** The mail addresses of users by their ids, as CloudTrail teaches them and as users signed in; small letters. None where nothing tells them. */
export function userAddresses({ entities, own }: Evidence): (id: string) => ReadonlySet<string> {
  const signedIn = once(() => {
    const found = new Map<string, Set<string>>();
    if (!own().counts.has('authentication')) return found;
    for (const record of own().records('authentication')) {
      const [id, name] = [record.text('user'), record.text('name')];
      if (record.allowed !== true || id === '' || !name.includes('@')) continue;
      found.set(id, (found.get(id) ?? new Set<string>()).add(bareAddress(name)));
    }
    return found;
  });
  return (id) => {
    if (id === '') return new Set();
    const taught = namesIn(entityOf(entities, '', id)).filter((name) => name.includes('@'));
    return new Set([...taught.map(bareAddress), ...(signedIn().get(id) ?? [])]);
  };
}
