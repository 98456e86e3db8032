import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { Chance } from './chance';

export interface OwnTreeSize {
  readonly files: number;
  readonly records: number;
  readonly bytes: number;
}

const FROM = Date.UTC(2026, 2, 1);
const DAYS = 28;
const USERS = 300;
const ITEMS = 1500;
const PER_FILE = 1000;
const ORGANIZATION = 'arn:aws:workmail:eu-west-1:111122223333:organization/m-5e6f708192a3b4c5d6e7f8091a2b3c4d';
const FOLDERS = ['/Inbox', '/Sent Items', '/Drafts', '/Archive/2025', '/Deleted Items'];
const PROGRAMS = [
  ['WindowsOutlook', 'Outlook/16.0'],
  ['EWS', 'ExchangeServicesClient/15.00.0913.015'],
  [
    'WebMail',
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36',
  ],
  ['ActiveSync', 'Apple-iPhone14C2/2108.60'],
  ['IMAP', 'Thunderbird/128.0'],
] as const;
/** As often as they stand here. */
const ACTS = [
  ...['read', 'read', 'read', 'read_summary', 'read_summary', 'read_hierarchy', 'read_attachment'],
  ...['update_read_state', 'move', 'delete', 'create'],
];
const OF_FOLDERS: ReadonlySet<string> = new Set(['read_summary', 'read_hierarchy']);

/** Writes mailbox access logs as S3 has them: JSON Lines in gzip, a folder for each day. Each user has a mailbox, some read one of another, and a role reads some. */
export async function writeOwnTree(folder: string, files: number, seed: number): Promise<OwnTreeSize> {
  const chance = new Chance(seed);
  const users = Array.from({ length: USERS }, () => mailbox(chance));
  const role = chance.guid();
  const step = (2 * DAYS * 86_400_000) / (files * PER_FILE);
  let time = FROM;
  let bytes = 0;
  for (let file = 0; file < files; file++) {
    const lines: string[] = [];
    for (let line = 0; line < PER_FILE; line++) {
      time += chance.between(0, Math.floor(step));
      lines.push(JSON.stringify(record(chance, users, role, time)));
    }
    const text = Buffer.from(`${lines.join('\n')}\n`);
    bytes += text.length;
    const day = new Date(time).toISOString().slice(0, 10).replaceAll('-', '/');
    await mkdir(path.join(folder, day), { recursive: true });
    await writeFile(path.join(folder, day, `${chance.hex(8)}-${file}.json.gz`), gzipSync(text));
  }
  return { files, records: files * PER_FILE, bytes };
}

interface Mailbox {
  readonly id: string;
  readonly addresses: readonly string[];
  readonly folders: readonly string[];
  readonly items: readonly string[];
}

function mailbox(chance: Chance): Mailbox {
  return {
    id: chance.guid(),
    addresses: Array.from({ length: 4 }, () => `203.0.${chance.between(0, 255)}.${chance.between(0, 255)}`),
    folders: FOLDERS.map(() => chance.hex(24)),
    items: Array.from({ length: ITEMS }, () => `AAMkAD${chance.hex(40)}`),
  };
}

function record(chance: Chance, users: readonly Mailbox[], role: string, time: number): object {
  const number = chance.between(0, users.length - 1);
  const isRole = chance.between(1, 30) === 1;
  const isShared = number < 40 && chance.between(1, 4) === 1;
  const owner = users[isRole ? number % 25 : isShared ? 100 + (number % 7) : number] ?? chance.pick(users);
  const user = users[number] ?? owner;
  const [protocol, agent] = chance.pick(PROGRAMS);
  const action = chance.pick(ACTS);
  const folder = chance.between(0, FOLDERS.length - 1);
  const isFolder = OF_FOLDERS.has(action);
  return {
    event_timestamp: time,
    request_id: chance.guid(),
    organization_arn: ORGANIZATION,
    user_id: isRole ? owner.id : user.id,
    ...(isRole && { impersonator_id: role }),
    protocol,
    source_ip: isRole ? '198.51.100.7' : chance.pick(user.addresses),
    user_agent: agent,
    action,
    owner_id: owner.id,
    object_type: isFolder ? 'Folder' : action === 'read_attachment' ? 'Attachment' : 'Message',
    ...(!isFolder && { item_id: chance.pick(owner.items) }),
    folder_path: FOLDERS[folder],
    folder_id: owner.folders[folder],
    ...(action === 'read_attachment' && { attachment_path: `invoice-${chance.between(0, 4999)}.pdf` }),
    action_allowed: chance.between(1, 50) !== 1,
  };
}
