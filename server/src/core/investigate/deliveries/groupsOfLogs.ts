import { logDeliveries } from '../../../generated/logDeliveries';
import { parseArn } from '../../explain/values/arn';
import type { Act } from '../act';
import type { OwnLog } from './ownLog';

/** What a call did to a log group in which one of WorkMail's own logs lies, or whose name says so. */
export interface GroupChange {
  readonly act: Act;
  readonly group: string;
  /** The logs that lie in it; none where only its name says so. */
  readonly logs: readonly OwnLog[];
  readonly what: 'kept' | 'deleted' | 'copied';
  /** Of what is kept: so many days, infinite for all, NaN where no call tells; else as before. */
  readonly days: number;
  /** Whether it keeps less than before. */
  readonly isLess: boolean;
}

/** What calls did to log groups. @param acts as they happened */
export function changesOfGroups(acts: readonly Act[], logs: readonly OwnLog[]): readonly GroupChange[] {
  const { usualDays, setsDays, keepsAll, deletes, copies } = logDeliveries().groups;
  const groups = groupsOf(logs);
  const kept = new Map<string, number>();
  return acts.flatMap((act): readonly GroupChange[] => {
    const { action, ofService } = act.call;
    if (ofService !== 'logs' || act.row.outcome !== 'succeeded') return [];
    const { logGroupName: group, retentionInDays } = act.contents.requestParameters ?? {};
    if (typeof group !== 'string' || !(groups.has(group) || isNamedLikeOwn(group))) return [];
    const before = kept.get(group) ?? usualDays;
    const of = { act, group, logs: groups.get(group) ?? [] };
    if (action === copies) return [{ ...of, what: 'copied', days: before, isLess: false }];
    if (action === deletes) return [{ ...of, what: 'deleted', days: before, isLess: true }];
    if (action !== setsDays && action !== keepsAll) return [];
    const told = typeof retentionInDays === 'number' ? retentionInDays : Number.NaN;
    const days = action === keepsAll ? Number.POSITIVE_INFINITY : told;
    if (!Number.isNaN(days)) kept.set(group, days);
    return [{ ...of, what: 'kept', days, isLess: days < before }];
  });
}

/** Something that was taken from what a log group keeps, or given to others. */
export interface GroupLoss {
  readonly act: Act;
  /** Behind the name of who did it. Values as they are. */
  readonly words: string;
}

/** Log groups that were made to forget sooner, or copied to somewhere else; those that were deleted are told with what else was. @param acts as they happened */
export function lossesOfGroups(acts: readonly Act[], logs: readonly OwnLog[]): readonly GroupLoss[] {
  return changesOfGroups(acts, logs).flatMap(({ act, group, what, days, isLess }): readonly GroupLoss[] => {
    const { destinationArn } = act.contents.requestParameters ?? {};
    if (what === 'copied')
      return typeof destinationArn === 'string'
        ? [{ act, words: `had the log group ${group} copied to ${destinationArn}` }]
        : [];
    if (what === 'deleted' || !isLess) return [];
    return [{ act, words: `let the log group ${group} forget after ${days === 1 ? '1 day' : `${days} days`}` }];
  });
}

/** Whether a log group is called like one of WorkMail's own logs. */
function isNamedLikeOwn(group: string): boolean {
  return group.toLowerCase().includes(logDeliveries().groups.namedLike);
}

/** The log groups in which WorkMail's own logs lie, with these. */
function groupsOf(logs: readonly OwnLog[]): ReadonlyMap<string, readonly OwnLog[]> {
  const groups = new Map<string, OwnLog[]>();
  for (const log of logs)
    for (const group of new Set(log.changes.flatMap(({ places }) => places.map(groupIn)))) {
      if (group === '') continue;
      const known = groups.get(group);
      if (known === undefined) groups.set(group, [log]);
      else known.push(log);
    }
  return groups;
}

/** The log group that an ARN names; empty where it names none. */
function groupIn(arn: string): string {
  const parts = parseArn(arn);
  return parts?.service === 'logs' ? (/^log-group:([^:]+)/.exec(parts.resource)?.[1] ?? '') : '';
}
