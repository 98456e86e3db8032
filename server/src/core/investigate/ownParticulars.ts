import type { EntityKind } from '../check/schemaTypes';
import type { Target } from '../explain/targets';
import { messageOf } from '../read/own/ownEnvelope';
import type { OwnFieldSign, OwnForm } from '../read/own/ownLog';
import { columnText, type OwnReading } from '../read/own/ownReading';
import type { LearnedName } from './learnedNames';
import type { Particulars } from './particulars';
import type { Things } from './things';

/** What a record of a log of WorkMail's own says of things: ids, names and addresses that other events, also CloudTrail's, may name too. */
export interface OwnParts {
  readonly particulars: Particulars;
  readonly things: Things;
}

/** Values of these forms are names of something. */
const NAMES: ReadonlySet<OwnForm> = new Set<OwnForm>([
  'user',
  'address',
  'addresses',
  'role',
  'rule',
  'token',
  'message',
  'bounced',
  'envelope',
  'addressed',
]);
/** Other fields that name something. */
const ALSO: ReadonlySet<string> = new Set(['item_id', 'traceId', 'messageId', 'folder_id', 'function_arn']);
/** More are not kept: a message can have hundreds of recipients. */
const MOST_NAMED = 24;
const MOST_TARGETS = 8;
const NONE: readonly never[] = [];

export function ownParts(reading: OwnReading): OwnParts {
  const { organization } = reading;
  const targets = targetsOf(reading);
  const named = namedIn(reading, targets);
  const particulars: Particulars = {
    errorMessage: messageOf(reading),
    endpoint: undefined,
    organizationId: organization,
    targets,
    learned: ownLessons(reading),
    weighty: NONE,
  };
  return { particulars, things: { made: NONE, named } };
}

/** Whose mailbox, and of mail its recipients and where it was sent on to. */
function targetsOf({ log, fields }: OwnReading): readonly Target[] {
  const found: Target[] = [];
  for (const field of log.fields) {
    const entity = TARGETS.get(field.column ?? '');
    if (entity === undefined) continue;
    for (const id of partsOf(columnText(fields[field.name], field))) {
      if (found.length < MOST_TARGETS) found.push({ entity, named: entity === 'address', id, parameter: field.name });
    }
  }
  return found;
}

/** The columns that hold what was acted upon, and what that is. */
export const TARGETS: ReadonlyMap<string, EntityKind> = new Map<string, EntityKind>([
  ['owner', 'user'],
  ['recipients', 'address'],
  ['target', 'address'],
]);

function partsOf(text: string): readonly string[] {
  if (text === '') return NONE;
  return text.includes('\n') ? text.split('\n') : [text];
}

function namedIn({ log, fields, record, organization }: OwnReading, targets: readonly Target[]): readonly string[] {
  const found: string[] = organization === '' ? [] : [organization];
  for (const field of log.fields) {
    if (!isName(field)) continue;
    for (const text of partsOf(columnText(fields[field.name] ?? record[field.name], field))) {
      if (found.length === MOST_NAMED) return found;
      if (!found.includes(text) && !targets.some(({ id }) => id === text)) found.push(text);
    }
  }
  return found;
}

/** Whether the values of a field name something. */
export function isName({ form, name }: OwnFieldSign): boolean {
  return NAMES.has(form) || ALSO.has(name);
}

/** A sign-in that worked says what the id of a user is called. */
export function ownLessons(reading: OwnReading): readonly LearnedName[] {
  const { user, name } = reading;
  return teachesName(reading) ? [{ id: user, kind: 'user', name, isAddress: name.includes('@') }] : NONE;
}

/** Whether it says what the id of its user is called. */
export function teachesName({
  log,
  allowed,
  user,
  name,
}: Pick<OwnReading, 'log' | 'allowed' | 'user' | 'name'>): boolean {
  return user !== '' && name !== '' && (allowed === true || log.id === 'personal-access-token');
}
