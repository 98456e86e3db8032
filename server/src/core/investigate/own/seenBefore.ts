import type { MailboxReads, OwnEvidence, ReadCell } from './ownEvidence';
import { CLOCKS } from './readDoors';

/** What a reader was not seen with before, though the reader was seen. */
export interface NewOfReader {
  readonly addresses: readonly string[];
  readonly protocols: readonly string[];
  readonly programs: readonly string[];
}

/** Sign-ins from one address that failed. */
export interface FailedBefore {
  readonly address: string;
  readonly tries: number;
  readonly names: number;
}

/** What these logs tell of the first use of addresses, protocols and programs. */
export interface SeenBefore {
  readonly newOf: (reads: MailboxReads) => NewOfReader;
  /** Failures from an address of which nobody was seen before them, within the hour before this reader came from it. */
  readonly failedBefore: (reads: MailboxReads) => FailedBefore | undefined;
}

const HOUR = 60 * 60 * 1000;

/** @param all what all readers read */
export function seenBefore(own: OwnEvidence, all: readonly MailboxReads[]): SeenBefore {
  const first = new Map<string, number>();
  const ofAddress = new Map<string, number>();
  const note = (map: Map<string, number>, key: string, time: number): void => {
    const known = map.get(key);
    if (!Number.isNaN(time) && (known === undefined || time < known)) map.set(key, time);
  };
  const seen = ({ user, role, address, protocol }: Who, time: number): void => {
    const who = `${role}\u0000${user}`;
    note(first, who, time);
    if (address !== '') note(first, `${who}\u0000a${address}`, time);
    if (protocol !== '') note(first, `${who}\u0000p${protocol.toLowerCase()}`, time);
    if (address !== '') note(ofAddress, address, time);
  };
  for (const { cells } of all) for (const cell of cells) seen(cell, cell.from);
  const failures = new Map<string, { readonly time: number; readonly name: string }[]>();
  if (own.counts.has('authentication')) {
    for (const record of own.records('authentication')) {
      const { address, time, allowed } = record;
      if (allowed === true) {
        const user = record.text('user');
        seen({ user, role: '', address, protocol: record.text('protocol') }, time);
        if (record.program !== '') note(first, `\u0000${user}\u0000g${withoutVersion(record.program)}`, time);
      }
      if (allowed !== false || address === '' || Number.isNaN(time)) continue;
      const known = failures.get(address) ?? [];
      failures.set(address, known);
      known.push({ time, name: record.text('name') || record.text('user') });
    }
  }
  const isNew = (who: string, mark: string): boolean => {
    const [met, known] = [first.get(`${who}\u0000${mark}`), first.get(who)];
    return met !== undefined && known !== undefined && met > known + CLOCKS;
  };
  // Programs are looked for in all rows, once somebody asks what was new.
  let areProgramsNoted = false;
  const notePrograms = (): void => {
    if (areProgramsNoted) return;
    areProgramsNoted = true;
    for (const { user, role, programs } of all)
      for (const { program, from } of programs)
        note(first, `${role}\u0000${user}\u0000g${withoutVersion(program)}`, from);
  };
  return {
    newOf: ({ user, role, cells, programs }) => {
      notePrograms();
      const who = `${role}\u0000${user}`;
      return {
        addresses: cells.map(({ address }) => address).filter(once((address) => isNew(who, `a${address}`))),
        protocols: cells
          .map(({ protocol }) => protocol)
          .filter(once((protocol) => isNew(who, `p${protocol.toLowerCase()}`))),
        programs: programs.flatMap(({ program }) => (isNew(who, `g${withoutVersion(program)}`) ? program : [])),
      };
    },
    failedBefore: ({ user, role, cells }) => {
      if (failures.size === 0) return undefined;
      for (const address of new Set(cells.map((cell) => cell.address))) {
        const came = first.get(`${role}\u0000${user}\u0000a${address}`);
        if (came === undefined) continue;
        const tries = (failures.get(address) ?? []).filter(({ time }) => time <= came + CLOCKS && time >= came - HOUR);
        const [earliest] = tries;
        // From an office somebody mistypes a password every day.
        if (earliest === undefined || (ofAddress.get(address) ?? 0) < earliest.time - CLOCKS) continue;
        return { address, tries: tries.length, names: new Set(tries.map(({ name }) => name)).size };
      }
      return undefined;
    },
  };
}

/** Programs are made anew all the time: another version of one is not new. */
function withoutVersion(program: string): string {
  return program.replace(/[\d._]+/g, '').toLowerCase();
}

type Who = Pick<ReadCell, 'user' | 'role' | 'address' | 'protocol'>;

function once(isMeant: (text: string) => boolean): (text: string) => boolean {
  const met = new Set<string>(['']);
  return (text) => {
    if (met.has(text)) return false;
    met.add(text);
    return isMeant(text);
  };
}
