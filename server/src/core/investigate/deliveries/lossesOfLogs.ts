import type { Act } from '../act';
import type { LogChange, OwnLog } from './ownLog';
import { fieldsText, nameOfLog } from './ownLogWords';

/** Something that took from what one of WorkMail's own logs tells, or gave it to others. */
export interface LogLoss {
  readonly act: Act;
  readonly log: OwnLog;
  readonly change: LogChange;
  /** What was done, behind the name of who did it. Values as they are. */
  readonly words: string;
  /** Whether it is no more than one of several ways on which the log is delivered, or it went on elsewhere in the same account. */
  readonly isPart: boolean;
}

/** What was taken from logs, as it happened in each. */
export function lossesOfLogs(logs: readonly OwnLog[]): readonly LogLoss[] {
  return logs.flatMap((log) =>
    log.changes.flatMap((change, at): readonly LogLoss[] => {
      const words = lossWords(log, change, log.changes[at - 1]);
      return words === undefined ? [] : [{ act: change.act, log, change, words, isPart: isPart(change) }];
    }),
  );
}

function isPart({ what, isOn, accounts }: LogChange): boolean {
  return (what === 'off' || what === 'moved') && isOn && accounts.length === 0;
}

function lossWords(log: OwnLog, change: LogChange, before: LogChange | undefined): string | undefined {
  const { what, without, isOn, accounts } = change;
  const name = nameOfLog(log);
  const others = accounts.filter((account) => !(before?.accounts ?? []).includes(account));
  if (what === 'off') return isOn ? `stopped one of the ways on which ${name} is delivered` : `switched ${name} off`;
  const lost = without.filter((field) => !(before?.without ?? []).includes(field));
  const left = lost.length === 0 ? [] : [`left ${fieldsText(log.logType, lost)} out of ${name}`];
  const gave = others.length === 0 ? [] : [`had ${name} delivered to account ${others.join(', ')}`];
  // Whoever switches a log on with few fields has chosen them; what is chosen at the start hides nothing that was there.
  const places = what === 'moved' ? change.places.filter((place) => !(before?.places ?? []).includes(place)) : [];
  const moved = places.length === 0 || others.length > 0 ? [] : [`had ${name} delivered to ${places.join(', ')}`];
  const told = what === 'on' ? gave : [...left, ...gave, ...moved];
  return told.length === 0 ? undefined : told.join(' and ');
}
