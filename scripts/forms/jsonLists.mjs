/** Events in lists of JSON, whatever stands around the list. */
import { events } from './events.mjs';
import { BOM, crlf, json, jsonLines, pretty, whole } from './form.mjs';

/** @returns {readonly import('./form.mjs').Form[]} */
export function jsonLists() {
  const some = events();
  const [first, second, third] = some;
  return [
    whole(
      'json-data-records.json',
      'an HTTP API',
      'A list Records below an unknown key, on one line.',
      json({ data: { Records: some } }),
    ),
    whole(
      'json-rds.json',
      'a hand-written export',
      'The only key is an unknown, short name with the list of events; CRLF.',
      crlf(pretty({ Rds: some })),
    ),
    whole(
      'json-hits-list.json',
      'a search API',
      'The list stands under `hits`, after keys with numbers and a query.',
      pretty({ took: 4, timed_out: false, query: 'eventSource:workmail*', total: 3, hits: some }, 4),
    ),
    whole('json-list-in-list.json', 'jq -s', 'Lists of events in a list.', pretty([[first, second], [third]])),
    whole(
      'json-paged.json',
      'jq -s over pages',
      'Several wrappers in a list, each with a list of events under a key that is not Records.',
      json([{ items: [first], nextToken: 'AAAB' }, { items: [second, third] }]),
    ),
    whole(
      'json-deep-lists.json',
      'a notebook',
      'Events five levels deep, in lists and objects by turns.',
      pretty({ run: [{ pages: [[{ found: some }]] }] }, 1),
    ),
    whole(
      'json-sorted-keys.json',
      'python -m json.tool --sort-keys',
      'Keys of events in the order of the alphabet, so that eventVersion is far from the beginning, under an unknown key.',
      pretty({ trail_events: some.map(sorted) }, 4),
    ),
    whole(
      'json-reversed-keys.jsonl',
      'a stream processor',
      'Events on lines with keys in reverse order, each inside `value`.',
      jsonLines(some.map((event) => ({ offset: 17, value: Object.fromEntries(Object.entries(event).reverse()) }))),
    ),
    whole(
      'json-keys-before.json',
      'a case management system',
      'Long prose, numbers, an empty list and an object stand before the list of events.',
      pretty({
        case: { id: 'IR-2026-051', title: 'Mailbox of the board opened', owner: null, tags: [] },
        summary: 'eventName and eventSource were looked at; "Records" of the trail follow. {not json}',
        confidence: 0.85,
        evidence: { kind: 'cloudtrail', sha256: '0'.repeat(64), content: some },
        closed: false,
      }),
    ),
    whole(
      'json-utf16.json',
      'redirection in Windows PowerShell',
      'UTF-16 with a byte order mark and CRLF, the list of events under an unknown key.',
      Buffer.from(BOM + crlf(pretty({ Result: some })), 'utf16le'),
    ),
    whole(
      'json-utf8-bom.json',
      'Windows PowerShell',
      'A byte order mark and CRLF before and inside `{"events":[...]}` of whole events.',
      BOM + crlf(pretty({ events: some }, 4)),
    ),
  ];
}

/**
 * The same value with the keys of all objects in the order of the alphabet.
 *
 * @param {unknown} value
 * @returns {unknown}
 */
function sorted(value) {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(members.map(([key, member]) => [key, sorted(member)]));
}
