import { SeededNumbers } from './seededNumbers';

/** A record as it was delivered: what its file says of its time, where that is a container. */
export interface Delivered {
  readonly record: Readonly<Record<string, unknown>>;
  readonly around: number | undefined;
}

export interface ReaderStory {
  readonly logs: Readonly<Record<string, string>>;
  /** Of the mailbox access log, copies and all. */
  readonly access: readonly Delivered[];
  readonly signIns: readonly Delivered[];
}

const ORGANIZATION = 'arn:aws:workmail:us-east-1:111111111111:organization/m-0123456789abcdef0123456789abcdef';
const OTHER = `${ORGANIZATION.slice(0, -1)}0`;
const START = 1_781_000_000_000;
const ACTIONS = [
  'read',
  'read',
  'read',
  'read_attachment',
  'read_summary',
  'read_hierarchy',
  'update',
  'move',
  'delete',
];
const MINUTE = 60_000;
const MAY_BE_DROPPED = [
  'event_timestamp',
  'request_id',
  'user_id',
  'impersonator_id',
  'protocol',
  'source_ip',
  'user_agent',
  'action',
  'owner_id',
  'object_type',
  'item_id',
  'folder_path',
  'folder_id',
  'attachment_path',
  'action_allowed',
];

/** A made-up mailbox access log and the sign-ins beside it: some fields were not chosen, some records came twice, in files of two forms. */
export function randomReaders(seed: number): ReaderStory {
  const numbers = new SeededNumbers(seed);
  const below = (most: number): number => numbers.between(0, most - 1);
  const one = <T>(list: readonly T[]): T => numbers.one(list);
  const dropped = new Set<string>();
  while (below(3) === 0) dropped.add(one(MAY_BE_DROPPED));
  // Without both nothing says that it is this log.
  if (dropped.has('object_type') && dropped.has('owner_id')) dropped.delete('owner_id');
  const hasTwo = below(4) === 0;
  const access: { record: Record<string, unknown>; time: number }[] = [];
  for (let left = below(30); left >= 0; left--) {
    const time = START + below(90) * MINUTE + below(2) * 500;
    const action = one(ACTIONS);
    const owner = one(['u1', 'u1', 'u2', 'u3']);
    const folder = below(3);
    const object = action.endsWith('attachment')
      ? 'Attachment'
      : action === 'read_hierarchy'
        ? 'Folder'
        : one(['Message', 'Message', 'Folder', 'Attachment']);
    const whole: Record<string, unknown> = {
      event_timestamp: time,
      request_id: `r-${below(40)}`,
      organization_arn: hasTwo && below(3) === 0 ? OTHER : ORGANIZATION,
      user_id: one([owner, owner, 'u1', 'u2']),
      ...(below(4) === 0 && { impersonator_id: one(['role-1', 'role-2']) }),
      protocol: one(['EWS', 'IMAP', 'WebMail']),
      source_ip: one(['192.0.2.1', '192.0.2.2', '198.51.100.3']),
      user_agent: one(['A/1', 'B/2']),
      action,
      owner_id: owner,
      object_type: object,
      ...(object !== 'Folder' && { item_id: `${owner}-i${below(6)}` }),
      ...(below(4) > 0 && { folder_path: `/F${folder}` }),
      ...(below(3) > 0 && { folder_id: `${owner}-f${folder}` }),
      ...(object === 'Attachment' && { attachment_path: `a${below(3)}.pdf` }),
      action_allowed: below(6) > 0,
    };
    const record: Record<string, unknown> = {};
    for (const [name, value] of Object.entries(whole))
      if (
        !dropped.has(name) &&
        (name === 'organization_arn' || name === 'object_type' || name === 'owner_id' || below(60) > 0)
      )
        record[name] = value;
    access.push({ record, time });
  }
  const signIns: { record: Record<string, unknown>; time: number }[] = [];
  for (let left = below(6); left > 0; left--) {
    const time = START + below(90) * MINUTE;
    signIns.push({
      time,
      record: {
        event_timestamp: time,
        request_id: `s-${left}`,
        organization_arn: hasTwo && below(2) === 0 ? OTHER : ORGANIZATION,
        user_id: one(['u1', 'u2', 'u3']),
        user: 'somebody@example.com',
        protocol: one(['EWS', 'IMAP']),
        source_ip: one(['192.0.2.1', '192.0.2.2']),
        method: 'basic',
        auth_successful: below(4) > 0,
        ...(below(2) === 0 && { personal_access_token_id: 'pat-1' }),
      },
    });
  }
  const logs: Record<string, string> = {};
  const deliver = (all: readonly { record: Record<string, unknown>; time: number }[], name: string): Delivered[] => {
    const copies = all.flatMap((each) => (below(6) === 0 ? [each, each] : [each]));
    const files: { record: Record<string, unknown>; time: number }[][] = [[], [], []];
    for (const each of copies) files[below(3)]?.push(each);
    return files.flatMap((file, at) => {
      if (file.length === 0) return [];
      file.sort(() => numbers.share() - 0.5);
      const isContainer = below(2) === 0;
      logs[`${name}-${at}`] = isContainer
        ? JSON.stringify({
            events: file.map(({ record, time }, index) => ({
              logStreamName: 's',
              timestamp: time,
              message: JSON.stringify(record),
              ingestionTime: time + 10,
              eventId: String(index),
            })),
          })
        : `${file.map(({ record }) => JSON.stringify(record)).join('\n')}\n`;
      return file.map(({ record, time }) => ({ record, around: isContainer ? time : undefined }));
    });
  };
  return { access: deliver(access, 'access'), signIns: deliver(signIns, 'sign-ins'), logs };
}
