import type { OwnRecord } from '../own/ownEvidence';
import { isByToken } from '../own/readDoors';
import { textsOf } from '../own/readingTold';
import { recordsTold } from '../own/recordsTold';
import type { Finding } from './answer';
import type { Grounds } from './grounds';
import { few } from './phrase';
import { counted } from './told';

/** Personal access tokens that users tried to make, each with sign-ins by a token that came after. The log of tokens does not say whether it worked, nor which token it was. */
export function tokensMade({ evidence }: Grounds): readonly Finding[] {
  const own = evidence.own();
  if (!own.counts.has('personal-access-token')) return [];
  const uses = own.counts.has('authentication')
    ? own.records('authentication').filter((record) => record.allowed === true && isByToken(record))
    : [];
  return own.records('personal-access-token', 'create').flatMap((made) => toldToken(made, uses));
}

function toldToken(made: OwnRecord, uses: readonly OwnRecord[]): readonly Finding[] {
  const user = made.text('user');
  const after = uses.filter((use) => user !== '' && use.text('user') === user && use.time >= made.time);
  const from = textsOf(after.map(({ address }) => address));
  const used =
    after.length === 0
      ? 'no sign-in by a token of this user comes after it in these logs'
      : `${counted(after.length, 'sign-in')} by a token of this user after it, from ${few(from)} (by time)`;
  const name = made.text('tokenName');
  return recordsTold([made, ...after], {
    kind: 'token-made',
    weight: 'medium',
    what: `${made.text('name') || user || 'A user who is not told'} tried to make a personal access token${name === '' ? '' : ` ${name}`}${made.address === '' ? '' : ` from ${made.address}`}`,
    more: [used],
    entities: [user, ...textsOf(after.map((use) => use.text('token')))],
  });
}
