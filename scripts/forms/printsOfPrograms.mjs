/** Events as Go, Java and C# print values of their own, and as texts in sources. */
import { events } from './events.mjs';
import { json, layered, lines, named } from './form.mjs';
import { goMap, goSdk } from './printers/others.mjs';
import { javaStruct } from './printers/structs.mjs';

/** @typedef {import('./form.mjs').Form} Form */
/** @typedef {import('./events.mjs').Event} Event */

/** @returns {readonly Form[]} */
export function printsOfPrograms() {
  const some = events();
  return [
    named(
      'print-go-map.txt',
      '%+v in Go',
      'map[...] without quotes, keys in the order of the alphabet.',
      lines(some.map(goMap)),
    ),
    layered(
      'print-go-sdk.txt',
      'fmt.Println of an answer of the AWS SDK for Go',
      'Names without quotes, CloudTrailEvent as escaped text.',
      `${goSdk({
        Events: some.map((event) => ({
          AccessKeyId: event.userIdentity.accessKeyId,
          CloudTrailEvent: json(event),
          EventId: event.eventID,
          EventName: event.eventName,
          EventSource: event.eventSource,
          EventTime: `${event.eventTime.replace('T', ' ').replace('Z', '')} +0000 UTC`,
          ReadOnly: 'false',
          Username: event.userIdentity.userName ?? 'kim.lee',
        })),
      })}\n`,
    ),
    layered(
      'print-java-sdk.txt',
      'toString of an answer of the AWS SDK for Java',
      'Event(EventId=..., CloudTrailEvent={...}): JSON without quotes around it among names and parentheses.',
      `LookupEventsResponse(Events=[${some.map((event) => `Event(EventId=${event.eventID}, EventName=${event.eventName}, ReadOnly=false, EventTime=${event.eventTime}, EventSource=${event.eventSource}, Resources=[], CloudTrailEvent=${json(event)})`).join(', ')}])\n`,
    ),
    named(
      'print-java-map.txt',
      'toString of a map in Java',
      '{eventVersion=1.11, userIdentity={type=IAMUser, ...}}, one event a line.',
      lines(some.map((event) => javaStruct(event))),
    ),
    layered(
      'print-csharp-verbatim.txt',
      'a verbatim string of C#',
      'The JSON stands in @"..." with every quote doubled.',
      lines(some.map((event, index) => `var event${index} = @"${json(event).replaceAll('"', '""')}";`)),
    ),
    layered(
      'print-java-concatenated.txt',
      'a string in Java',
      'The event is a literal of many pieces joined by +, each quote escaped.',
      some
        .map((event, index) => `String event${index} =\n        ${pieces(event).map(json).join('\n            + ')};\n`)
        .join(''),
    ),
    layered(
      'print-javascript-concatenated.txt',
      'a string in JavaScript',
      'Pieces in single quotes joined by + at the ends of lines.',
      some
        .map(
          (event, index) =>
            `const event${index} =\n${pieces(event)
              .map((piece) => `  '${piece}'`)
              .join(' +\n')};\n`,
        )
        .join(''),
    ),
    layered(
      'print-python-literals.txt',
      'a string in Python',
      'Pieces in single quotes inside parentheses, one below the other.',
      some
        .map(
          (event, index) =>
            `event_${index} = (\n${pieces(event)
              .map((piece) => `    '${piece}'`)
              .join('\n')}\n)\n`,
        )
        .join(''),
    ),
    layered(
      'print-escaped-lines.txt',
      'a string that was copied out of JSON',
      'Events on lines, a backslash before every quote, no quotes around.',
      lines(some.map((event) => json(json(event)).slice(1, -1))),
    ),
    layered(
      'print-escaped-twice.txt',
      'a string that was copied out of a log',
      'Events on lines, every quote escaped twice.',
      lines(some.map((event) => json(json(json(event)).slice(1, -1)).slice(1, -1))),
    ),
    layered(
      'print-escaped-pretty.txt',
      'a string that was copied out of JSON',
      'A pretty-printed log on one line, with \\n and \\" in it and quotes around.',
      `"message": ${json(JSON.stringify({ Records: some }, null, 2))},\n`,
    ),
    layered(
      'print-shell-quoted.sh.txt',
      'a command with data',
      'curl -d with a log in single quotes, after a backslash at the end of a line.',
      `curl -X POST https://trail.example.com/ingest \\\n  -H 'Content-Type: application/json' \\\n  -d '${json({ Records: some })}'\n`,
    ),
  ];
}

/** @param {Event} event */
const pieces = (event) => json(event).match(/.{1,70}/g) ?? [];
