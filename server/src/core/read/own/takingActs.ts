import { once } from '../../once';
import type { OwnWeight } from './ownLog';
import { ownLogNamed } from './ownLogs';

/** An act that the log tells as two: of what is taken, and of where it arrives. */
export interface TakingAct {
  /** The source side, as the log writes it. */
  readonly act: string;
  /** The target side. */
  readonly arrives: string;
  /** What was done, as reports say it. */
  readonly word: string;
  readonly weight: OwnWeight;
}

/** Copying and moving, as `schemas/own-logs/mailbox-access.json` has them. */
export const takingActs: () => readonly TakingAct[] = /* @__PURE__ */ once(() => {
  const log = ownLogNamed('mailbox-access');
  return (log?.byName.get(log.act.field ?? '')?.values ?? []).flatMap(({ value, taking, weight = 'info' }) =>
    taking === undefined ? [] : [{ act: value, ...taking, weight }],
  );
});
