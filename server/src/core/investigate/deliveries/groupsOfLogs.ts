import { parseArn } from '../../explain/values/arn';
import type { JsonValue } from '../../record';
import type { Act } from '../act';
import type { OwnLog } from './ownLog';

/** WorkMail's e-mail event group keeps so many days unless somebody sets another time. */
const USUAL_DAYS = 30;

/** What was done to a log group in which one of WorkMail's own logs lies, or whose name says so. */
export interface GroupLoss {
  readonly act: Act;
  /** Behind the name of who did it. Values as they are. */
  readonly words: string;
}

/** Log groups that were made to forget sooner, or copied to somewhere else. @param acts as they happened */
export function lossesOfGroups(acts: readonly Act[], logs: readonly OwnLog[]): readonly GroupLoss[] {
  const groups = groupsOf(acts, logs);
  const days = new Map<string, number>();
  return acts.flatMap((act): readonly GroupLoss[] => {
    const { call } = act;
    if (call.ofService !== 'logs' || act.row.outcome !== 'succeeded') return [];
    const { logGroupName, retentionInDays, destinationArn } = act.contents.requestParameters ?? {};
    if (typeof logGroupName !== 'string' || !(groups.has(logGroupName) || IN_NAME.test(logGroupName))) return [];
    if (call.action === 'PutSubscriptionFilter' && typeof destinationArn === 'string')
      return [{ act, words: `had the log group ${logGroupName} copied to ${destinationArn}` }];
    if (call.action !== 'PutRetentionPolicy' || typeof retentionInDays !== 'number') return [];
    const before = days.get(logGroupName) ?? USUAL_DAYS;
    days.set(logGroupName, retentionInDays);
    const times = retentionInDays === 1 ? '1 day' : `${retentionInDays} days`;
    return retentionInDays < before ? [{ act, words: `let the log group ${logGroupName} forget after ${times}` }] : [];
  });
}

const IN_NAME = /workmail/i;

function groupsOf(acts: readonly Act[], logs: readonly OwnLog[]): ReadonlySet<string> {
  const groups = new Set<string>();
  const destinations = new Set<string>();
  for (const { act, isOn } of logs.flatMap(({ changes }) => changes)) {
    const { logGroupArn, deliveryDestinationArn } = act.contents.requestParameters ?? {};
    if (!isOn) continue;
    groups.add(groupIn(logGroupArn));
    destinations.add(/:delivery-destination:(.+)$/.exec(textOf(deliveryDestinationArn))?.[1] ?? '');
  }
  for (const act of destinations.size === 0 ? [] : acts) {
    // What a call asked is read once somebody wants it: of nearly all calls nobody does.
    if (act.call.action !== 'PutDeliveryDestination') continue;
    const { name, deliveryDestinationConfiguration: to } = act.contents.requestParameters ?? {};
    if (!destinations.has(textOf(name))) continue;
    if (typeof to === 'object' && to !== null && 'destinationResourceArn' in to)
      groups.add(groupIn(to.destinationResourceArn));
  }
  groups.delete('');
  return groups;
}

/** The log group that an ARN names; empty where it names none. */
function groupIn(value: JsonValue | undefined): string {
  const parts = parseArn(textOf(value));
  return parts?.service === 'logs' ? (/^log-group:([^:]+)/.exec(parts.resource)?.[1] ?? '') : '';
}

function textOf(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value : '';
}
