/** The order of events, found the plain way: each is held against all others of its second. */
import type { PlainEvent } from './plainEvent';

const NEW_IDS: Readonly<Record<string, string>> = {
  CreateOrganization: 'organizationId',
  CreateUser: 'userId',
  CreateGroup: 'groupId',
  CreateResource: 'resourceId',
  CreateImpersonationRole: 'impersonationRoleId',
  StartMailboxExportJob: 'jobId',
};

const ENDED_IDS: Readonly<Record<string, string>> = {
  DeleteUser: 'userId',
  DeleteGroup: 'groupId',
  DeleteResource: 'resourceId',
  DeleteImpersonationRole: 'impersonationRoleId',
  DeleteOrganization: 'organizationId',
};

/** Calls that give out a name, which may have been another one's. */
const NAME_GIVERS = ['CreateAlias', 'RegisterToWorkMail', 'RegisterMailDomain'];

/** By time and eventID; but what makes an id comes right before the first that names it, and what deletes it behind all of them. */
export function plainOrder(events: readonly PlainEvent[]): readonly PlainEvent[] {
  const byId = [...events].sort((a, b) => (a.eventTime + a.eventID < b.eventTime + b.eventID ? -1 : 1));
  const ordered = new Set<PlainEvent>();
  const begun = new Set<PlainEvent>();
  const take = (event: PlainEvent): void => {
    if (begun.has(event)) return;
    begun.add(event);
    const second = byId.filter(({ eventTime }) => eventTime === event.eventTime);
    for (const other of second) if (other !== event && isBefore(other, event, second)) take(other);
    ordered.add(event);
  };
  for (const event of byId) take(event);
  return Array.from(ordered);
}

function isBefore(one: PlainEvent, other: PlainEvent, second: readonly PlainEvent[]): boolean {
  const made = madeBy(one);
  const isMaker = made !== '' && second.find((each) => madeBy(each) === made) === one;
  if (isMaker && named(other).includes(made)) return true;
  const ended = endedBy(other);
  const isEnder = ended !== '' && second.filter((each) => endedBy(each) === ended).at(-1) === other;
  if (!isEnder || one.errorCode !== undefined || !named(one).includes(ended)) return false;
  const gives = madeBy(one) !== '' || NAME_GIVERS.includes(one.eventName);
  return !gives || made === ended || one.requestParameters?.organizationId === ended;
}

function madeBy({ eventName, errorCode, responseElements }: PlainEvent): string {
  return errorCode === undefined ? String(responseElements?.[NEW_IDS[eventName] ?? ''] ?? '') : '';
}

function endedBy({ eventName, errorCode, requestParameters }: PlainEvent): string {
  const text = errorCode === undefined ? String(requestParameters?.[ENDED_IDS[eventName] ?? ''] ?? '') : '';
  return text.includes('@') ? '' : text;
}

/** All texts of a call. */
function named({ requestParameters, responseElements }: PlainEvent): readonly string[] {
  const texts: string[] = [];
  JSON.stringify([requestParameters, responseElements], (_, value: unknown) => {
    if (typeof value === 'string') texts.push(value);
    return value;
  });
  return texts;
}
