import { parseArn } from '../../explain/values/arn';
import type { Act } from '../act';
import type { OwnLog } from './ownLog';

/** WorkMail's e-mail event group keeps so many days unless somebody sets another time. */
export const USUAL_DAYS = 30;

/** What was done to a log group in which one of WorkMail's own logs lies, or whose name says so. */
export interface GroupLoss {
  readonly act: Act;
  /** Behind the name of who did it. Values as they are. */
  readonly words: string;
}

/** Log groups that were made to forget sooner, or copied to somewhere else. @param acts as they happened */
export function lossesOfGroups(acts: readonly Act[], logs: readonly OwnLog[]): readonly GroupLoss[] {
  const groups = groupsOf(logs);
  const days = new Map<string, number>();
  return acts.flatMap((act): readonly GroupLoss[] => {
    const { call } = act;
    if (call.ofService !== 'logs' || act.row.outcome !== 'succeeded') return [];
    const { logGroupName, retentionInDays, destinationArn } = act.contents.requestParameters ?? {};
    if (typeof logGroupName !== 'string' || !(groups.has(logGroupName) || isNamedLikeOwn(logGroupName))) return [];
    if (call.action === 'PutSubscriptionFilter' && typeof destinationArn === 'string')
      return [{ act, words: `had the log group ${logGroupName} copied to ${destinationArn}` }];
    if (call.action !== 'PutRetentionPolicy' || typeof retentionInDays !== 'number') return [];
    const before = days.get(logGroupName) ?? USUAL_DAYS;
    days.set(logGroupName, retentionInDays);
    const times = retentionInDays === 1 ? '1 day' : `${retentionInDays} days`;
    return retentionInDays < before ? [{ act, words: `let the log group ${logGroupName} forget after ${times}` }] : [];
  });
}

/** Whether a log group is called like one of WorkMail's own logs. */
export function isNamedLikeOwn(group: string): boolean {
  return /workmail/i.test(group);
}

/** The log groups in which WorkMail's own logs lie, with these. */
export function groupsOf(logs: readonly OwnLog[]): ReadonlyMap<string, readonly OwnLog[]> {
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
