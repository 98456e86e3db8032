import { once } from '../../once';
import type { Door, Doors } from './door';
import type { House } from './episodes';
import { familyNamed, type Line } from './line';
import { isToldAsMove } from './move';
import type { Through } from './moverFiles';
import { domainsOf } from './outside';
import { Readers } from './readers';

/** What of the move and of the house signs are held against. What few need is made when it is asked for first. */
export interface Against {
  /** Buckets, roles and keys of the move's exports, and organization and id of each mailbox that it takes along. */
  readonly buckets: ReadonlySet<string>;
  readonly arns: ReadonlySet<string>;
  readonly moved: ReadonlySet<string>;
  /** When the first of them is taken along, in milliseconds since 1970. */
  readonly since: number;
  /** Organization and id of each mailbox that moves, is looked after or switched off. */
  readonly mailboxes: () => ReadonlySet<string>;
  /** Domains of the addresses of the house, in small letters. */
  readonly domains: () => ReadonlySet<string>;
  /** By who: through which kinds of doors of moves somebody takes mailboxes along. */
  readonly ways: () => ReadonlyMap<string, ReadonlySet<Through>>;
  /** What programs one who acts uses at addresses of the house. */
  readonly programsOf: (line: Line) => Programs;
  /** Whether there is a move that exports nothing. */
  readonly isWithoutExports: boolean;
  /** Access control rules that let somebody in, by organization and name: whoever deletes one loosens nothing. */
  readonly lettingIn: () => ReadonlySet<string>;
  readonly readers: Readers;
  /** The family of the program that a call was made with. */
  readonly familyOf: (line: Line) => string;
}

export function against(house: House): Against {
  const { broad } = house;
  const familyOf = families();
  const exports = Array.from(broad).filter(({ through }) => through === 'bucket');
  const moved = new Set<string>();
  let since = Number.POSITIVE_INFINITY;
  for (const { mailboxes, carried, through } of broad) {
    if (through === 'nothing') continue;
    for (const mailbox of mailboxes) moved.add(mailbox);
    since = Math.min(since, carried[0]?.at ?? since);
  }
  return {
    buckets: new Set(exports.map(({ name }) => name)),
    arns: new Set(exports.flatMap(({ arns }) => arns)),
    moved,
    since,
    mailboxes: once(() => mailboxesOf(house)),
    domains: once(() => domainsOf(house.lines)),
    ways: once(() => waysIn(broad)),
    programsOf: programsIn(house, familyOf),
    isWithoutExports:
      exports.length === 0 && Array.from(broad).some((door) => door.through !== 'nothing' && isToldAsMove(door)),
    lettingIn: once(() => rulesLettingIn(house.lines)),
    readers: new Readers(house.lines),
    familyOf,
  };
}

function rulesLettingIn(lines: readonly Line[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const line of lines) {
    if (line.action !== 'PutAccessControlRule' || line.deed !== 'guard') continue;
    const { effect } = line.act.contents.requestParameters ?? {};
    if (effect === 'ALLOW') found.add(ruleOf(line));
    else found.delete(ruleOf(line));
  }
  return found;
}

/** @returns organization and name of an access control rule */
export function ruleOf({ organization, act }: Line): string {
  return `${organization} ${act.contents.requestParameters?.name}`;
}

function mailboxesOf({ lines, doors, broad }: House): ReadonlySet<string> {
  const found = new Set<string>();
  for (const line of lines)
    if (isOfHouse(line, doors, broad) && line.mailbox !== '') found.add(`${line.organization} ${line.mailbox}`);
  return found;
}

/** Whether a call names a mailbox of the house: one that is only opened to somebody may be anybody's. */
function isOfHouse(line: Line, doors: Doors, broad: ReadonlySet<Door>): boolean {
  const { deed } = line;
  if (deed === 'end') return true;
  const door = doors.doorOf(line);
  if (door === undefined) return deed === 'work' && line.action !== 'RegisterToWorkMail';
  return deed === 'carry' && (broad.has(door) || door.through === 'nothing');
}

function waysIn(broad: ReadonlySet<Door>): ReadonlyMap<string, ReadonlySet<Through>> {
  const found = new Map<string, Set<Through>>();
  for (const { carried, through } of broad)
    for (const { who } of carried) {
      const known = found.get(who);
      if (known === undefined) found.set(who, new Set([through]));
      else known.add(through);
    }
  return found;
}

function programsIn({ byWho, trust }: House, familyOf: Against['familyOf']): Against['programsOf'] {
  const known = new Map<number, Programs>();
  return ({ whoNumber }) => {
    const programs = known.get(whoNumber) ?? new Programs(byWho(whoNumber).filter(trust.isKnownNet), familyOf);
    known.set(whoNumber, programs);
    return programs;
  };
}

/** The programs of one who acts, looked at as far as somebody asks. */
export class Programs {
  readonly #lines: readonly Line[];
  readonly #familyOf: Against['familyOf'];
  readonly #families = new Set<string>();
  #seen = 0;

  /** @param lines that tell of them */
  constructor(lines: readonly Line[], familyOf: Against['familyOf']) {
    this.#lines = lines;
    this.#familyOf = familyOf;
  }

  /** How many calls tell of them. */
  get calls(): number {
    return this.#lines.length;
  }

  /** @param family see `familyNamed` */
  has(family: string): boolean {
    while (!this.#families.has(family)) {
      const line = this.#lines[this.#seen];
      if (line === undefined) return false;
      this.#seen++;
      this.#families.add(this.#familyOf(line));
    }
    return true;
  }
}

/** Families of programs, each program looked at once. */
function families(): Against['familyOf'] {
  const known = new Map<string, string>();
  let [latest, ofLatest] = ['', familyNamed('')];
  return ({ act }) => {
    const { userAgent } = act.row;
    if (userAgent === latest) return ofLatest;
    const family = known.get(userAgent) ?? familyNamed(userAgent);
    known.set(userAgent, family);
    [latest, ofLatest] = [userAgent, family];
    return family;
  };
}
