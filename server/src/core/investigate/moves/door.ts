import { strays } from '../../../generated/movers';
import { parseArn } from '../../explain/values/arn';
import { once } from '../../once';
import { type Diverted, divertedIn } from './diverted';
import { type Line, opensAll } from './line';
import type { Through } from './moverFiles';

/** A way by which mail leaves mailboxes: a bucket with role and key, a grantee, an impersonation role, or new passwords of one actor. */
export interface Door {
  readonly id: string;
  readonly through: Through;
  /** The bucket, the grantee or the role; for new passwords who sets them. */
  readonly name: string;
  /** Of exports: the ARNs of role and key, in the order of the alphabet. */
  readonly arns: readonly string[];
  /** Calls that took a mailbox along or opened it, as they happened. */
  readonly carried: readonly Line[];
  /** Those that failed. */
  readonly tried: readonly Line[];
  /** What made the door, shut it again, or asked for its jobs. */
  readonly around: readonly Line[];
  /** Organization and id of each. */
  readonly mailboxes: ReadonlySet<string>;
  /** Whether role or key are of another account than that which exports. */
  readonly isForeign: boolean;
}

/** A door in the making. */
interface Made extends Door {
  readonly carried: Line[];
  readonly tried: Line[];
  readonly around: Line[];
  readonly mailboxes: Set<string>;
}

/** All doors, and which door a line belongs to. */
export interface Doors {
  readonly all: readonly Door[];
  /** How many lines there are, those of no door among them. */
  readonly lines: number;
  readonly doorOf: (line: Line) => Door | undefined;
  /** Mail that comes to another mailbox leaves by no door. */
  readonly diverted: Diverted;
}

const doorsThrough = /* @__PURE__ */ once(
  (): ReadonlyMap<string, Through> => new Map(Object.entries(strays().through)),
);
/** Calls that name the job of an export, and so the bucket that it went to. */
const askingOfJobs = /* @__PURE__ */ once((): ReadonlySet<string> => new Set(strays().known.asksOfJob.workmail));

/** @param lines as they happened */
export function doorsOf(lines: readonly Line[]): Doors {
  const doors = new Map<string, Made>();
  /** Of each line the position of its door, plus one. */
  const ofLines = new Uint32Array(lines.length);
  const places = new Map<Made, number>();
  const jobs = new Map<string, Made>();
  const jobCalls = askingOfJobs();
  for (const line of lines) {
    if (line.service !== 'workmail') continue;
    const { action } = line;
    const job = jobCalls.has(action)
      ? line.named.map((id) => jobs.get(id)).find((door) => door !== undefined)
      : undefined;
    const door = job ?? doorOf(line, doors);
    if (door === undefined) continue;
    const place = places.get(door) ?? places.size + 1;
    places.set(door, place);
    ofLines[line.order] = place;
    // To send in somebody's name opens no mailbox, and so is no step of a move.
    if (line.deed === 'carry' && (door.through !== 'grantee' || opensAll(line))) {
      door.carried.push(line);
      const { mailbox } = line;
      if (mailbox !== '') door.mailboxes.add(`${line.organization} ${mailbox}`);
      for (const id of line.made) jobs.set(id, door);
    } else if (action === 'StartMailboxExportJob' || action === 'AssumeImpersonationRole') door.tried.push(line);
    else door.around.push(line);
  }
  const all = Array.from(places.keys());
  return {
    all,
    lines: lines.length,
    doorOf: ({ order }) => {
      const place = ofLines[order] ?? 0;
      return place === 0 ? undefined : all[place - 1];
    },
    diverted: divertedIn(lines),
  };
}

function doorOf(line: Line, doors: Map<string, Made>): Made | undefined {
  const { row } = line.act;
  const through = doorsThrough().get(line.action);
  if (through === undefined) return undefined;
  const name = nameOf(line, through);
  if (name === '') return undefined;
  const arns = through === 'bucket' ? line.named.filter((text) => text.startsWith('arn:')).sort() : [];
  const id = [through, through === 'bucket' ? '' : line.organization, name, ...arns].join(' ');
  const known = doors.get(id);
  if (known !== undefined) return known;
  const accounts = arns.map((arn) => parseArn(arn)?.account ?? '').filter((account) => account !== '');
  const isForeign = row.account !== '' && accounts.some((account) => account !== row.account);
  const made: Made = { id, through, name, arns, isForeign, carried: [], tried: [], around: [], mailboxes: new Set() };
  doors.set(id, made);
  return made;
}

function nameOf({ act, action, made, who }: Line, through: Through): string {
  const { facts } = act;
  const named = (parameter: string): string => facts.targets.find((target) => target.parameter === parameter)?.id ?? '';
  switch (through) {
    case 'bucket':
      return named('s3BucketName');
    case 'grantee':
      return named('granteeId').toLowerCase();
    case 'role':
      return named('impersonationRoleId') || (action === 'CreateImpersonationRole' ? (made[0] ?? '') : '');
    case 'nothing':
      return who;
  }
}
