import type { JsonObject, JsonValue } from '../../../server/src/core/record';
import { type AccessStory, addressOf, GROUP, type MailAtTime, roles, users } from '../randomAccess';

/** What is told of an access, without its words: each link with its strength and the ids of its records. */
export type PlainAccess = readonly [who: string, links: readonly PlainLink[]];
export type PlainLink = readonly [step: string, strength: string, ids: string];

const CLOCKS = 2000;
const QUARTER = 15 * 60_000;
const READING = ['read', 'read_attachment', 'read_summary'];

/** Asked record by record, with no columns and no joins but loops. */
export function plainAccesses({ calls, access, mail }: AccessStory): readonly PlainAccess[] {
  if (access.length + mail.length === 0) return [];
  const known = users.filter((user) =>
    calls.some((each) => nameOf(each) === 'RegisterToWorkMail' && asked(each).entityId === user),
  );
  const addressesOf = (user: string): readonly string[] => (known.includes(user) ? [addressOf(user)] : []);
  const ofRoles = roles.flatMap((role): readonly PlainAccess[] => {
    const own = access.filter(({ impersonator_id }) => impersonator_id === role);
    const [reads, sent] = [own.filter(isReading), own.filter(isSent)];
    const used = [...reads, ...sent].map(timeOf);
    if (used.length === 0) return [];
    const made = calls.filter((each) => isMaking(each, role) && callTime(each) <= Math.max(...used) + CLOCKS);
    const taken = calls.filter(
      (each) =>
        nameOf(each) === 'AssumeImpersonationRole' &&
        asked(each).impersonationRoleId === role &&
        used.some((time) => holdsTime(each, time)),
    );
    const near = messagesAfter(sent, mail, (message, owner) => addressesOf(owner).includes(message.from));
    const isTied = made.length > 0;
    const whoTook = ({ userIdentity }: JsonObject): string => String(objectIn(userIdentity).userName);
    const assumed = calls.filter(
      (each) => nameOf(each) === 'AssumeImpersonationRole' && asked(each).impersonationRoleId === role,
    );
    // Where several took the role, what each of them did stands apart, and so does what any of them may have done.
    const takersOf = (each: JsonObject): string =>
      new Set(assumed.map(whoTook)).size < 2
        ? ''
        : Array.from(new Set(assumed.filter((act) => holdsTime(act, timeOf(each))).map(whoTook)))
            .sort()
            .join(' ');
    const links: PlainLink[] = [
      ...made.map((each): PlainLink => ['grant', '', idOf(each)]),
      ...groups(taken, whoTook).map((some) => link('assume', isTied ? 'certain' : '', some)),
      ...groups(reads, (each) => `${each.user_id} ${each.owner_id} ${takersOf(each)}`).map((some) => {
        const hasTaken = some.some((each) => taken.some((act) => holdsTime(act, timeOf(each))));
        return link('read', hasTaken || isTied ? 'likely' : '', some);
      }),
      ...groups(sent, (each) => `${each.owner_id} ${takersOf(each)}`).map((some) =>
        link('sent', reads.length > 0 ? 'certain' : made.length + taken.length > 0 ? 'likely' : '', some),
      ),
      ...groups(sent, (each) => `${each.owner_id} ${takersOf(each)}`).flatMap((some) =>
        ofMessages(
          'sent',
          'by-time',
          near.filter(
            (message) =>
              addressesOf(String(some[0]?.owner_id)).includes(message.from) &&
              some.some((each) => isSoonAfter(message, each)),
          ),
        ),
      ),
      ...forwarded(near, mail),
      ...openedBy(reads, sent).flatMap(([owner, since]) => ofMailbox(addressesOf(owner), since, mail)),
    ];
    return [[role, inOrder(links)]];
  });
  const pairs = users.flatMap((user) => users.filter((owner) => owner !== user).map((owner) => [user, owner] as const));
  const granted = pairs.flatMap(([user, owner]): readonly PlainAccess[] => {
    const isPut = (each: JsonObject): boolean => nameOf(each) === 'PutMailboxPermissions';
    const given = (who: string): readonly JsonObject[] =>
      calls.filter((each) => asked(each).entityId === owner && asked(each).granteeId === who);
    const heldBy = (who: string): readonly Held[] => {
      const about = given(who);
      return about
        .filter((each) => isPut(each) && rights(each).length > 0)
        .map((each) => ({ each, from: callTime(each), to: firstAfter(callTime(each), about) }));
    };
    const grants = [
      ...heldBy(user),
      ...membershipsOf(user, calls).flatMap((member) =>
        heldBy(GROUP).flatMap(({ each, from, to }): readonly Held[] => {
          const both = { each, from: Math.max(from, member.from), to: Math.min(to, member.to) };
          return both.from < both.to ? [both] : [];
        }),
      ),
    ].map(({ each, from, to }): Held => ({ each, from: from - CLOCKS, to: to + 5 * 60_000 }));
    const holds = ({ from, to }: Held, time: number): boolean => time >= from && time <= to;
    const opening = grants.filter(({ each }) => rights(each).includes('FULL_ACCESS'));
    const own = access.filter(
      (each) => each.user_id === user && each.owner_id === owner && each.impersonator_id === undefined,
    );
    const all = own.filter(isReading);
    const reads = all.filter((each) => opening.some((grant) => holds(grant, timeOf(each))));
    const sent = own.filter(isSent).filter((each) => grants.some((grant) => holds(grant, timeOf(each))));
    // Who may only be let in by a group, and is in no record of the mailbox, is not asked for.
    if (all.length + own.filter(isSent).length === 0 && !given(user).some(isPut)) return [];
    const behalf = messagesIn(mail).filter(
      (message) =>
        addressesOf(user).includes(message.sender) &&
        addressesOf(owner).includes(message.from) &&
        grants.some((grant) => holds(grant, message.time)),
    );
    if (reads.length + sent.length + behalf.length === 0) return [];
    const near = messagesAfter(sent, mail, (message) =>
      message.sender === ''
        ? [...addressesOf(owner), ...addressesOf(user)].includes(message.from)
        : addressesOf(user).includes(message.sender),
    ).filter((message) => !behalf.some(({ trace }) => trace === message.trace));
    const used = grants.filter(
      (grant) =>
        (opening.includes(grant) && reads.some((each) => holds(grant, timeOf(each)))) ||
        [...sent.map(timeOf), ...behalf.map(({ time }) => time)].some((time) => holds(grant, time)),
    );
    const ordered = Array.from(new Set(used.map(({ each }) => each))).sort(
      (left, right) => callTime(left) - callTime(right),
    );
    const links: PlainLink[] = [
      ...ordered.map((each, at): PlainLink => ['grant', at === 0 ? '' : 'certain', idOf(each)]),
      ...(reads.length > 0 ? [link('read', 'likely', reads)] : []),
      ...(sent.length > 0 ? [link('sent', 'likely', sent)] : []),
      ...ofMessages('sent', 'likely', behalf),
      ...ofMessages('sent', 'by-time', near),
      ...forwarded([...behalf, ...near], mail),
      ...openedBy(reads.length > 0 ? all : [], sent).flatMap(([, since]) => ofMailbox(addressesOf(owner), since, mail)),
    ];
    return [[`${user} ${owner}`, inOrder(links)]];
  });
  return [...ofRoles, ...granted];
}

/** The ids of records and calls that belong to one record of the mailbox access log, by step: of its role in the same minutes, or of its user and mailbox. */
export function plainChain(record: JsonObject, story: AccessStory): Readonly<Record<string, string>> | undefined {
  const { calls, access } = story;
  const { impersonator_id: role, user_id, owner_id } = record;
  const isUse = (each: JsonObject): boolean => isReading(each) || isSent(each);
  if (role === undefined) {
    const found = plainAccesses(story).find(([who]) => who === `${user_id} ${owner_id}`);
    return (
      found && byStep(found[1].map(([step, , ids]): readonly [string, readonly string[]] => [step, ids.split(' ')]))
    );
  }
  const own = access.filter(({ impersonator_id }) => impersonator_id === role).filter(isUse);
  const assumed = calls.filter(
    (each) => nameOf(each) === 'AssumeImpersonationRole' && asked(each).impersonationRoleId === role,
  );
  const takers = (each: JsonObject): readonly JsonObject[] => assumed.filter((act) => holdsTime(act, timeOf(each)));
  const of = takers(record);
  const kept = own.filter((each) =>
    of.length === 0 ? takers(each).length === 0 : takers(each).some((act) => of.includes(act)),
  );
  const last = Math.max(...own.map(timeOf));
  const made = calls.filter((each) => isMaking(each, String(role)) && callTime(each) <= last + CLOCKS);
  return byStep([
    ['grant', made.map(idOf)],
    ['assume', assumed.filter((act) => kept.some((each) => takers(each).includes(act))).map(idOf)],
    ['read', kept.filter(isReading).map(idOf)],
    ['sent', kept.filter(isSent).map(idOf)],
  ]);
}

/** Ids of each step, without those of mail, in one text. */
export function byStep(links: readonly (readonly [string, readonly string[]])[]): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const step of ['grant', 'assume', 'read', 'sent'])
    found[step] = Array.from(new Set(links.flatMap(([each, ids]) => (each === step ? ids : []))))
      .filter((id) => id !== '' && !id.startsWith('['))
      .sort()
      .join(' ');
  return found;
}

function isReading(each: JsonObject): boolean {
  return each.action_allowed === false || READING.includes(String(each.action));
}

function isSent(each: JsonObject): boolean {
  return each.action === 'submit_email_for_sending' && each.action_allowed === true;
}

interface Held {
  readonly each: JsonObject;
  readonly from: number;
  readonly to: number;
}

/** From each call that puts a user into the group to the next that takes them out. */
function membershipsOf(user: string, calls: readonly JsonObject[]): readonly Held[] {
  const own = calls.filter((each) => asked(each).memberId === user);
  const ends = own.filter((each) => nameOf(each) === 'DisassociateMemberFromGroup');
  return own
    .filter((each) => nameOf(each) === 'AssociateMemberToGroup')
    .map((each) => ({ each, from: callTime(each), to: firstAfter(callTime(each), ends) }));
}

function firstAfter(time: number, calls: readonly JsonObject[]): number {
  return Math.min(Number.POSITIVE_INFINITY, ...calls.map(callTime).filter((other) => other > time));
}

interface PlainMessage {
  readonly trace: string;
  readonly from: string;
  readonly sender: string;
  readonly time: number;
  readonly ids: readonly string[];
  readonly messageIds: readonly string[];
}

function messagesIn(mail: readonly MailAtTime[]): readonly PlainMessage[] {
  const out = mail.filter(({ record }) => String(event(record).eventName).startsWith('OUTGOING_EMAIL_S'));
  return groups(out, ({ record }) => String(record.traceId)).map((some) => ({
    trace: String(some[0]?.record.traceId),
    from: String(event(some[0]?.record).from),
    sender: String(event(some[0]?.record).sender ?? ''),
    time: Math.min(...some.map(({ time }) => time)),
    ids: some.map(({ record }) => idOf(record)),
    messageIds: some.flatMap(({ record }) =>
      typeof event(record).messageId === 'string' ? [String(event(record).messageId)] : [],
    ),
  }));
}

/** Messages that left within a minute after one of these moments. */
function messagesAfter(
  sent: readonly JsonObject[],
  mail: readonly MailAtTime[],
  isMeant: (message: PlainMessage, owner: string) => boolean,
): readonly PlainMessage[] {
  return messagesIn(mail).filter((message) =>
    sent.some((each) => isMeant(message, String(each.owner_id)) && isSoonAfter(message, each)),
  );
}

function isSoonAfter({ time }: PlainMessage, each: JsonObject): boolean {
  return time >= timeOf(each) - CLOCKS && time <= timeOf(each) + 60_000;
}

/** Whether a token that a call gave out was good at a moment. */
function holdsTime(call: JsonObject, time: number): boolean {
  return callTime(call) <= time + CLOCKS && callTime(call) >= time - QUARTER - CLOCKS;
}

/** Rules that acted on messages, in the trace in which they left, or in that in which the same message came in. */
function forwarded(messages: readonly PlainMessage[], mail: readonly MailAtTime[]): readonly PlainLink[] {
  const traces = messages.map(({ trace }) => trace);
  const ids = messages.flatMap(({ messageIds }) => messageIds);
  const received = mail
    .filter(({ record }) => event(record).eventName === 'ORGANIZATION_EMAIL_RECEIVED')
    .filter(({ record }) => ids.includes(String(event(record).messageId)))
    .map(({ record }) => String(record.traceId));
  const of = (some: readonly string[]): readonly MailAtTime[] =>
    rulesIn(mail).filter(({ record }) => some.includes(String(record.traceId)));
  return [...byRule('certain', of(traces)), ...byRule('likely', of(received.filter((each) => !traces.includes(each))))];
}

/** Inbox rules that acted for an address only after a moment. */
function ofMailbox(addresses: readonly string[], since: number, mail: readonly MailAtTime[]): readonly PlainLink[] {
  const traces = mail
    .filter(({ record }) => event(record).eventName === 'MAILBOX_EMAIL_DELIVERED')
    .filter(({ record }) => addresses.includes(String(event(record).recipient)))
    .map(({ record }) => String(record.traceId));
  const own = rulesIn(mail).filter(
    ({ record }) => event(record).ruleType === 'MAILBOX_RULE' && traces.includes(String(record.traceId)),
  );
  const after = own.filter(
    (each) =>
      each.time >= since - CLOCKS &&
      !own.some((other) => other.time < since - CLOCKS && ruleOf(other.record) === ruleOf(each.record)),
  );
  return byRule('by-time', after);
}

function rulesIn(mail: readonly MailAtTime[]): readonly MailAtTime[] {
  return mail.filter(({ record }) => event(record).eventName === 'RULE_APPLIED');
}

function byRule(strength: string, some: readonly MailAtTime[]): readonly PlainLink[] {
  return groups(some, ({ record }) => ruleOf(record)).map((of) =>
    link(
      'forwarded',
      strength,
      of.map(({ record }) => record),
    ),
  );
}

function ruleOf(record: JsonObject): string {
  const { ruleType, ruleName, targetRecipient } = event(record);
  return JSON.stringify([ruleType, ruleName, targetRecipient]);
}

function ofMessages(step: string, strength: string, messages: readonly PlainMessage[]): readonly PlainLink[] {
  return messages.length === 0
    ? []
    : [
        [
          step,
          strength,
          messages
            .flatMap(({ ids }) => ids)
            .sort()
            .join(' '),
        ],
      ];
}

/** Mailboxes in which something was read or sent, with when that was first. */
function openedBy(reads: readonly JsonObject[], sent: readonly JsonObject[]): readonly (readonly [string, number])[] {
  const got = groups(reads, (each) => `${each.user_id} ${each.owner_id}`).filter((some) =>
    some.some(({ action_allowed }) => action_allowed === true),
  );
  return groups([...got.flat(), ...sent], (each) => String(each.owner_id)).map((some) => [
    String(some[0]?.owner_id),
    Math.min(...some.map(timeOf)),
  ]);
}

function isMaking(each: JsonObject, role: string): boolean {
  return nameOf(each) === 'CreateImpersonationRole' && objectIn(each.responseElements).impersonationRoleId === role;
}

function rights(each: JsonObject): readonly JsonValue[] {
  const values = asked(each).permissionValues;
  return Array.isArray(values) ? values : [];
}

function link(step: string, strength: string, records: readonly JsonObject[]): PlainLink {
  return [step, strength, records.map(idOf).sort().join(' ')];
}

/** Links told in any order that means the same. */
export function inOrder(links: readonly PlainLink[]): readonly PlainLink[] {
  return [...links].sort((left, right) => (JSON.stringify(left) < JSON.stringify(right) ? -1 : 1));
}

/** What a record is known by, in whichever log it stands. */
export function idOf(record: JsonObject): string {
  const { eventID, request_id, traceId } = record;
  const { eventName, ruleName, targetRecipient } = event(record);
  return String(eventID ?? request_id ?? JSON.stringify([traceId, eventName, ruleName, targetRecipient]));
}

function groups<T>(all: readonly T[], keyOf: (each: T) => string): readonly (readonly T[])[] {
  const found = new Map<string, T[]>();
  for (const each of all) found.set(keyOf(each), [...(found.get(keyOf(each)) ?? []), each]);
  return Array.from(found.values());
}

function objectIn(value: JsonValue | undefined): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};
}

function event(record: JsonObject | undefined): JsonObject {
  return objectIn(record?.event);
}

function asked(each: JsonObject): JsonObject {
  return objectIn(each.requestParameters);
}

function nameOf({ eventName }: JsonObject): string {
  return String(eventName);
}

function timeOf({ event_timestamp }: JsonObject): number {
  return Number(event_timestamp);
}

function callTime({ eventTime }: JsonObject): number {
  return Date.parse(String(eventTime));
}
