/** Logs in one of CloudTrail's own forms, with events elsewhere in the same text, or with objects beside that are none. */
import { events } from './events.mjs';
import { found, json, jsonLines, pretty, whole } from './form.mjs';
import { looked, notification } from './wrappers.mjs';

/** @returns {readonly import('./form.mjs').Form[]} */
export function partsBeside() {
  const [first, second, third] = events();
  return [
    whole(
      'beside-failed-first.json',
      'a forwarder that keeps what it could not deliver',
      'A list of events under another key before Records.',
      pretty({ failed: [first], Records: [second, third] }),
    ),
    whole(
      'beside-text-behind.json',
      'a forwarder that keeps what it could not read',
      'Records, and behind them a text with an event.',
      json({ Records: [first, second], unread: { reason: 'size', body: json(third) } }),
    ),
    whole(
      'beside-text-in-list.json',
      'a list that a program has gathered',
      'Two events in a list, and an object with the third as text.',
      json([first, second, { raw: json(third) }]),
    ),
    whole(
      'beside-message-lines.jsonl',
      'a stream of two sources',
      'Events on lines of their own, and one as the message of another program.',
      jsonLines([first, { level: 'info', message: json(second) }, third]),
    ),
    whole(
      'beside-other-lines.jsonl',
      'a stream of two sources',
      'Lines of another program between the events.',
      jsonLines([{ a: 1 }, first, { level: 'info', message: 'started', eventName: 'boot' }, second, third]),
    ),
    whole(
      'beside-lookup.txt',
      'two files in one',
      'A log file, and behind it what lookup-events has printed.',
      json({ Records: [first, second] }) + pretty({ Events: [looked(third)] }),
    ),
    whole(
      'beside-notification.json',
      'a test event of Lambda',
      'A notification in the list of records, with the event as text, and an object that says nothing.',
      json({
        Records: [
          first,
          { EventSource: 'aws:sns', EventVersion: '1.0', Sns: notification(json(second)) },
          third,
          { n: 1 },
        ],
      }),
    ),
    whole(
      'beside-same-key.json',
      'a program that calls everything event',
      'The key of an event holds another such key, and then a list of records.',
      json([{ event: first }, { event: { event: second } }, { event: { Records: [third] } }]),
    ),
    whole(
      'beside-long-value.jsonl',
      'a shipper that puts the original before the event',
      'In a text, a long value under a key of the tool stands before the fields of the event.',
      jsonLines([first, second, third].map((event) => ({ w: json({ original: 'x'.repeat(25_000), ...event }) }))),
      found(),
    ),
  ];
}
