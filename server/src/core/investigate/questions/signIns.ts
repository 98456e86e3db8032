import type { OwnRecord } from '../own/ownEvidence';
import { isByToken } from '../own/readDoors';
import { textsOf } from '../own/readingTold';
import { recordsBy, recordsTold } from '../own/recordsTold';
import type { Finding } from './answer';
import type { Grounds } from './grounds';
import { guessesFrom } from './guesses';
import { guessesAtNames } from './guessesAtNames';
import { few } from './phrase';
import { nameTried } from './signInTried';
import { counted } from './told';
import { triedFromNowhere } from './triedFromNowhere';

/** Sign-ins to mailboxes: passwords that were guessed, names that were tried, and how all others signed in. */
export function signIns({ evidence }: Grounds): readonly Finding[] {
  const own = evidence.own();
  if (!own.counts.has('authentication')) return [];
  const records = own.records('authentication');
  const guessed = Array.from(recordsBy(records, ({ address }) => address)).flatMap(([address, of]) =>
    address === '' ? [] : guessesFrom(address, of),
  );
  return [...guessed, ...guessesAtNames(records), ...triedFromNowhere(records), ...allSignIns(records)];
}

function allSignIns(records: readonly OwnRecord[]): readonly Finding[] {
  const done = records.filter(({ allowed }) => allowed === true);
  const byToken = done.filter(isByToken).length;
  const users = textsOf(done.map(nameTried)).length;
  const addresses = textsOf(done.map(({ address }) => address)).length;
  const protocols = textsOf(done.map((each) => each.text('protocol')));
  const by = users === 0 ? '' : ` by ${counted(users, 'user')}`;
  const from = addresses === 0 ? '' : ` from ${counted(addresses, 'address', 'addresses')}`;
  // A log in which nobody came by a token may not have been asked for tokens.
  const hasTokens = records.some(isByToken);
  return recordsTold(done, {
    kind: 'sign-ins',
    weight: 'info',
    what: `${counted(done.length, 'sign-in')} to mailboxes${by}${from}`,
    more: [
      ...(users === 0 ? ['by whom is not told'] : []),
      ...(addresses === 0 ? ['from where is not told'] : []),
      hasTokens ? `${byToken} by a personal access token` : 'none is told to be by a personal access token',
      protocols.length === 0 ? 'over which protocol is not told' : `over ${few(protocols)}`,
    ],
    entities: [],
  });
}
