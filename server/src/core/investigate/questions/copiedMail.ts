import type { OwnRecord } from '../own/ownEvidence';
import { type OwnNamer, ownNamer } from '../own/ownNames';
import { CLOCKS } from '../own/readDoors';
import { textsOf } from '../own/readingTold';
import { recordsBy, recordsTold } from '../own/recordsTold';
import type { Finding } from './answer';
import type { Grounds } from './grounds';
import { few } from './phrase';
import { counted } from './told';

/** The source side of an act, and what it is called. The log writes the other side as `copy_to` and `move_to`. */
const SOURCES = { copy: 'copied', move: 'moved' } as const;

/**
 * What was copied or moved in a mailbox by somebody who does not own it, or by a role. That is no reading: whether it left the mailbox
 * is said only where records of the same moment tell that something arrived in another one.
 */
export function copiedMail(grounds: Grounds): readonly Finding[] {
  const own = grounds.evidence.own();
  if (!own.counts.has('mailbox-access')) return [];
  const done = Object.keys(SOURCES).flatMap((what) => own.records('mailbox-access', what));
  const byOthers = done.filter((record) => record.allowed === true && isByAnother(record));
  if (byOthers.length === 0) return [];
  const arrived = ['copy_to', 'move_to']
    .flatMap((what) => own.records('mailbox-access', what))
    .filter(({ allowed }) => allowed === true);
  const name = ownNamer(grounds.evidence);
  const groups = recordsBy(inTime(byOthers), (record) =>
    JSON.stringify([record.organization, record.text('owner'), whoIn(record)]),
  );
  return Array.from(groups.values()).flatMap((records) => findingOf(records, arrived, name));
}

function isByAnother(record: OwnRecord): boolean {
  const [user, owner] = [record.text('user'), record.text('owner')];
  return record.text('impersonator') !== '' || (user !== '' && owner !== '' && user !== owner);
}

function findingOf(
  records: readonly [OwnRecord, ...OwnRecord[]],
  arrived: readonly OwnRecord[],
  name: OwnNamer,
): readonly Finding[] {
  const [first] = records;
  const [user, owner, role] = ['user', 'owner', 'impersonator'].map((column) => first.text(column));
  const mailbox = `the mailbox of ${name(owner ?? '', 'somebody that is not told')}`;
  const who = role ? `Impersonation role ${name(role, role)}` : name(user ?? '', '');
  const acts = Object.entries(SOURCES).flatMap(([what, word]) => {
    const some = records.filter((record) => record.what === what);
    return some.length === 0 ? [] : [`${word} ${howMany(some)}`];
  });
  const elsewhere = arrived.filter(
    (each) =>
      whoIn(each) === whoIn(first) && each.text('owner') !== owner && records.some((record) => isNear(record, each)),
  );
  const into = textsOf(elsewhere.map((each) => each.text('owner')));
  const more =
    into.length === 0
      ? ['that it arrived in another mailbox is not in these logs']
      : [
          `at the same time ${counted(elsewhere.length, 'item')} arrived in the mailbox of ${few(into.map((id) => name(id, '')))} (by time)`,
        ];
  return recordsTold(inTime([...records, ...elsewhere]), {
    kind: 'copied',
    weight: into.length > 0 ? 'high' : records.some(({ what }) => what === 'copy') ? 'medium' : 'low',
    what: `${who} ${acts.join(' and ')} in ${mailbox}`,
    more,
    entities: textsOf([user ?? '', owner ?? '', role ?? '', ...into]),
  });
}

/** Different items; what has no id can't be told apart. */
function howMany(records: readonly OwnRecord[]): string {
  const items = records.map((record) => record.text('item'));
  return items.includes('') ? 'items, how many is not told' : counted(new Set(items).size, 'item');
}

/** By whom: a role acts for whoever took it, whosever mailbox it is. */
function whoIn(record: OwnRecord): string {
  return JSON.stringify(record.text('impersonator') === '' ? [record.text('user')] : ['', record.text('impersonator')]);
}

function isNear({ time }: OwnRecord, other: OwnRecord): boolean {
  return Math.abs(time - other.time) <= CLOCKS;
}

/** Those without a time come last. */
function inTime(records: readonly OwnRecord[]): readonly OwnRecord[] {
  const late = ({ time }: OwnRecord): number => (Number.isNaN(time) ? Number.MAX_VALUE : time);
  return [...records].sort((left, right) => late(left) - late(right));
}
