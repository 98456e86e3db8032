import type { OwnRecord } from '../own/ownEvidence';
import { CLOCKS, isByToken } from '../own/readDoors';
import { textsOf } from '../own/readingTold';
import { recordsBy, recordsTold } from '../own/recordsTold';
import type { Finding } from './answer';
import type { Grounds } from './grounds';
import { few } from './phrase';
import { counted } from './told';

/** So many failures from one address are no slip of a finger. */
const GUESSES = 3;
/** So many names tried from one address are no person. */
const SPRAYED = 5;
/** Guesses are told together with a success that comes so soon. Milliseconds. */
const HOUR = 60 * 60 * 1000;

/** Sign-ins to mailboxes: passwords that were guessed, names that were tried, and how all others signed in. */
export function signIns({ evidence }: Grounds): readonly Finding[] {
  const own = evidence.own();
  if (!own.counts.has('authentication')) return [];
  const records = own.records('authentication');
  const guessed = Array.from(recordsBy(records, ({ address }) => address)).flatMap(([address, of]) =>
    address === '' ? [] : guessesFrom(address, of),
  );
  return [...guessed, ...allSignIns(records)];
}

/** @param records of one address */
function guessesFrom(address: string, records: readonly OwnRecord[]): readonly Finding[] {
  const failed = records.filter(({ allowed }) => allowed === false);
  const [first] = failed;
  if (first === undefined) return [];
  const success = records.find(({ allowed }) => allowed === true);
  const before = success === undefined ? failed : failed.filter(({ time }) => time <= success.time + CLOCKS);
  const recent = before.filter(({ time }) => success === undefined || time >= success.time - HOUR);
  const names = textsOf(before.map(nameIn));
  const whom = names.length === 0 ? '' : ` for ${counted(names.length, 'name')}`;
  const tried = `${counted(before.length, 'failed sign-in')}${whom} from ${address}`;
  const asked = names.length === 0 ? ['who was tried is not told'] : [`tried: ${few(names)}`];
  const isGuessing = before.length >= GUESSES || names.length > 1;
  if (success !== undefined && isGuessing && recent.length > 0)
    return recordsTold([...before, success], {
      kind: 'guessed',
      weight: 'high',
      what: `${tried}, then a sign-in ${nameIn(success) === '' ? '' : `as ${nameIn(success)} `}that worked`,
      more: [`over ${success.text('protocol') || 'a protocol that is not told'}`, ...asked],
      entities: [address, success.text('user')],
    });
  // From an office somebody mistypes a password every day.
  if (success !== undefined && names.length < SPRAYED) return [];
  const isSprayed = names.length >= SPRAYED;
  if (!isSprayed && before.length < GUESSES) return [];
  return recordsTold(before, {
    kind: isSprayed ? 'sprayed' : 'guessing',
    weight: isSprayed ? 'medium' : 'low',
    what: `${tried}, none of which worked`,
    more: asked,
    entities: [address],
  });
}

function nameIn(record: OwnRecord): string {
  return record.text('name') || record.text('user');
}

function allSignIns(records: readonly OwnRecord[]): readonly Finding[] {
  const done = records.filter(({ allowed }) => allowed === true);
  const byToken = done.filter(isByToken).length;
  const users = textsOf(done.map(nameIn)).length;
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
