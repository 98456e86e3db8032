import type { OwnRecord } from '../own/ownEvidence';
import { CLOCKS } from '../own/readDoors';
import { textsOf } from '../own/readingTold';
import { recordsBy, recordsTold } from '../own/recordsTold';
import type { Finding } from './answer';
import { few } from './phrase';
import { GUESSES, HOUR, nameTried } from './signInTried';
import { counted } from './told';

/** From so many addresses within an hour nobody mistypes a password. A phone on the way may have had a few. */
const ADDRESSES = 5;

/** Passwords of one name that were tried from many addresses, so few from each that no address tells it. @param all the earliest first */
export function guessesAtNames(all: readonly OwnRecord[]): readonly Finding[] {
  const failed = all.filter((record) => record.allowed === false && record.address !== '' && nameTried(record) !== '');
  const perAddress = recordsBy(failed, ({ address }) => address);
  const quiet = failed.filter(({ address }) => (perAddress.get(address)?.length ?? 0) < GUESSES);
  if (quiet.length < ADDRESSES) return [];
  const worked = all.filter(({ allowed }) => allowed === true);
  const atHome = new Map<string, number>();
  for (const { address, time } of worked) if (!atHome.has(address)) atHome.set(address, time);
  // Where somebody had signed in before, it is at home.
  const strange = quiet.filter(({ address, time }) => !((atHome.get(address) ?? Number.NaN) < time - CLOCKS));
  const byName = recordsBy(strange, (record) => `${record.organization} ${nameTried(record).toLowerCase()}`);
  return Array.from(byName.values()).flatMap((tries) => guessesAt(tries, worked, atHome));
}

function guessesAt(
  tries: readonly [OwnRecord, ...OwnRecord[]],
  worked: readonly OwnRecord[],
  atHome: ReadonlyMap<string, number>,
): readonly Finding[] {
  if (!isWithinAnHour(tries)) return [];
  const [first] = tries;
  const last = tries.at(-1) ?? first;
  const name = nameTried(first);
  const addresses = textsOf(tries.map(({ address }) => address));
  const success = worked.find(
    (each) =>
      each.organization === first.organization &&
      nameTried(each).toLowerCase() === name.toLowerCase() &&
      each.time >= first.time &&
      each.time <= last.time + HOUR &&
      atHome.get(each.address) === each.time,
  );
  const tried = `${counted(tries.length, 'failed sign-in')} as ${name} from ${counted(addresses.length, 'address', 'addresses')}`;
  return recordsTold(success === undefined ? tries : [...tries, success], {
    kind: success === undefined ? 'guessing' : 'guessed',
    weight: success === undefined ? 'low' : 'medium',
    what: success === undefined ? tried : `${tried}, then a sign-in from ${success.address} that worked`,
    more: [`from ${few(addresses)}`],
    entities: [name, ...(success === undefined ? [] : [success.address, success.text('user')])],
  });
}

function isWithinAnHour(tries: readonly OwnRecord[]): boolean {
  return tries.some((first, at) => {
    const near = tries.slice(at, at + 4 * ADDRESSES).filter(({ time }) => time <= first.time + HOUR);
    return new Set(near.map(({ address }) => address)).size >= ADDRESSES;
  });
}
