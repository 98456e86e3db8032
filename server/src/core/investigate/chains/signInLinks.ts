import type { OwnRecord } from '../own/ownEvidence';
import type { OwnNamer } from '../own/ownNames';
import { CLOCKS } from '../own/readDoors';
import type { Grounds } from '../questions/grounds';
import { linksOf } from './accessLinks';
import type { Link } from './link';
import { linksOfUse } from './useLinks';

/** What was done in their own mailbox by whoever signed in, or was let in, from the same address. */
export function signInLinks(record: OwnRecord, grounds: Grounds, name: OwnNamer): readonly Link[] {
  const user = record.text('user');
  if (record.allowed === false)
    return [{ kind: 'read', sentence: 'It was refused or failed: by itself it leads to nothing.' }];
  if (user === '') return [{ kind: 'read', sentence: 'It names no user id, so nothing is tied to it.' }];
  const { address, time } = record;
  const protocol = record.text('protocol').toLowerCase();
  const reads = grounds
    .reads()
    .filter(
      (each) =>
        each.user === user &&
        each.owner === user &&
        each.role === '' &&
        each.cells.some(
          (cell) =>
            address !== '' &&
            cell.address === address &&
            (protocol === '' || cell.protocol.toLowerCase() === protocol) &&
            !(cell.to < time - CLOCKS),
        ),
    );
  if (reads.length === 0)
    return [{ kind: 'read', sentence: 'These logs tell of nothing that this user read from that address afterwards.' }];
  const why = ['likely', 'the records name the same user, and some of them the same address'] as const;
  const links = linksOfUse({ record, user, owner: user, role: '', reads, why }, grounds, name);
  return linksOf({ who: `${name(user, '')} in their own mailbox`, links });
}
