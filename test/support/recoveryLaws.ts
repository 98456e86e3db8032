import { repairedCopy } from '../../server/src/core/check/soundRepair';
import { isEnvelopeField } from '../../server/src/core/read/starts';
import { type CutLog, cutLog, type Stretch } from './cutLog';
import { aftermath, type Blows, struck, type Untouched } from './damageFamilies';
import type { ReadLog } from './readLog';

/** What is broken by a reading, in the words of the law; nothing where all of it holds. */
export function brokenLaws(log: ReadLog, blows: Blows): readonly string[] {
  const text = struck(log.text, blows);
  const broken = brokenBy(text, log, blows, isJson(text));
  // That a text is several documents of JSON is dear to tell, and then what stands inside an event of one is its own.
  return broken.length > 0 && isJsonOnLines(text) ? brokenBy(text, log, blows, true) : broken;
}

/** @param isValid whether the text is JSON as it stands */
function brokenBy(text: string, log: ReadLog, blows: Blows, isValid: boolean): readonly string[] {
  const whole = aftermath(log, blows).untouched;
  const after = cutLog(text);
  if (after === undefined) return whole.length === 0 ? [] : ['unrecognised'];
  const untouched = whole.filter((event) => !after.records.some((record) => holds(record, event)));
  const broken = new Set<string>();
  const damages = after.damages;
  if (isValid && damages.length > 0) broken.add('valid JSON accused');
  const found = lost(after.records, untouched);
  if (!isValid && found !== '') broken.add(found);
  const expected = new Set(untouched.map(({ start }) => start));
  for (const record of after.records) {
    if (expected.has(record.start) || record.isDamaged || isValid) continue;
    if (!tellsAnEvent(record) && !standsApart(text, record)) broken.add('phantom');
  }
  for (const { span, detail } of damages) {
    if (cutsPair(text, span.start) || cutsPair(text, span.end)) broken.add('half a pair shown');
    if (isWellFormed(text) && !Object.values(detail).every(isWellFormed)) {
      broken.add('half a pair told');
    }
  }
  const offered = damages.filter(({ safe, edits }) => safe && edits.length > 0);
  if (!isValid && offered.length > 0) {
    const { text: copy, refused, isBroken } = repairedCopy(text, offered);
    const repaired = cutLog(copy);
    if (repaired === undefined ? untouched.length > 0 : lostByText(repaired, text, untouched))
      broken.add('lost by repair');
    else if (
      repaired !== undefined &&
      refused.length === 0 &&
      offered.length === damages.length &&
      repaired.damages.length > 0 &&
      !isBroken
    ) {
      broken.add('repair leaves damage');
    }
  }
  return [...broken];
}

/** Fields in which an event can have anything for its own, as long as nothing of it is damaged. */
const HOLDERS = ['requestParameters', 'responseElements', 'additionalEventData', 'serviceEventDetails'];

/** Whether an event has come to stand inside of another one that is whole, as a value of its call. */
function holds({ start, end, value, isDamaged }: Stretch, event: Untouched): boolean {
  if (isDamaged || value === undefined || event.start <= start || event.end >= end) return false;
  return HOLDERS.some((field) => JSON.stringify(value[field] ?? null).includes(`"eventID":"${event.id}"`));
}

function lost(records: readonly Stretch[], untouched: readonly Untouched[]): string {
  const found = new Map(records.map((record) => [record.start, record]));
  for (const { start, end, id } of untouched) {
    const again = found.get(start);
    if (again === undefined) return 'lost';
    if (again.end !== end) return 'merged';
    if (again.isDamaged) return 'called malformed';
    if (again.value?.eventID !== id) return 'other event';
  }
  return '';
}

function lostByText({ text, records }: CutLog, before: string, untouched: readonly Untouched[]): boolean {
  const texts = new Map<string, number>();
  for (const { start, end, isDamaged } of records) {
    if (isDamaged) continue;
    const own = text.slice(start, end);
    texts.set(own, (texts.get(own) ?? 0) + 1);
  }
  for (const { start, end } of untouched) {
    const own = before.slice(start, end);
    const left = texts.get(own) ?? 0;
    if (left === 0) return true;
    texts.set(own, left - 1);
  }
  return false;
}

/** An object that names an event is one, if not all of it, and so is one of which a name is damaged. */
function tellsAnEvent({ value = {} }: Stretch): boolean {
  if (Object.keys(value).filter(isEnvelopeField).length > 7) return true;
  return (
    Object.hasOwn(value, 'eventName') && (Object.hasOwn(value, 'eventTime') || Object.hasOwn(value, 'eventVersion'))
  );
}

/** An object that stands where records do, parted from its neighbours: it is listed in a whole log as well. */
function standsApart(text: string, { start, end }: Stretch): boolean {
  const before = text.slice(0, start);
  const behind = /^\s*(?:,\s*[{[\]]|[{[\]}]|,?\s*$)/.test(text.slice(end));
  // A list and its end, another object, a comment or a line of its own part it from what stands before.
  return behind && /(?:^|[[\]},]|-->|\*\/|[\r\n])\s*$/.test(before.slice(-200));
}

/** No half of a character that takes two code units stands alone. */
function isWellFormed(text: string): boolean {
  return !/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.test(text);
}

function cutsPair(text: string, at: number): boolean {
  const high = text.charCodeAt(at - 1);
  const low = text.charCodeAt(at);
  return high >= 0xd800 && high < 0xdc00 && low >= 0xdc00 && low < 0xe000;
}

/** Whether a text is documents of JSON, each beginning on a line of its own. */
function isJsonOnLines(text: string): boolean {
  let start = 0;
  for (let end = text.indexOf('\n'); start < text.length; end = text.indexOf('\n', end + 1)) {
    const to = end < 0 ? text.length : end;
    if (isJson(text.slice(start, to))) start = to;
    if (end < 0) break;
  }
  return start > 0 && text.slice(start).trim() === '';
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
