import { saysSame } from '../check/otherContent';
import type { JsonObject, JsonValue } from '../record';
import { callTexts, columns, identityTexts } from './columns';
import { formIn, outcomeIn } from './rowState';
import type { StoredAct } from './storedAct';

/** What the texts of a call are called in a record; a category and a type tools leave out. */
const CALLS = {
  source: 'eventSource',
  action: 'eventName',
  errorCode: 'errorCode',
  region: 'awsRegion',
  account: 'recipientAccountId',
} as const;

const TEXTS = [
  ['userIdentity', columns.principal],
  ['userIdentity', columns.accessKey],
  ['userIdentity', columns.sessionCreated],
  ['sourceIPAddress', columns.address],
  ['userAgent', columns.userAgent],
] as const;

/**
 * The fields in which two records do not tell the same, as CloudTrail calls them. Tools that lay events out anew leave fields out and
 * write times shorter: of their records only what both tell is compared, and neither the time nor the contents.
 */
export function differingColumns(one: StoredAct, other: StoredAct): readonly string[] {
  const isWhole = [one, other].every((act) => holdsWhole(act));
  const differs = (left: JsonValue, right: JsonValue): boolean =>
    (isWhole || (left !== '' && right !== '')) && !saysSame(left, right);
  const fields = new Set<string>();
  for (const name of callTexts) {
    if (name === 'category' || name === 'type') continue;
    if (differs(callText(one, name), callText(other, name))) fields.add(CALLS[name]);
  }
  if (isWhole && differs(one.row.eventTime, other.row.eventTime)) fields.add('eventTime');
  for (const at of identityTexts.keys())
    if (differs(identityText(one, at), identityText(other, at))) fields.add('userIdentity');
  for (const [field, column] of TEXTS) if (differs(text(one, column), text(other, column))) fields.add(field);
  if (differs(one.row.requestID, other.row.requestID)) fields.add('requestID');
  if (!isWhole) return Array.from(fields);
  if (outcome(one) !== outcome(other)) fields.add('errorCode');
  if (!saysSame(things(one), things(other))) fields.add('requestParameters');
  for (const part of ['requestParameters', 'responseElements'] as const) {
    const [left, right] = [one.contents[part], other.contents[part]];
    // What is not kept of one of them says nothing; a part that is too large is kept as a mark.
    if (isKept(left) && isKept(right) && !saysSame(left, right)) fields.add(part);
  }
  return Array.from(fields);
}

/** Whether a record is the event itself, and no other layout of it. */
function holdsWhole({ chunk, at, facts }: StoredAct): boolean {
  const form = formIn(chunk.number(at, columns.state));
  return form !== 'reshaped' && form !== 'row' && facts.malformed === null;
}

function callText({ chunk, at }: StoredAct, name: (typeof callTexts)[number]): string {
  const value = chunk.tables.callText(chunk.call(at), name);
  return name === 'source' ? value.toLowerCase() : value;
}

function identityText({ chunk, at }: StoredAct, text: number): string {
  return chunk.tables.text(chunk.tables.identities.at(chunk.number(at, columns.identity), text));
}

function text({ chunk, at }: StoredAct, column: number): string {
  return chunk.tables.text(chunk.number(at, column));
}

function outcome({ chunk, at }: StoredAct): string {
  return outcomeIn(chunk.number(at, columns.state));
}

/** Ids and names that a record holds, in any order. */
function things({ row }: StoredAct): JsonValue {
  return Array.from(new Set(row.named)).sort();
}

function isKept(part: JsonObject | null): part is JsonObject {
  return part !== null && part.omitted !== 'true';
}
