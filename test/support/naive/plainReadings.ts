import type { Delivered } from '../randomReaders';

type Fields = Readonly<Record<string, unknown>>;

/** What a finding about reading says, counted the long way round: record by record, with no columns. */
export interface PlainReading {
  readonly reader: string | null;
  readonly mailbox: string | null;
  readonly organization: string | null;
  readonly through: string;
  readonly role: string | null;
  readonly items: number | null;
  readonly folders: number | null;
  readonly attachments: number | null;
  readonly refused: number | null;
  readonly protocols: readonly string[];
  readonly addresses: readonly string[];
}

const HOUR = 3_600_000;
const READING = ['read', 'read_attachment', 'read_summary', undefined];

export function plainReadings(access: readonly Delivered[], signIns: readonly Delivered[]): readonly PlainReading[] {
  // Where records tell of one organization at most, those that do not say it are of that.
  const houses = new Set(access.filter(({ record }) => counts(record)).map(({ record }) => houseOf(record)));
  houses.delete(null);
  const groups = new Map<string, Delivered[]>();
  const doors = new Map<string, Delivered[]>();
  for (const each of access.filter(({ record }) => counts(record))) {
    const { user_id, owner_id, impersonator_id, protocol, source_ip } = each.record;
    const key = JSON.stringify([
      user_id,
      owner_id,
      impersonator_id,
      protocol,
      source_ip,
      isBare(each.record),
      houseOf(each.record),
    ]);
    doors.set(key, [...(doors.get(key) ?? []), each]);
  }
  for (const cell of doors.values()) {
    const record = cell[0]?.record ?? {};
    const key = JSON.stringify([
      record.user_id,
      record.owner_id,
      record.impersonator_id,
      doorOf(cell, signIns),
      houses.size > 1 ? houseOf(record) : null,
    ]);
    groups.set(key, [...(groups.get(key) ?? []), ...cell]);
  }
  return Array.from(groups).flatMap(([key, all]) => {
    if (all.every(({ record }) => record.action_allowed === undefined && !READING.includes(text(record.action))))
      return [];
    const [reader, mailbox, role, through] = JSON.parse(key);
    const organization = all.map(({ record }) => houseOf(record)).find((id) => id !== null) ?? null;
    return [{ reader, mailbox, organization, through, role, ...numbersOf(all, access), ...listsOf(all) }];
  });
}

function listsOf(all: readonly Delivered[]): Pick<PlainReading, 'protocols' | 'addresses'> {
  const list = (name: string): readonly string[] =>
    Array.from(new Set(all.flatMap(({ record }) => text(record[name]) ?? []))).sort();
  return { protocols: list('protocol'), addresses: list('source_ip') };
}

function houseOf({ organization_arn }: Fields): string | null {
  return text(organization_arn)?.replace(/^.*organization\//, '') ?? null;
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function isBare({ impersonator_id, protocol, source_ip, user_agent }: Fields): boolean {
  return [impersonator_id, protocol, source_ip, user_agent].every((value) => value === undefined);
}

/** Whether a record tells of reading, of something refused, or leaves open whether it does. */
function counts({ action, action_allowed }: Fields): boolean {
  return action_allowed !== true || READING.includes(text(action));
}

function doorOf(cell: readonly Delivered[], signIns: readonly Delivered[]): string {
  const { organization_arn, user_id, owner_id, impersonator_id, protocol, source_ip } = cell[0]?.record ?? {};
  if (impersonator_id !== undefined) return 'impersonation';
  if (user_id === undefined || owner_id === undefined || isBare(cell[0]?.record ?? {})) return 'not-known';
  if (user_id !== owner_id) return 'permission';
  const from = Math.min(...cell.map(timeOf).filter((time) => !Number.isNaN(time)));
  const own = signIns.filter(
    ({ record }) =>
      record.auth_successful === true &&
      record.organization_arn === organization_arn &&
      record.user_id === user_id &&
      record.protocol === protocol &&
      record.source_ip === source_ip,
  );
  const isToken = ({ record }: Delivered): boolean => record.personal_access_token_id !== undefined;
  if (!own.every(isToken)) return 'own';
  return own.some((each) => from >= timeOf(each) - 2000 && from <= timeOf(each) + HOUR) ? 'token' : 'own';
}

function timeOf({ record, around }: Delivered): number {
  return typeof record.event_timestamp === 'number' ? record.event_timestamp : (around ?? Number.NaN);
}

type Numbers = Pick<PlainReading, 'items' | 'folders' | 'attachments' | 'refused'>;

function numbersOf(all: readonly Delivered[], access: readonly Delivered[]): Numbers {
  const records = all.map(({ record }) => record);
  if (records.some(({ action_allowed }) => action_allowed === undefined))
    return { items: null, folders: null, attachments: null, refused: null };
  const allowed = records.filter(({ action_allowed }) => action_allowed === true);
  const refused = records.filter(({ action_allowed }) => action_allowed === false);
  const kinds = allowed.map(kindsOf);
  const of = (kind: string): readonly Fields[] =>
    allowed.filter((_, at) => kinds[at]?.length === 1 && kinds[at]?.[0] === kind);
  const isOpen = (kind: string): boolean =>
    kinds.some((each) => each.length > 1 && each.includes(kind)) || kinds.some((each) => each[0] === `${kind}?`);
  const distinct = (kind: string, names: readonly string[]): number | null => {
    const found = of(kind);
    if (isOpen(kind) || found.some((record) => names.some((name) => record[name] === undefined))) return null;
    return new Set(found.map((record) => JSON.stringify(names.map((name) => record[name])))).size;
  };
  const isOneOfTwo = refused.some(
    ({ request_id, event_timestamp }) => request_id === undefined && event_timestamp === undefined,
  );
  return {
    items: distinct('item', ['item_id']),
    folders: isOpen('folder')
      ? null
      : foldersOf(
          of('folder'),
          access.map(({ record }) => record),
        ),
    attachments: distinct('attachment', ['item_id', 'attachment_path']),
    refused: isOneOfTwo ? null : new Set(refused.map((record) => JSON.stringify(record))).size,
  };
}

/** What an allowed record counts as; several where its fields leave open which. */
function kindsOf({ action, object_type, attachment_path }: Fields): readonly string[] {
  if (action === 'read_attachment') return ['attachment'];
  if (action === 'read_summary')
    return object_type === 'Folder' ? ['folder'] : object_type === undefined ? ['folder?'] : ['preview'];
  if (action === 'read') {
    if (object_type === undefined)
      return attachment_path === undefined ? ['item', 'folder', 'attachment'] : ['attachment'];
    return object_type === 'Message' ? ['item'] : object_type === 'Folder' ? ['folder'] : ['attachment'];
  }
  if (object_type === undefined) return ['item', 'folder', 'attachment'];
  if (object_type === 'Message') return ['item', 'attachment'];
  return object_type === 'Folder' ? ['folder?'] : ['attachment?'];
}

/** Ids and paths that stand in one record anywhere in the log of one mailbox are one folder. */
function foldersOf(found: readonly Fields[], access: readonly Fields[]): number | null {
  const owner = found[0]?.owner_id;
  const links = access.filter(
    ({ owner_id, folder_id, folder_path }) =>
      owner_id === owner && folder_id !== undefined && folder_path !== undefined,
  );
  const folders = new Set<unknown>();
  const idsAlone = new Set<unknown>();
  const pathsAlone = new Set<unknown>();
  for (const { folder_id, folder_path } of found) {
    if (folder_id !== undefined) {
      folders.add(folder_id);
      if (!access.some((each) => each.folder_id === folder_id && each.folder_path !== undefined))
        idsAlone.add(folder_id);
      continue;
    }
    if (folder_path === undefined || owner === undefined) return null;
    const link = links.find((each) => each.folder_path === folder_path);
    folders.add(link?.folder_id ?? folder_path);
    if (link === undefined) pathsAlone.add(folder_path);
  }
  return idsAlone.size > 0 && pathsAlone.size > 0 ? null : folders.size;
}
