import { organizationOf, type Plain, serviceOf, textAt } from './plainRecord';
import type { PlainNode, PlainSchemas } from './plainSchemas';
import type { PlainStore } from './plainStore';

/** What a value names, as docs/editor.md and the words of the product tell it. */
export interface PlainName {
  readonly words: string;
  readonly text: string;
  readonly organization: string;
  readonly session: string;
}

export type Path = readonly (string | number)[];
export type Test = (one: Plain) => boolean;

const ENVELOPE: Readonly<Record<string, string>> = {
  eventID: 'event',
  requestID: 'request',
  sharedEventID: 'shared event',
  eventName: 'action',
  eventSource: 'service',
  errorCode: 'error',
  awsRegion: 'Region',
  sourceIPAddress: 'address',
  userAgent: 'program',
  recipientAccountId: 'account',
  'userIdentity.accessKeyId': 'access key',
  'userIdentity.principalId': 'principal',
  'userIdentity.arn': 'identity',
  'userIdentity.accountId': 'account',
  'userIdentity.invokedBy': 'calling service',
};

/** The fields of questions in which the same name stands, by what it is a name of. */
const FIELDS: Readonly<Record<string, readonly string[]>> = {
  'access key': ['key', 'names'],
  principal: ['id', 'names'],
  identity: ['arn', 'issuer', 'names'],
  session: ['session'],
  address: ['address', 'names'],
  program: ['agent'],
  event: ['event'],
  request: ['request'],
  'shared event': ['shared'],
  account: ['account'],
  'calling service': ['invokedby'],
  service: ['service'],
  action: ['action'],
  error: ['error'],
  Region: ['region'],
};

const KEY = /^A[KS]IA[A-Z0-9]{12,124}$/;
const ARN = /^arn:aws[a-z-]*:[A-Za-z0-9-]*:[a-z0-9-]*:[^:/]*:.+$/s;

/** What the value at a path names; undefined for what other events can't name. */
export function plainNameAt(schemas: PlainSchemas, one: Plain, path: Path): PlainName | undefined {
  const { event } = one.record;
  const text = textAt(event, ...path);
  const place = path.join('.');
  const issuer = ['userIdentity', 'sessionContext', 'sessionIssuer'];
  if (text === '') return undefined;
  if (place === 'userIdentity.userName') return named(one, 'identity', textAt(event, 'userIdentity', 'arn'));
  if (['arn', 'userName', 'principalId'].some((last) => place === [...issuer, last].join('.')))
    return named(one, 'identity', textAt(event, ...issuer, 'arn'));
  return named(one, ENVELOPE[place] ?? kindInside(schemas, one, path, text), text);
}

function kindInside(schemas: PlainSchemas, one: Plain, path: Path, text: string): string | undefined {
  if (path.length < 2) return undefined;
  const node = nodeAt(schemas, one, path);
  const last = path.filter((step) => typeof step === 'string').at(-1) ?? '';
  if (node?.isSecret === true) return undefined;
  if (KEY.test(text)) return 'access key';
  if (ARN.test(text)) return 'identity';
  if (last === 'roleSessionName') return 'session';
  if (node?.id === 'address') return 'address';
  // Targets that are neither an id nor a name, and what a call that failed would have made, are none.
  const others = one.named.filter((_, at) => at < one.named.length - one.targets.length);
  if (others.includes(text)) return 'name';
  return /^\d{12}$/.test(text) && /account/i.test(String(last)) ? 'account' : undefined;
}

function nodeAt(schemas: PlainSchemas, { record: { event } }: Plain, path: Path): PlainNode | undefined {
  const [side, ...steps] = path;
  const action = serviceOf(event) === 'workmail' ? schemas.action(textAt(event, 'eventName')) : undefined;
  if (side !== 'requestParameters' && side !== 'responseElements') return undefined;
  let node: PlainNode | undefined = action?.[side];
  for (const step of steps) node = typeof step === 'number' ? node?.items : node?.properties[step];
  return node;
}

function named(one: Plain, words: string | undefined, text: string): PlainName | undefined {
  if (words === undefined || text === '') return undefined;
  const { event } = one.record;
  const { key = '', arn = '' } = one.texts;
  return {
    words,
    text,
    organization: serviceOf(event) === 'workmail' ? organizationOf(event) : '',
    session: words === 'access key' && key === text && isSession(arn) ? arn : '',
  };
}

const isSession = (arn: string): boolean => /^arn:aws[a-z-]*:sts:/.test(arn);

/** What signed a call, as a name to look for. */
export function plainCredentials(one: Plain): PlainName | undefined {
  const { key = '', arn = '' } = one.texts;
  return key === '' ? (isSession(arn) ? named(one, 'identity', arn) : undefined) : named(one, 'access key', key);
}

/** What an event made or gave out, as names to look for. */
export function plainMade(one: Plain): readonly PlainName[] {
  return one.made.flatMap(
    (text) => named(one, KEY.test(text) ? 'access key' : ARN.test(text) ? 'identity' : 'name', text) ?? [],
  );
}

/** Whether a field has a text, in any case of letters. */
export function has(one: Plain, field: string, text: string, addresses: Addresses): boolean {
  if (field === 'made') return one.made.some((each) => isLike(each, text));
  if (field === 'names') return one.named.some((each) => isLike(each, text));
  if (field === 'target') return one.targets.some((each) => isLike(each, text));
  if (field === 'organization') return isLike(one.organization, text);
  const own = one.texts[field] ?? '';
  if (field === 'service') return isLike(own, text.replace(/\.amazonaws\.com$/i, ''));
  if (field === 'address' && own !== '' && addresses[own.toLowerCase()] === addresses[text.toLowerCase()]) {
    return isLike(own, text) || addresses[text.toLowerCase()] !== undefined;
  }
  return isLike(own, text);
}

/** Which address a text writes, by the text in small letters. */
export type Addresses = Readonly<Record<string, string>>;

const isLike = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/** Whether an event names the same. */
export function namesTheSame(store: PlainStore, name: PlainName, addresses: Addresses): Test {
  const fields = FIELDS[name.words];
  // Elsewhere the same text is the name of something else.
  const isBegun: Test = (one) =>
    name.words === 'session' &&
    ['sts', 'rolesanywhere'].includes(one.texts.service ?? '') &&
    has(one, 'names', name.text, {});
  if (fields !== undefined)
    return (one) => fields.some((field) => has(one, field, name.text, addresses)) || isBegun(one);
  const { ids, names } = store.alsoCalled(name.organization, name.text);
  const some = (one: Plain, texts: readonly string[]): boolean =>
    texts.some((text) => has(one, 'names', text, addresses));
  const isHere = (one: Plain): boolean => name.organization === '' || some(one, [name.organization]);
  return (one) => some(one, ids) || (isHere(one) && some(one, names));
}

/** As what a thing was made, the surest first. */
export function madeAs(store: PlainStore, { words, text, session, organization }: PlainName): readonly string[] {
  if (words === 'access key') return session === '' ? [text] : [text, session];
  if (words === 'name') return [...new Set([text, ...store.alsoCalled(organization, text).ids])];
  return words === 'identity' || words === 'principal' ? [text] : [];
}

/** Under what a name stands in a text, what was asked for first. */
export function plainTexts(store: PlainStore, { words, text, organization }: PlainName): readonly string[] {
  if (words !== 'name') return [text];
  const { ids, names } = store.alsoCalled(organization, text);
  return [...new Set([text, ...ids, ...names])];
}

/** The last of some events in order that happened no later than a time; where none did, the first. */
export function lastUntil(events: readonly Plain[], time: number): Plain | undefined {
  const until = Number.isFinite(time) ? events.filter((one) => one.time <= time) : [];
  return until.at(-1) ?? events[0];
}
