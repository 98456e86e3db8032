import { relatives } from '../../generated/forms';
import { once } from '../once';
import { isWholeEvent } from './continued';
import { isCloudTrailRecord } from './evidence';
import type { Hindrance } from './layers/layer';
import { layersOf } from './layers/layersOf';
import { obstacleOf } from './layers/obstacleOf';
import type { FieldOrder } from './own/fieldOrder';
import type { OwnWay } from './own/ownPieces';
import { ownJsonIn } from './own/ownWay';
import { isOwnForm } from './ownForm';
import { soundDocuments } from './soundDocuments';
import { split } from './split';
import { type JsonTable, jsonTableOf } from './tables/jsonTable';
import { lateTableOf } from './tables/lateTable';
import { type Table, tableOf } from './tables/table';
import { type KnownRecords, parseObject } from './whole';
import { LOOKED_AT } from './wrapped/eventPlaces';
import { type FirstEvent, type FirstEvents, firstEvents } from './wrapped/firstEvents';
import { standInLines } from './wrapped/textLines';
import { isRecordsKey } from './wrapping';

/** How many records, and how many characters of a text, are looked at before it is called something else. */
const MOST_RECORDS = 10_000;
const LOOKED_THROUGH = 5_000_000;

/** Names that a CloudTrail log always has several of, damaged or not. */
export const TELLING_OF_EVENTS = [
  'eventVersion',
  'eventSource',
  'eventName',
  'awsRegion',
  'userIdentity',
  'sourceIPAddress',
  'eventTime',
];

/**
 * What a text is: no log; CloudTrail's own form, which `split` tells further apart; events in other text, with the first of them;
 * or a table of events.
 */
export type Recognized =
  | { readonly kind: 'none' }
  | { readonly kind: 'native'; readonly known?: KnownRecords }
  | { readonly kind: 'wrapped'; readonly first: FirstEvents }
  | { readonly kind: 'csv'; readonly table: Table }
  | { readonly kind: 'rows'; readonly table: JsonTable }
  | { readonly kind: 'own'; readonly how: OwnWay };

const NONE: Recognized = { kind: 'none' };
const NATIVE: Recognized = { kind: 'native' };

/**
 * Is this text a CloudTrail log? Told by content, never by file name, and the same for whole and damaged text.
 * Ordinary JSON costs a few searches for fixed strings.
 */
export function mayHoldRecords(text: string): boolean {
  // A log without a record has nothing to show, and looks like many an ordinary file.
  if (text.length < LONGEST_EMPTY && EMPTY.test(text)) return false;
  if (recognize(text).kind !== 'none') return true;
  const uncovered = layersOf(text);
  if (uncovered !== undefined && recognize(uncovered.inner).kind !== 'none') return true;
  return unreadableEventsIn(text) !== undefined;
}

/** Words by which a text that can't be read tells that it holds events of CloudTrail. */
const TELLS_OF_EVENTS = /awslogs|cloudtrail|event_?(?:version|source)|workmail/i;

/**
 * The same in base64, where a name looks different at each of three places: eventVersion, eventSource, eventName. Lines of
 * base64 may break in one of them, hardly in all.
 */
const TELLS_IN_BASE64 =
  /ZXZlbnRWZXJzaW9u|V2ZW50VmVyc2lvb|ldmVudFZlcnNpb2|ZXZlbnRTb3VyY2|V2ZW50U291cmNl|ldmVudFNvdXJjZ|ZXZlbnROYW1l|V2ZW50TmFtZ|ldmVudE5hbW/;

/** And what WorkMail's own logs have: event_timestamp, organization_arn. */
const TELLS_OWN_IN_BASE64 =
  /ZXZlbnRfdGltZXN0YW1w|V2ZW50X3RpbWVzdGFtc|ldmVudF90aW1lc3RhbX|b3JnYW5pemF0aW9uX2Fyb|9yZ2FuaXphdGlvbl9hcm|vcmdhbml6YXRpb25fYXJu/;

/** What keeps the events of a text from being read; undefined where nothing known does, or nothing tells of events. */
export function unreadableEventsIn(text: string): Hindrance | undefined {
  const head = text.slice(0, HEAD);
  if (![TELLS_OF_EVENTS, TELLS_IN_BASE64, TELLS_OWN_IN_BASE64].some((names) => names.test(head))) return undefined;
  if (quotes(head, 'always') || quotes(head, 'in-text')) return undefined;
  return obstacleOf(text);
}

/** A header and a row are enough to see that a text is a CSV file of events. */
const HEAD = 40_000;

const OPENS_JSON = /^\ufeff?\s*[[{]/;

const LONGEST_EMPTY = 1000;
/** A log that was delivered without a record. */
const EMPTY = /^\ufeff?\s*\{\s*"Records"\s*:\s*\[\s*\]\s*\}\s*$/;

/**
 * What a text is, told by the first events in it; where it has none of CloudTrail's, by the first records of WorkMail's own logs.
 *
 * @param orders of fields that calls have told, for lines of values without names
 */
export function recognize(text: string, orders: readonly FieldOrder[] = []): Recognized {
  const found = cloudTrailIn(text, LOOKED_AT, MOST_RECORDS);
  if (found.kind !== 'none') return found;
  const how = ownJsonIn(text, orders);
  if (how === undefined) return NONE;
  // However many records of those logs stand before the first event.
  const behind = text.includes('eventVersion') ? cloudTrailIn(text, text.length, text.length) : NONE;
  return behind.kind === 'none' ? { kind: 'own', how } : behind;
}

/**
 * @param places that are looked at before a text is called something else
 * @param records of its walk that are
 */
function cloudTrailIn(text: string, places: number, records: number): Recognized {
  const csv = tableOf(text.slice(0, HEAD));
  if (csv !== undefined && csv.body < text.length) return { kind: 'csv', table: csv };
  const named = TELLING_OF_EVENTS.map((name) => text.indexOf(name)).filter((at) => at >= 0);
  const firstName = Math.min(...named);
  const mayHoldEvents = named.length >= 2;
  const isExample = mayHoldEvents && quotes(text.slice(0, firstName), 'always');
  const first = mayHoldEvents && !isExample ? firstEvents(text, places) : undefined;
  if (first === undefined || first.events.length === 0 || first.isFlat) {
    const late = mayHoldEvents && !isExample ? lateTableOf(text) : undefined;
    if (late !== undefined) return { kind: 'csv', table: late };
    const rows = isExample ? undefined : jsonTableOf(text);
    if (rows !== undefined) return { kind: 'rows', table: rows };
  }
  if (!mayHoldEvents || isExample) return text.length < LONGEST_EMPTY && EMPTY.test(text) ? NATIVE : NONE;
  if (!OPENS_JSON.test(text) && quotes(text.slice(0, HEAD), 'in-text')) return NONE;
  if (first !== undefined && isWrapped(text, first)) return isOwnForm(text) ? NATIVE : { kind: 'wrapped', first };
  // Nothing whole was found, and something known keeps it from being read.
  if (first?.events.length === 0 && unreadableEventsIn(text) !== undefined) return NONE;
  const own = ownEvent(first);
  const isLog = isOtherFormat(text, firstName) ? isWholeIn(text, own) : own !== undefined || isNative(text, records);
  return isLog ? { kind: 'native', ...(first && { known: first.known }) } : NONE;
}

/** Whether most of the first events stand where CloudTrail itself puts none. */
function isWrapped(text: string, { events, ...rest }: FirstEvents): boolean {
  const wrapped = events.filter(({ level, path, isMisplaced }) => level > 0 || !(isMisplaced || path.every(isOwnKey)));
  if (2 * wrapped.length > events.length || standInLines({ events, ...rest })) return events.length > 0;
  return (
    events.length > 0 &&
    events.every(({ isInNestedLists, path }) => isInNestedLists && path.length === 0) &&
    isJson(text)
  );
}

/** The key of CloudTrail's own list, whatever signs have got into it. */
function isOwnKey(key: string): boolean {
  return isRecordsKey(key.replace(/[^A-Za-z]/g, ''));
}

/** The first event, if there is one, that was found where CloudTrail puts its own. */
function ownEvent(first: FirstEvents | undefined): FirstEvent | undefined {
  return first?.events.find(({ level, path }) => level === 0 && path.every(isOwnKey));
}

/** Whether a whole event stands in JSON of other formats like a record: what quotes one as an example has it under a key. */
function isWholeIn(text: string, event: FirstEvent | undefined): boolean {
  if (event === undefined || !(OPENS_JSON.test(text) || soundDocuments(text) !== undefined)) return false;
  return isWholeEvent(parseObject(text.slice(event.start, event.end)));
}

function isNative(text: string, most: number): boolean {
  let looked = 0;
  for (const piece of split(text)) {
    if (!('record' in piece)) continue;
    if (isCloudTrailRecord(piece.record.value)) return true;
    if (++looked >= most || (most === MOST_RECORDS && piece.record.end > LOOKED_THROUGH)) return false;
  }
  return false;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
    return true;
  } catch {
    return false;
  }
}

/**
 * Schemas, templates, rules and events of other formats say what they are before they come to names that CloudTrail
 * uses too; damaged or not, one such word settles it, unless a list of records has already begun.
 */
function isOtherFormat(text: string, firstName: number): boolean {
  const head = text.slice(0, firstName);
  return quotes(head, 'unless-wrapped') && !/Records"?[\s:]*\[|"additionalEventData"/.test(head);
}

const patterns = once(() => relatives.map(({ pattern, ...rest }) => ({ ...rest, sign: new RegExp(pattern, 'mu') })));

/** Whether the beginning of a text is that of a file which quotes events as examples. */
function quotes(head: string, how: string): boolean {
  const levels = how === 'unless-wrapped' ? ['always', how] : [how];
  return patterns().some((each) => each.quotes !== undefined && levels.includes(each.quotes) && each.sign.test(head));
}

/** What a text that is not a CloudTrail log is, if it is one of its relatives. */
export function relativeOf(text: string): string | undefined {
  const head = text.slice(0, 20_000);
  return patterns().find(({ kind, sign }) => kind !== undefined && sign.test(head))?.kind;
}
