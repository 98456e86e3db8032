import { once } from '../../once';
import { entityOf, nameIn } from '../entities';
import type { Evidence } from '../evidence';
import { shortId } from '../shortId';
import { signInNames } from './signInNames';

/** What ids of users and roles are called in sentences: `Alice (1b07…)`, or the id, or what is said where there is none. */
export type OwnNamer = (id: string, otherwise: string) => string;

/** Names as CloudTrail teaches them, else as users signed in. */
export function ownNamer({ entities, own }: Evidence): OwnNamer {
  const names = once(() => signInNames(own()));
  return (id, otherwise) => {
    if (id === '') return otherwise;
    const shown = nameIn(entityOf(entities, '', id)) ?? names().get(id);
    return shown === undefined ? id : `${shown} (${shortId(id)})`;
  };
}
