import type { JsonObject } from '../../../server/src/core/record';
import type { MakeCall, Setting } from './call';
import { type Caller, session, user } from './callers';
import { Chance } from './chance';
import { record, time } from './records';
import { rawMessage, reads, writes } from './workMailCalls';

const DAY = 86_400_000;
const HALF_HOUR = 1_800_000;
const DAYS = 365;
/** Messages that a program fetches each day, and what the help desk does. */
const MESSAGES = 40;
const TASKS = 4;
const STAFF = 200;

/** A call, when it is made (milliseconds since 1970), and by whom. */
interface Made {
  readonly at: number;
  readonly caller: Caller;
  readonly call: MakeCall;
}

/**
 * A year of WorkMail in a house of two hundred people in which nothing happens: a program compares users and groups each half hour, another fetches
 * messages of the mail flow, and a help desk does a few things each day. Its records, about 51,000, in the order of time.
 *
 * @param from the first midnight, in milliseconds since 1970
 */
export function* ordinaryYear(seed: number, from: number, setting: Setting): Generator<JsonObject> {
  const chance = new Chance(seed);
  const staff = Array.from({ length: STAFF }, () => chance.guid());
  const sync = user(chance, setting.account, 'directory-sync');
  const gateway = user(chance, setting.account, 'mail-gateway');
  const desk = Array.from({ length: 3 }, (_, at) => user(chance, setting.account, `help-desk-${at + 1}`));
  const calls = { compare: [reads('ListUsers', all), reads('ListGroups', all)], tasks: tasksOn(staff) };
  for (let day = from; day < from + DAYS * DAY; day += DAY) {
    const made: Made[] = [];
    for (let at = day; at < day + DAY; at += HALF_HOUR)
      for (const [behind, call] of calls.compare.entries()) made.push({ at: at + behind * 1000, caller: sync, call });
    for (let count = 0; count < MESSAGES; count++)
      made.push({ at: day + chance.between(0, DAY - 1), caller: gateway, call: rawMessage });
    const night = session(chance, setting.account, time(day));
    made.push({ at: day + 2 * HALF_HOUR, caller: night, call: reads('DescribeOrganization', () => ({})) });
    for (let count = 0; count < TASKS; count++)
      made.push({
        at: day + chance.between(DAY / 3, DAY / 1.5),
        caller: chance.pick(desk),
        call: chance.pick(calls.tasks),
      });
    made.sort((one, other) => one.at - other.at);
    for (const { at, caller, call } of made) yield record(chance, setting, time(at), caller, call(chance, setting));
  }
}

const all = (): JsonObject => ({ maxResults: 100 });

/** What a help desk does to people. */
function tasksOn(staff: readonly string[]): readonly MakeCall[] {
  return [
    reads('DescribeUser', (chance) => ({ userId: chance.pick(staff) })),
    reads('GetMailboxDetails', (chance) => ({ userId: chance.pick(staff) })),
    writes('ResetPassword', (chance) => ({ userId: chance.pick(staff), password: 'HIDDEN_DUE_TO_SECURITY_REASONS' })),
    writes('UpdateMailboxQuota', (chance) => ({ userId: chance.pick(staff), mailboxQuota: 51_200 })),
    writes('CreateAlias', (chance) => ({ entityId: chance.pick(staff), alias: `${chance.hex(8)}@example.org` })),
    writes('AssociateMemberToGroup', (chance) => ({ groupId: chance.pick(staff), memberId: chance.pick(staff) })),
  ];
}
