import { callsAbout } from '../../../generated/callsAbout';
import { isObject } from '../../read/whole';
import type { JsonValue } from '../../record';
import type { Act } from '../act';
import { asHappened } from '../asHappened';
import type { OwnRecord } from '../own/ownEvidence';
import { ownNamer } from '../own/ownNames';
import { textsOf } from '../own/readingTold';
import { requestsAfter } from '../own/recordsAfter';
import { recordsBy, recordsTold } from '../own/recordsTold';
import type { Finding } from './answer';
import type { Grounds } from './grounds';
import { few } from './phrase';
import { callTold, counted } from './told';

/** More calls about one system nobody reads one by one. */
const MOST_CALLS = 5;
const MOST_ENTITIES = 20;

/** Which other systems were asked for free and busy times, as the availability provider log tells, and which calls named them. */
export function calendarsAsked(grounds: Grounds): readonly Finding[] {
  const own = grounds.evidence.own();
  if (!own.counts.has('availability-provider')) return [];
  const groups = recordsBy(own.records('availability-provider'), (record) =>
    [record.organization, record.text('kind'), record.text('domain'), record.text('endpoint')].join('\u0000'),
  );
  return Array.from(groups.values()).flatMap((records) => asked(records, grounds));
}

function asked(records: readonly [OwnRecord, ...OwnRecord[]], grounds: Grounds): readonly Finding[] {
  const [first] = records;
  const [kind, domain, endpoint] = [first.text('kind'), first.text('domain'), first.text('endpoint')];
  const name = ownNamer(grounds.evidence);
  const users = textsOf(records.map((record) => record.text('user')));
  const failed = records.filter(({ allowed }) => allowed === false);
  const calls = asHappened(
    callsAbout().otherSystems.actions.flatMap((action) =>
      grounds.actsOf('workmail', action).filter((act) => act.facts.outcome !== 'failed' && named(act, endpoint)),
    ),
  );
  const isChanged = calls.some((act) => !grounds.isMove(act) && records.some(({ time }) => time >= act.time));
  const of = domain === '' ? 'a domain that is not told' : `the domain ${domain}`;
  return recordsTold(records, {
    kind: 'calendar-asked',
    weight: isChanged ? 'medium' : 'info',
    what: `Free and busy times of ${of} were asked for ${counted(records.length, 'time')} at ${systemWords(kind, endpoint)}`,
    more: [
      ...(users.length > 0 ? [`by ${few(users.map((user) => name(user, '')))}`] : []),
      ...(failed.length > 0 ? [failureWords(failed)] : []),
      ...callWords(records, calls),
    ],
    entities: [domain, endpoint, ...users.slice(0, MOST_ENTITIES)],
    calls: calls.slice(0, MOST_CALLS),
  });
}

function systemWords(kind: string, endpoint: string): string {
  if (endpoint !== '') return endpoint;
  return kind === '' ? 'a system that is not told' : `a system of the kind ${kind} that is not told`;
}

/** Whether a call named a system. */
function named({ contents }: Act, endpoint: string): boolean {
  const said = callsAbout().otherSystems.addresses.map((way) =>
    way.reduce<JsonValue | undefined>(
      (holder, name) => (isObject(holder) && Object.hasOwn(holder, name) ? holder[name] : undefined),
      contents.requestParameters,
    ),
  );
  return endpoint !== '' && said.includes(endpoint);
}

function failureWords(failed: readonly OwnRecord[]): string {
  const reasons = textsOf(failed.map((record) => record.text('reason')));
  return `${failed.length} of them failed${reasons.length === 0 ? '' : `: ${few(reasons)}`}`;
}

function callWords(records: readonly OwnRecord[], calls: readonly Act[]): readonly string[] {
  const told = calls
    .slice(0, MOST_CALLS)
    .map((act) => `${callTold(act)} (likely: the system is in the call), ${requestsAfter(records, act.time)}`);
  const left = calls.length - told.length;
  return left > 0 ? [...told, counted(left, 'more call')] : told;
}
