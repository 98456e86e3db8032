import { ownNamer } from '../own/ownNames';
import { recordsBy, recordsTold } from '../own/recordsTold';
import type { Finding } from './answer';
import type { Grounds } from './grounds';
import { counted } from './told';

const LOG = 'mailbox-access';

/**
 * What was deleted in a mailbox by somebody who does not own it, or by a role, and what was refused. What people delete in their own
 * mailboxes is daily work; that somebody else sat at their place the log can't tell.
 */
export function deletedMail({ evidence }: Grounds): readonly Finding[] {
  const own = evidence.own();
  if (!own.counts.has(LOG)) return [];
  const name = ownNamer(evidence);
  const byOthers = own.records(LOG, 'delete').filter((record) => {
    const [user, owner] = [record.text('user'), record.text('owner')];
    return record.text('impersonator') !== '' || (user !== '' && owner !== '' && user !== owner);
  });
  const groups = recordsBy(byOthers, (record) =>
    JSON.stringify([
      record.organization,
      record.text('user'),
      record.text('owner'),
      record.text('impersonator'),
      record.allowed ?? null,
    ]),
  );
  return Array.from(groups.values()).flatMap((records) => {
    const [first] = records;
    const [user, owner, role] = [first.text('user'), first.text('owner'), first.text('impersonator')];
    const items = records.map((record) => record.text('item'));
    const things = items.includes('') ? 'something, how much is not told,' : counted(new Set(items).size, 'item');
    const did =
      first.allowed === true ? 'deleted' : first.allowed === false ? 'was refused to delete' : 'tried to delete';
    return recordsTold(records, {
      kind: 'deleted-by-another',
      weight: first.allowed === false ? 'low' : role === '' ? 'medium' : 'high',
      what: `${role === '' ? name(user, '') : `Impersonation role ${name(role, role)}`} ${did} ${things} in the mailbox of ${name(owner, 'somebody that is not told')}`,
      more: first.allowed === undefined ? ['whether it was let, the log does not tell'] : [],
      entities: [user, owner, role],
    });
  });
}
