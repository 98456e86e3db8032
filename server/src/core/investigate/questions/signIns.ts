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

/** Sign-ins to mailboxes: passwords that were guessed, names that were tried, and how all others signed in. */
export function signIns({ evidence }: Grounds): readonly Finding[] {
  const own = evidence.own();
  if (!own.counts.has('authentication')) return [];
  const records = own.records('authentication');
  const guessed = Array.from(recordsBy(records, ({ address }) => address)).flatMap(([address, of]) =>
    address === '' ? [] : guessesFrom(address, of),
  );
  return [...guessed, ...guessesAtNames(records), ...allSignIns(records)];
}

function allSignIns(records: readonly OwnRecord[]): readonly Finding[] {
  const done = records.filter(({ allowed }) => allowed === true);
  const byToken = done.filter(isByToken).length;
  const users = textsOf(done.map(nameTried)).length;
  const addresses = textsOf(done.map(({ address }) => address)).length;
  return recordsTold(done, {
    kind: 'sign-ins',
    weight: 'info',
    what: `${counted(done.length, 'sign-in')} to mailboxes by ${counted(users, 'user')} from ${counted(addresses, 'address', 'addresses')}`,
    more: [`${byToken} by a personal access token`, `over ${few(textsOf(done.map((each) => each.text('protocol'))))}`],
    entities: [],
  });
}
