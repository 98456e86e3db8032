/** Events as members of objects in JSON: by id, by name, or beside keys of a tool. */
import { events } from './events.mjs';
import { json, jsonLines, pretty, whole } from './form.mjs';

/** @returns {readonly import('./form.mjs').Form[]} */
export function jsonObjects() {
  const some = events();
  return [
    whole(
      'json-payload-alert-raw.jsonl',
      'an alert pipeline',
      'One alert a line; the event is three keys deep.',
      jsonLines(some.map((event) => ({ id: event.requestID, payload: { alert: { severity: 'high', raw: event } } }))),
    ),
    whole(
      'json-map-by-event-id.json',
      'jq INDEX(.eventID)',
      'An object whose keys are the ids of the events.',
      pretty(Object.fromEntries(some.map((event) => [event.eventID, event]))),
    ),
    whole(
      'json-map-by-name.json',
      'a test suite of detections',
      'An object whose keys are names of actions, inside `cases`.',
      pretty({ cases: Object.fromEntries(some.map((event) => [event.eventName, { event, expect: true }])) }, 4),
    ),
    whole(
      'json-map-by-time.json',
      'jq group_by',
      'Lists of events by hour and by caller.',
      pretty({ '2026-05-18T14': { 'mail-operator': [some[0], some[2]], 'kim.lee': [some[1]] } }),
      inOrder([0, 2, 1]),
    ),
    whole(
      'json-id-first.json',
      'MongoDB Compass',
      'A list of events whose first key is the _id of the store.',
      pretty(some.map((event, index) => ({ _id: { $oid: `66a1f0c2d3e4b5a69788790${index}` }, ...event }))),
    ),
    whole(
      'json-mongoexport.jsonl',
      'mongoexport',
      'Events on lines, first an _id, at the end keys of the importer.',
      jsonLines(
        some.map((event, index) => ({
          _id: { $oid: `66a1f0c2d3e4b5a69788790${index}` },
          ...event,
          ingested: { $date: '2026-05-18T14:10:00Z' },
        })),
      ),
    ),
    whole(
      'json-couchdb.json',
      'CouchDB _all_docs',
      'rows[].doc is the event, with _id and _rev before its own keys.',
      json({
        total_rows: 3,
        offset: 0,
        rows: some.map((event) => ({
          id: event.eventID,
          key: event.eventID,
          value: { rev: '1-0a1b' },
          doc: { _id: event.eventID, _rev: '1-0a1b', ...event },
        })),
      }),
    ),
    whole(
      'json-dynamodb-text-keys.json',
      'jq to_entries',
      'The outermost list has objects of key and value, where value is the event.',
      pretty(some.map((event, index) => ({ key: index, value: event }))),
    ),
  ];
}

/**
 * What is found when the events stand in another order.
 *
 * @param {readonly [number, number, number]} order
 * @returns {import('./form.mjs').Expected}
 */
function inOrder(order) {
  const some = events();
  const ordered = order.map((index) => some[index] ?? some[0]);
  return {
    events: 3,
    names: ordered.map(({ eventName }) => eventName),
    malformed: 0,
    eventIDs: ordered.map(({ eventID }) => eventID),
    eventTimes: ordered.map(({ eventTime }) => eventTime),
  };
}
