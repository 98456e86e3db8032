import { redactionWords } from './fieldKinds';

const NUMBER = /^[-+]?\d{1,6}(?:\.\d{1,12})?%?$/;
/** Seconds or milliseconds since 1970, of this century. */
const EPOCH = /^1\d{9}(?:\d{3})?(?:\.\d{1,9})?$/;
const VERSION = /^v?\d{1,8}(?:\.\d{1,8}){1,5}$/;
const TIME = /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:[.,]\d{1,9})?)?(?: ?(?:Z|UTC|[+-]\d\d:?\d\d))?)?$/;
const BASIC_TIME = /^\d{8}T\d{4,6}Z$/;
const ENGLISH_TIME = /^[A-Z][a-z]{2} \d{1,2}, \d{4},? \d{1,2}:\d\d:\d\d[ \u202f][AP]M$/;
const REGION = /^[a-z]{2}(?:-[a-z]{2,10}){1,2}-\d[a-z]?$/;
const CONSTANT = /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/;
const CALL = /^[a-z0-9-]{2,32}:[A-Z*][A-Za-z*]{0,64}$/;
const RESOURCE_TYPE = /^AWS(?:::[A-Za-z0-9]{1,40}){1,3}$/;
const EVENT_BRIDGE_SOURCE = /^aws\.[a-z0-9-]{2,32}$/;
const SERVICE_ROLE = /^AWSServiceRoleFor[A-Za-z0-9_]{1,64}$/;
const INTERNAL = /^AWS Internal(?:\/\d{1,3})?$/;
const PLACEHOLDER = /^<[A-Z][A-Z0-9_ -]{1,40}>$/;
const SIGNS = /^[^\p{L}\p{N}]*$/u;

const FORMS: readonly RegExp[] = [
  NUMBER,
  EPOCH,
  VERSION,
  TIME,
  BASIC_TIME,
  ENGLISH_TIME,
  REGION,
  CONSTANT,
  CALL,
  RESOURCE_TYPE,
  EVENT_BRIDGE_SOURCE,
  SERVICE_ROLE,
  INTERNAL,
  PLACEHOLDER,
  SIGNS,
];

/** No harmless text is longer. */
const LONGEST = 80;

/** Whether a text names nobody, whatever field it stands in: a number, a time, a Region, a constant, a word of everybody's. */
export function isHarmless(text: string): boolean {
  if (text.length <= 1) return true;
  if (text.length > LONGEST) return false;
  return redactionWords().harmless.has(text.toLowerCase()) || FORMS.some((form) => form.test(text));
}
