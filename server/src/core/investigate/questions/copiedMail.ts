import { type TakingAct, takingActs } from '../../read/own/takingActs';
import type { OwnGroup, OwnRecord, WhoIn } from '../own/ownEvidence';
import { type OwnNamer, ownNamer } from '../own/ownNames';
import { CLOCKS } from '../own/readDoors';
import { textsOf } from '../own/readingTold';
import { recordsTold } from '../own/recordsTold';
import type { Finding } from './answer';
import { byWeight } from './callsFound';
import type { Grounds } from './grounds';
import { few } from './phrase';
import { counted } from './told';

const LOG = 'mailbox-access';

/**
 * What was copied or moved in a mailbox by somebody who does not own it, or by a role. That is no reading: whether it left the mailbox
 * is said only where records of the same moment tell that something arrived in another one.
 */
export function copiedMail(grounds: Grounds): readonly Finding[] {
  const own = grounds.evidence.own();
  if (!own.counts.has(LOG)) return [];
  const acts = [...takingActs()].sort(byWeight);
  const takers = new Set<string>();
  const taken = own.done({
    log: LOG,
    acts: acts.map(({ act }) => act),
    groupOf: (who) => {
      if (!isByAnother(who)) return undefined;
      takers.add(readerIn(who));
      return JSON.stringify([who.organization, who.owner, readerIn(who)]);
    },
  });
  if (taken.size === 0) return [];
  const arrived = own.done({
    log: LOG,
    acts: acts.map(({ arrives }) => arrives),
    groupOf: (who) => (takers.has(readerIn(who)) ? readerIn(who) : undefined),
  });
  const name = ownNamer(grounds.evidence);
  return Array.from(taken.values()).flatMap((group) =>
    findingOf(group, arrived.get(readerIn(group.who))?.records ?? [], { acts, name }),
  );
}

function isByAnother({ user, owner, role }: WhoIn): boolean {
  return role !== '' || (user !== '' && owner !== '' && user !== owner);
}

/** By whom: a role acts for whoever took it, whosever mailbox it is. */
function readerIn({ user, role }: WhoIn): string {
  return JSON.stringify(role === '' ? [user] : ['', role]);
}

function findingOf(
  { who: { user, owner, role }, records }: OwnGroup,
  arrived: readonly OwnRecord[],
  { acts, name }: { readonly acts: readonly TakingAct[]; readonly name: OwnNamer },
): readonly Finding[] {
  const mailbox = `the mailbox of ${name(owner, 'somebody that is not told')}`;
  const reader = role ? `Impersonation role ${name(role, role)}` : name(user, '');
  const done = acts.flatMap(({ act, word, weight }) => {
    const some = records.filter((record) => record.what === act);
    return some.length === 0 ? [] : { weight, words: `${word} ${howMany(some)}` };
  });
  const near = nearTimes(records);
  const elsewhere = arrived.filter((each) => near(each) && each.text('owner') !== owner);
  const into = textsOf(elsewhere.map((each) => each.text('owner')));
  const more =
    into.length === 0
      ? ['that it arrived in another mailbox is not in these logs']
      : [
          `at the same time ${counted(elsewhere.length, 'item')} arrived in the mailbox of ${few(into.map((id) => name(id, '')))} (by time)`,
        ];
  return recordsTold(inTime([...records, ...elsewhere]), {
    kind: 'copied',
    // The weightiest stands first.
    weight: into.length > 0 ? 'high' : (done[0]?.weight ?? 'low'),
    what: `${reader} ${done.map(({ words }) => words).join(' and ')} in ${mailbox}`,
    more,
    entities: textsOf([user, owner, role, ...into]),
  });
}

/** Different items; what has no id can't be told apart. */
function howMany(records: readonly OwnRecord[]): string {
  const items = records.map((record) => record.text('item'));
  return items.includes('') ? 'items, how many is not told' : counted(new Set(items).size, 'item');
}

/** Whether a record is of the same moment as one of some others. It is asked for one after the other, as they happened. @param records as they happened */
function nearTimes(records: readonly OwnRecord[]): (record: OwnRecord) => boolean {
  let first = 0;
  return ({ time }) => {
    while (first < records.length && (records[first]?.time ?? 0) < time - CLOCKS) first++;
    const next = records[first];
    return next !== undefined && Math.abs(next.time - time) <= CLOCKS;
  };
}

/** Those without a time come last. */
function inTime(records: readonly OwnRecord[]): readonly OwnRecord[] {
  const late = ({ time }: OwnRecord): number => (Number.isNaN(time) ? Number.MAX_VALUE : time);
  return [...records].sort((left, right) => late(left) - late(right));
}
