/** Events that are a text in a text. */
import { account, events, permission, region } from './events.mjs';
import { found, json, jsonLines, pretty, whole } from './form.mjs';
import { bridge, looked, notification, queued } from './wrappers.mjs';

/** @typedef {import('./form.mjs').Form} Form */

/** @returns {readonly Form[]} */
export function textsInTexts() {
  const some = events();
  return [
    whole(
      'text-twice.json',
      'a queue of a queue',
      'The event is a text in a text: escaped twice.',
      jsonLines(some.map((event) => ({ meta: 1, outer: json({ inner: json(event) }) }))),
    ),
    whole(
      'text-three-times.json',
      'a log of a queue of a queue',
      'The event is a text in a text in a text: escaped three times.',
      jsonLines(some.map((event) => ({ log: json({ body: json({ Message: json(event) }) }) }))),
    ),
    whole(
      'text-sns-in-sqs-in-pipe.json',
      'EventBridge Pipes',
      'An EventBridge event whose detail is an SQS message, whose body is an SNS notification, whose Message is an EventBridge event.',
      jsonLines(
        some.map((event) => ({
          version: '0',
          id: '3c5e',
          'detail-type': 'Event from SQS',
          source: 'Pipe mail-changes',
          account,
          time: '2026-05-18T14:05:20Z',
          region,
          resources: [],
          detail: queued(json(notification(json(bridge(event))))),
        })),
      ),
    ),
    whole(
      'text-sqs-batch.json',
      'an SQS trigger of Lambda',
      'A batch whose bodies are the events themselves.',
      json({ Records: some.map((event) => queued(json(event))) }),
    ),
    whole(
      'text-har.json',
      'the network panel of a browser',
      'A HAR file: the text of the answer is a whole lookup-events.',
      pretty({
        log: {
          version: '1.2',
          creator: { name: 'Firefox', version: '139.0' },
          entries: [
            {
              startedDateTime: '2026-05-18T14:20:01.310Z',
              request: {
                method: 'POST',
                url: `https://cloudtrail.${region}.amazonaws.com/`,
                headers: [],
                postData: { text: '{"MaxResults":50}' },
              },
              response: {
                status: 200,
                headers: [{ name: 'Content-Type', value: 'application/x-amz-json-1.1' }],
                content: {
                  size: 4711,
                  mimeType: 'application/x-amz-json-1.1',
                  text: json({ Events: some.map(looked) }),
                },
              },
            },
          ],
        },
      }),
    ),
    whole(
      'text-one-json-string.json',
      'jq tojson',
      'The whole file is one JSON text with a log in it.',
      `${json(json({ Records: some }))}\n`,
    ),
    whole(
      'text-single-under-key.json',
      'a form on a web page',
      'One event as a text, the only value of the file.',
      pretty({ cloudtrail: json(permission()) }),
      found([1]),
    ),
  ];
}
