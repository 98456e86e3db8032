/** Events in JSON that services hand on. */
import { events } from './events.mjs';
import { json, jsonLines, pretty, whole } from './form.mjs';
import { bridge } from './wrappers.mjs';

/** @returns {readonly import('./form.mjs').Form[]} */
export function jsonServices() {
  const some = events();
  return [
    whole(
      'json-eventbridge-replay.jsonl',
      'EventBridge archive',
      'Replayed events: a key replay-name stands before detail.',
      jsonLines(some.map((event) => bridge(event, { 'replay-name': 'mail-may' }))),
    ),
    whole(
      'json-lambda-test-events.json',
      'Lambda test events',
      'Saved test events by name, each an EventBridge event.',
      pretty({ testEvents: Object.fromEntries(some.map((event) => [`test${event.eventName}`, bridge(event)])) }),
    ),
    whole(
      'json-put-events.json',
      'EventBridge PutEvents',
      'Entries with Detail as an object, PascalCase around it.',
      pretty({
        Entries: some.map((event) => ({
          Source: 'custom.trail',
          DetailType: 'AWS API Call via CloudTrail',
          EventBusName: 'mail',
          Detail: event,
        })),
      }),
    ),
    whole(
      'json-pagerduty.json',
      'PagerDuty',
      'A webhook of incidents: the event stands in the details of each alert.',
      json({
        event: {
          event_type: 'incident.triggered',
          occurred_at: '2026-05-18T14:06:00Z',
          data: { alerts: some.map((event) => ({ id: 'PT4', body: { type: 'alert_body', details: event } })) },
        },
      }),
    ),
  ];
}
