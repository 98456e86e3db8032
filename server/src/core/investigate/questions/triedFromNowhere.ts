import type { OwnRecord } from '../own/ownEvidence';
import { textsOf } from '../own/readingTold';
import { recordsBy, recordsTold } from '../own/recordsTold';
import type { Finding } from './answer';
import { namesOf, tried } from './guesses';
import { few } from './phrase';
import { GUESSES, nameTried } from './signInTried';
import { counted, when } from './told';

/**
 * Sign-ins that failed, of which the log does not tell from where: of each name that was tried often, and of all others together. That two came
 * from one address nobody can tell, nor that they did not.
 *
 * @param all the earliest first
 */
export function triedFromNowhere(all: readonly OwnRecord[]): readonly Finding[] {
  const failed = all.filter(({ allowed, address }) => allowed === false && address === '');
  const byName = recordsBy(failed, (record) => `${record.organization} ${nameTried(record).toLowerCase()}`);
  const often: Finding[] = [];
  const others: OwnRecord[] = [];
  for (const tries of byName.values()) {
    const [first] = tries;
    const name = nameTried(first);
    if (name === '' || tries.length < GUESSES) others.push(...tries);
    else often.push(...triedOften(name, tries, workedAs(name, first, all)));
  }
  return [...often, ...triedOnce(others)];
}

function triedOften(name: string, tries: readonly OwnRecord[], worked: OwnRecord | undefined): readonly Finding[] {
  const [first] = tries;
  const last = tries.at(-1);
  const isBetween = worked !== undefined && last !== undefined && last.time > worked.time;
  const later = isBetween ? 'worked behind the first of them' : 'worked later';
  return recordsTold(tries, {
    kind: 'guessing',
    weight: 'low',
    what: `${counted(tries.length, 'failed sign-in')} as ${name}, from where is not told`,
    more: [
      ...(worked === undefined
        ? []
        : [`a sign-in as ${name} ${later}, ${when([worked.act])}, and whether from the same place can't be told`]),
      ...ways(tries),
    ],
    entities: textsOf([name, first?.text('user') ?? '']),
  });
}

function triedOnce(tries: readonly OwnRecord[]): readonly Finding[] {
  const names = namesOf(tries);
  const whom = names.length === 0 ? '' : ` for ${counted(names.length, 'name')}`;
  return recordsTold(tries, {
    kind: 'failed-sign-ins',
    weight: 'info',
    what: `${counted(tries.length, 'failed sign-in')}${whom}, from where is not told`,
    more: [tried(names), ...ways(tries)],
    entities: [],
  });
}

/** The first sign-in of a name that worked behind the first that failed. */
function workedAs(name: string, first: OwnRecord, all: readonly OwnRecord[]): OwnRecord | undefined {
  return all.find(
    (each) =>
      each.allowed === true &&
      each.organization === first.organization &&
      nameTried(each).toLowerCase() === name.toLowerCase() &&
      each.time >= first.time,
  );
}

/** By which method and over which protocols, where the log tells it. */
function ways(tries: readonly OwnRecord[]): readonly string[] {
  const methods = textsOf(tries.map((each) => each.text('method')));
  const protocols = textsOf(tries.map((each) => each.text('protocol')));
  return [
    methods.length === 0 ? 'by which method is not told' : `method ${few(methods)}`,
    protocols.length === 0 ? 'over which protocol is not told' : `over ${few(protocols)}`,
  ];
}
