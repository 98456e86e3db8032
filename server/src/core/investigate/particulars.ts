import { recordKindOf } from '../check/recordKind';
import { memberOf, memberText } from '../explain/members';
import { parameterFlags } from '../explain/parameterFlags';
import { parameterName } from '../explain/parameterNotes';
import { type Target, targetsOf } from '../explain/targets';
import type { EventRecord, JsonObject } from '../record';
import { isMailCall } from '../record';
import { type LearnedName, learnedNamesOf } from './learnedNames';

/** `unknown` where the record is too damaged to tell. */
export type Outcome = 'succeeded' | 'failed' | 'unknown';

/** What one parameter of a call says that makes the call more than its name; the words are our own. */
export interface WeightyParameter {
  /** Without positions in lists: `rules.effect`. */
  readonly parameter: string;
  readonly words: string;
}

/** What an event says of its own call, beyond the fields that events of all services have in common. */
export interface Particulars {
  readonly errorMessage: string;
  /**
   * Of an event that tells how a VPC endpoint saw a call of WorkMail: the id of the endpoint, empty where it is not told. Undefined
   * for all other events, those of calls through an endpoint among them.
   */
  readonly endpoint: string | undefined;
  readonly organizationId: string;
  /** The one that tells most first. */
  readonly targets: readonly Target[];
  /** What the event teaches about ids, if its call succeeded. */
  readonly learned: readonly LearnedName[];
  /** Most calls have none. */
  readonly weighty: readonly WeightyParameter[];
}

const NONE: readonly never[] = [];

/** @param outcome of the record */
export function particularsOf(record: EventRecord, outcome: Outcome): Particulars {
  const { action, event = {} } = record;
  return {
    errorMessage: memberText(event, 'errorMessage') ?? '',
    endpoint: isNetworkActivity(record) ? (memberText(event, 'vpcEndpointId') ?? '') : undefined,
    organizationId: organizationOf(event),
    targets: targetsOf(event, action),
    learned: outcome === 'succeeded' && action !== undefined ? learnedNamesOf(event, action) : NONE,
    weighty: weightyParameters(record),
  };
}

/** Whether a record tells how a VPC endpoint saw a call of WorkMail. Of other services this is not asked. */
export function isNetworkActivity({ service, event }: EventRecord): boolean {
  return isMailCall(service) && recordKindOf(event) === 'network';
}

/** Each parameter with the same words once: a list of rules says the same of many of them. */
function weightyParameters(record: EventRecord): readonly WeightyParameter[] {
  const flags = parameterFlags(record);
  if (flags.length === 0) return NONE;
  const different = new Map<string, WeightyParameter>();
  for (const { path, words } of flags) {
    const parameter = parameterName(path);
    different.set(`${parameter} ${words}`, { parameter, words });
  }
  return Array.from(different.values());
}

/** The organization that a call was made in; empty where the record does not say. */
export function organizationOf(event: JsonObject): string {
  const asked = memberText(memberOf(event, 'requestParameters'), 'organizationId');
  return asked ?? memberText(memberOf(event, 'responseElements'), 'organizationId') ?? '';
}
