/** Events as Python prints values of its own. */

import { events } from './events.mjs';
import { bent, json, layered, lines } from './form.mjs';
import { withName } from './logs.mjs';
import { pprint, repr, Source } from './printers/python.mjs';
import { looked } from './wrappers.mjs';

/** @typedef {import('./form.mjs').Form} Form */
/** @typedef {import('./events.mjs').Event} Event */

/** @returns {readonly Form[]} */
export function printsOfPython() {
  const some = events();
  const answer = {
    Events: some.map(answered),
    ResponseMetadata: { RequestId: '7d1c', HTTPStatusCode: 200, RetryAttempts: 0 },
  };
  return [
    layered(
      'print-boto3.txt',
      'print of a boto3 answer',
      'A Python dict: CloudTrailEvent is JSON in single quotes, EventTime a call of datetime.',
      `${repr(answer)}\n`,
    ),
    layered(
      'print-boto3-pprint.txt',
      'pprint of a boto3 answer',
      'Keys in the order of the alphabet; the JSON of CloudTrailEvent is cut into literals one below the other.',
      `${pprint(answer)}\n`,
    ),
    layered(
      'print-boto3-apostrophe.txt',
      'print of a boto3 answer',
      "As Python writes it when the JSON holds an apostrophe: \\' inside single quotes.",
      `${repr({ Events: some.map((event) => answered(withName(event, "Rosa O'Ortiz"))) })}\n`,
    ),
    bent(
      'print-python-dicts.txt',
      'print of parsed events in Python',
      'Events as dicts on lines: single quotes, True, None.',
      lines(some.map(repr)),
    ),
    bent(
      'print-python-pprint.txt',
      'pprint of parsed events in Python',
      'A list of dicts, sorted, with the user agent cut into literals.',
      `${pprint(some)}\n`,
    ),
    bent(
      'print-python-logging.log',
      'the logging module of Python',
      'A prefix before each event, which is a dict of Python.',
      lines(some.map((event) => `INFO:trail:{'detail-type': 'AWS API Call via CloudTrail', 'detail': ${repr(event)}}`)),
    ),
    layered(
      'print-python-bytes.txt',
      'print of bytes in Python',
      "Each event is JSON in b'...'.",
      lines(some.map((event) => `b'${json(event)}'`)),
    ),
  ];
}

/** @param {Event} event */
const answered = (event) => {
  const [hour, minute, second] = event.eventTime.slice(11, 19).split(':').map(Number);
  const EventTime = new Source(`datetime.datetime(2026, 5, 18, ${hour}, ${minute}, ${second}, tzinfo=tzlocal())`);
  return { ...looked(event), EventTime };
};
