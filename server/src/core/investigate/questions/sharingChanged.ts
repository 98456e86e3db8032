import { recordsBy, recordsTold } from '../own/recordsTold';
import { signInNames } from '../own/signInNames';
import type { Finding } from './answer';
import type { Grounds } from './grounds';
import { counted } from './told';

/** Folders whose sharing was changed from inside of a mailbox: no call tells of it, and the log does not say who was let in. */
export function sharingChanged({ evidence }: Grounds): readonly Finding[] {
  const own = evidence.own();
  if (!own.counts.has('mailbox-access')) return [];
  const names = signInNames(own);
  const name = (id: string): string => names.get(id) ?? (id === '' ? 'somebody who is not told' : id);
  const changed = own.records('mailbox-access', 'update_permissions').filter(({ allowed }) => allowed !== false);
  const groups = recordsBy(changed, (record) =>
    [record.organization, record.text('user'), record.text('owner'), record.text('impersonator')].join('\u0000'),
  );
  return Array.from(groups.values()).flatMap((records) => {
    const [first] = records;
    const [user, owner, role] = [first.text('user'), first.text('owner'), first.text('impersonator')];
    const isOwn = role === '' && user !== '' && user === owner;
    return recordsTold(records, {
      kind: 'sharing-changed',
      weight: isOwn ? 'low' : 'high',
      what: `${role === '' ? name(user) : `Impersonation role ${role}`} changed ${counted(records.length, 'time')} who may use folders of ${isOwn ? 'their own mailbox' : `the mailbox of ${name(owner)}`}`,
      more: ['who was let in is not told: look at the folders themselves'],
      entities: [user, owner, role],
    });
  });
}
