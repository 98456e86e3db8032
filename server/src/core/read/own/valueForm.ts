import type { OwnFieldSign } from './ownLog';
import { ownTime, truthIn } from './ownReading';
import { isNothing } from './ownView';

/** An organization of WorkMail, which every line of values has to name. */
export const ORGANIZATION = /arn:aws[a-z-]*:workmail:[a-z0-9-]*:\d{12}:organization\//;
const ORGANIZATION_ALONE = /^arn:aws[a-z-]*:workmail:[a-z0-9-]*:\d{12}:organization\/\S*$/;
const ADDRESS = /^(?=.*[.:])[\da-f.:]{3,45}$/i;
const WORD = /^[A-Za-z][\w -]*$/;

/** Whether a field of an audit log may have a value. @param tolerates also words that nobody has written down yet */
export function mayBeOf(text: string, field: OwnFieldSign | undefined, tolerates: boolean): boolean {
  if (field === undefined) return true;
  if (isNothing(text)) return field.refused === undefined;
  if (isOneWord(field) && /\s/.test(text)) return false;
  if (field.values === undefined || field.name === 'method') return isClosed(field) ? isOfForm(text, field) : true;
  return isWordOf(text, field) || (tolerates && WORD.test(text) && truthIn(text) === undefined);
}

/** Forms of ids and of addresses of machines. What people and programs call themselves and their things may be any text. */
const ONE_WORD: ReadonlySet<string> = new Set(['arn', 'ip', 'user', 'role', 'token', 'domain', 'url']);
const IDS: ReadonlySet<string | undefined> = new Set(['item', 'folderId']);

/** Whether a value of a field has no white space, nor what else stands between values, in it. */
export function isOneWord({ form, role, column }: OwnFieldSign): boolean {
  return ONE_WORD.has(form) || role === 'request' || IDS.has(column);
}

/** Whether values of a field have a form that values of others do not have. */
export function isClosed({ form, name }: OwnFieldSign): boolean {
  return form === 'truth' || form === 'ip' || name === 'event_timestamp' || name === 'organization_arn';
}

/** Whether a value has the form of a field whose form is its own; see `isClosed`. */
export function isOfForm(text: string, { form, name }: OwnFieldSign): boolean {
  if (form === 'truth') return truthIn(text) !== undefined;
  if (form === 'ip') return ADDRESS.test(text);
  if (name === 'organization_arn') return isOrganization(text);
  return /^\d{10}(?:\d{3})?$/.test(text) && ownTime(text) !== undefined;
}

/** Whether a value names an organization of WorkMail, and nothing else. */
export function isOrganization(text: string): boolean {
  return ORGANIZATION_ALONE.test(text);
}

/** Whether a value is one of the words that a field is known to have. */
export function isWordOf(text: string, { values }: OwnFieldSign): boolean {
  return values?.some(({ value }) => value.toLowerCase() === text.toLowerCase()) ?? false;
}
