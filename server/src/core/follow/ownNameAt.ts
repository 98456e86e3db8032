import { textAt } from '../explain/members';
import type { OwnForm } from '../read/own/ownLog';
import { ownReading } from '../read/own/ownReading';
import type { EventRecord, JsonPath } from '../record';
import type { Name, NameKind } from './name';

/** What values of some forms are names of; all others name nothing that other events tell of. */
const BY_FORM: Partial<Readonly<Record<OwnForm, NameKind>>> = {
  ip: 'address',
  agent: 'agent',
  user: 'thing',
  address: 'thing',
  addresses: 'thing',
  role: 'thing',
  rule: 'thing',
  token: 'thing',
  message: 'thing',
  bounced: 'thing',
  envelope: 'thing',
  addressed: 'thing',
};

const BY_NAME: ReadonlyMap<string, NameKind> = new Map<string, NameKind>([
  ['request_id', 'request'],
  ['item_id', 'thing'],
  ['folder_id', 'thing'],
  ['traceId', 'thing'],
  ['messageId', 'thing'],
  ['action', 'action'],
  ['eventName', 'action'],
  ['organization_arn', 'thing'],
]);

/** What the value at a path of a record of WorkMail's own logs is a name of, in both worlds; undefined where it names nothing. */
export function ownNameAt(record: EventRecord, path: JsonPath): Name | undefined {
  const reading = ownReading(record.event, record.around);
  const text = textAt(record.event, ...path);
  if (reading === undefined || text === undefined || text === '') return undefined;
  const { log, organization } = reading;
  const field = path.flatMap((step) => (typeof step === 'string' ? (log.byName.get(step) ?? []) : []))[0];
  const kind = field && (BY_NAME.get(field.name) ?? BY_FORM[field.form]);
  if (field === undefined || kind === undefined) return undefined;
  const isOrganization = field.role === 'organization';
  return { kind, text: isOrganization ? organization : text, organizationId: organization, session: undefined };
}
