import type { JsonValue } from '../../server/src/core/record';
import { chosenFields, ownRecordOf, shuffled } from './ownRecords';
import type { SeededNumbers } from './seededNumbers';

/** Values that a field may have instead of its own. */
const VALUES: readonly JsonValue[] = [
  '',
  '-',
  'null',
  null,
  true,
  false,
  0,
  7,
  123456789,
  1_772_350_000,
  1_772_350_000_123,
  1.5,
  -3,
  1e21,
  '0',
  '0012',
  '12345678',
  '1772350000',
  '1772350000456',
  '1772350000456789',
  '1772350000.5',
  '2026-03-01T10:00:00.250Z',
  '2026-03-01 10:00:00',
  'true',
  'TRUE',
  'False',
  'read',
  'a "quoted" name',
  'back\\slash',
  '/Gelöschte Elemente',
  '/受信トレイ/😀',
  'tab\there',
  'x eventVersion y',
  'awsRegionAndMore',
  'userIdentities',
  '[1]',
  '["a","b"]',
  '[',
  ['a', 'b'],
  [],
  { a: 'b' },
  {},
  ' ',
  'jane@example.com',
  'short-id',
  'exactly-16-chars',
  'seventeen-letters',
  'x'.repeat(300),
  '0f9e8d7c-6b5a-4938-8716-05f4e3d2c1b0',
  '0F9e8d7c-6b5a-4938-8716-05f4e3d2c1b0',
  'arn:aws:workmail:us-east-1:111122223333:organization/m-1',
  'arn:aws:s3:::bucket',
];
const NAMES: readonly string[] = [
  'new_field',
  'other1',
  'region',
  'eventVersion',
  'eventName',
  'eventTime',
  'EventSource',
  'event_id',
  'a name',
  'größe',
  'eventDescription',
  'traceId',
  'event',
  'user',
  'folder_path',
];

/** A log of lines as WorkMail writes them, or somebody who means no good. */
export function flatLog(random: SeededNumbers): string {
  const isWild = random.between(0, 2) === 0;
  const records = Array.from({ length: random.between(1, isWild ? 6 : 12) }, () => ownRecordOf(random));
  const chosen = random.between(0, 1) === 0 ? records : chosenFields(records, random);
  const feed = random.between(0, 4) === 0 ? '\r\n' : '\n';
  let lines = chosen.map(({ event }) => {
    const mixed = random.between(0, 3) === 0 ? shuffled(event, random) : event;
    const strange = isWild || random.between(0, 5) === 0 ? changed(mixed, random) : Object.entries(mixed);
    return written(strange, random);
  });
  if (isWild && random.between(0, 2) === 0) lines = lines.map((line) => damaged(line, random));
  if (random.between(0, 6) === 0) lines.splice(random.between(0, lines.length), 0, random.one(['', '   ', '\t']));
  const end = random.one(['', feed, feed + feed, ' ']);
  return `${random.between(0, 40) === 0 ? '\ufeff' : ''}${lines.join(feed)}${end}`;
}

function changed(
  event: Readonly<Record<string, JsonValue>>,
  random: SeededNumbers,
): readonly (readonly [string, JsonValue])[] {
  const entries: (readonly [string, JsonValue])[] = Object.entries(event);
  for (let count = random.between(0, 3); count > 0; count--) {
    const at = random.between(0, entries.length - 1);
    const name = random.between(0, 5) === 0 ? random.one(NAMES) : (entries[at]?.[0] ?? '');
    const value = random.one(VALUES);
    const what = random.between(0, 5);
    if (what === 0) entries.splice(at, 1);
    else if (what === 1) entries.splice(at, 0, [random.one(NAMES), value]);
    else entries[at] = [name, value];
  }
  return entries;
}

/** As JSON, in one of the spellings there are. */
function written(entries: readonly (readonly [string, JsonValue])[], random: SeededNumbers): string {
  const spaces = random.between(0, 4) === 0;
  const ascii = random.between(0, 4) === 0;
  const colon = spaces ? random.one([': ', ' : ', ':\t']) : ':';
  const comma = spaces ? ', ' : ',';
  const members = entries.map(([name, value]) => `${JSON.stringify(name)}${colon}${JSON.stringify(value)}`);
  const json = `{${members.join(comma)}}`;
  return ascii
    ? json.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    : json;
}

function damaged(line: string, random: SeededNumbers): string {
  const at = random.between(0, line.length);
  switch (random.between(0, 7)) {
    case 0:
      return line.slice(0, at);
    case 1:
      return line.slice(0, at) + line.slice(at + 1);
    case 2:
      return `${line.slice(0, at)}${random.one(['"', '{', '}', '[', ',', '\\', '\r', '\0', '\u001f'])}${line.slice(at)}`;
    case 3:
      return `2026-03-01T10:00:00.000Z ${line}`;
    case 4:
      return `${line}${random.one([',', ' x', '}', '\t'])}`;
    case 5:
      return `[${line}]`;
    default:
      return line;
  }
}
