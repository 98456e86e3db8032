/** Events in notations of services and languages: read where that can be done, named where not. */
import { events } from './events.mjs';
import { json, layered, lines, named, pretty, wrapped } from './form.mjs';

/** @typedef {import('./form.mjs').Form} Form */

/**
 * Paths and values of an event.
 *
 * @param {object} event
 * @returns {readonly (readonly [path: string, value: unknown])[]}
 */
function leaves(event) {
  return Object.entries(event).flatMap(([name, value]) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? leaves(value).map(([rest, leaf]) => /** @type {const} */ ([`${name}.${rest}`, leaf]))
      : [/** @type {const} */ ([name, value])],
  );
}

/** @param {string} text */
const hung = (text) => (text.match(/.{1,102}/g) ?? []).join(`\n${' '.repeat(18)}`);

/** @returns {readonly Form[]} */
export function otherNotations() {
  const some = events();
  return [
    wrapped(
      'notation-format-list.txt',
      'Get-CTEvent | Format-List in a window of 120 columns',
      'Name : value, each text of an event broken at the width and indented below its beginning.',
      lines(
        some.flatMap((event) => [
          '',
          `CloudTrailEvent : ${hung(json(event))}`,
          `EventId         : ${event.eventID}`,
          `EventName       : ${event.eventName}`,
        ]),
      ),
    ),
    layered(
      'notation-fluent-bit.txt',
      'Fluent Bit, stdout',
      'A number, a tag and a time before each event, in a list.',
      lines(some.map((event, at) => `[${at}] trail: [17791129${70 + at}.120441700, ${json(event)}]`)),
    ),
    layered(
      'notation-fluent-bit-2.txt',
      'Fluent Bit 2, stdout',
      'The same, with the metadata of each record.',
      lines(some.map((event, at) => `[${at}] trail: [[17791129${70 + at}.120441700, {}], ${json(event)}]`)),
    ),
    layered(
      'notation-variable.js.txt',
      'a script',
      'A variable of a script.',
      `const log = ${pretty({ Records: some }).trim()};\n`,
    ),
    layered(
      'notation-jsonp.txt',
      'a service with JSONP',
      'A call of a function.',
      `show(${json({ Records: some })});\n`,
    ),
    layered(
      'notation-frame.txt',
      'tmux',
      'Spaces and the frame of a window behind each line.',
      lines(
        pretty({ Records: some })
          .trim()
          .split('\n')
          .map((line) => `${line.padEnd(110)}│`),
      ),
    ),
    named(
      'notation-logfmt.log',
      'a Go program',
      'name=value, nested names with dots.',
      lines(
        some.map((event) =>
          leaves(event)
            .map(([path, value]) => `${path}=${json(value)}`)
            .join(' '),
        ),
      ),
    ),
    named(
      'notation-cef.log',
      'ArcSight',
      'CEF over syslog.',
      lines(
        some.map(
          ({ eventName, eventID, eventTime, eventSource }) =>
            `<134>May 18 14:02:51 noc CEF:0|AWS|CloudTrail|1.11|${eventName}|${eventName}|3|rt=${eventTime} externalId=${eventID} cs1=${eventSource}`,
        ),
      ),
    ),
    named(
      'notation-gron.txt',
      'gron',
      'A line for each value.',
      lines(
        some.flatMap((event, at) =>
          leaves(event).map(([path, value]) => `json.Records[${at}].${path} = ${json(value)};`),
        ),
      ),
    ),
    named(
      'notation-dynamodb-types.json',
      'aws dynamodb scan',
      'Every value under the letter of its type.',
      pretty({
        Items: some.map((event) =>
          Object.fromEntries(leaves(event).map(([path, value]) => [path, { S: String(value) }])),
        ),
      }),
    ),
    named(
      'notation-toml.txt',
      'TOML',
      'A table for each event.',
      lines(
        some.flatMap((event) => ['[[Records]]', ...leaves(event).map(([path, value]) => `${path} = ${json(value)}`)]),
      ),
    ),
    named(
      'notation-xxd-plain.txt',
      'xxd -p',
      'Nothing but digits.',
      lines(
        Buffer.from(json({ Records: some }))
          .toString('hex')
          .match(/.{1,60}/g) ?? [],
      ),
    ),
  ];
}
