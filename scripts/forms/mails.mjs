/** What mail and transport do to a log: quoted-printable, base64, gzip. */
import { events } from './events.mjs';
import { crlf, json, layered, lines, named } from './form.mjs';
import { prettyRecords, records } from './logs.mjs';
import { folded, gzipped, quotedPrintable } from './printers/texts.mjs';
import { subscription } from './wrappers.mjs';

/** @typedef {import('./form.mjs').Form} Form */

/** @returns {readonly Form[]} */
export function mails() {
  const head = ['From: trail@example.com', 'To: kim.lee@example.com', 'Subject: Events', 'MIME-Version: 1.0'];
  return [
    layered(
      'mail-quoted-printable.eml',
      'a mail program',
      'Quoted-printable: lines end with =, an equals sign is =3D.',
      crlf(
        `${lines([...head, 'Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: quoted-printable', ''])}${quotedPrintable(`${prettyRecords().replace('Rosa Ortiz', 'Rosa = Ortiz é')}\n`)}`,
      ),
    ),
    layered(
      'mail-quoted-printable-body.txt',
      'a mail program',
      'The body alone of a quoted-printable mail with a log on one line.',
      quotedPrintable(`${records().replace('Rosa Ortiz', 'Rosa = Ortiz')}\n`),
    ),
    named(
      'mail-base64.eml',
      'a mail program',
      'A mail whose body is base64.',
      crlf(
        lines([
          ...head,
          'Content-Type: text/plain; charset=utf-8',
          'Content-Transfer-Encoding: base64',
          '',
          ...folded(Buffer.from(records()).toString('base64'), 76).trimEnd().split('\n'),
        ]),
      ),
    ),
    named(
      'packed-awslogs-data.json',
      'a CloudWatch Logs subscription',
      'awslogs.data is base64 of gzip.',
      json({ awslogs: { data: gzipped(json(subscription(events()))) } }),
    ),
    named(
      'packed-kinesis-records.json',
      'Lambda with a Kinesis trigger',
      'Records[].kinesis.data is base64 of gzip of what a subscription sends.',
      JSON.stringify(
        {
          Records: [
            {
              kinesis: {
                kinesisSchemaVersion: '1.0',
                partitionKey: '5f1a',
                sequenceNumber: '49652',
                data: gzipped(json(subscription(events()))),
                approximateArrivalTimestamp: 1779113120.31,
              },
              eventSource: 'aws:kinesis',
              eventVersion: '1.0',
              eventID: 'shardId-000000000000:49652',
              eventName: 'aws:kinesis:record',
              awsRegion: 'us-west-2',
              eventSourceARN: 'arn:aws:kinesis:us-west-2:444455556666:stream/trail',
            },
          ],
        },
        null,
        2,
      ),
    ),
    named(
      'packed-get-records.json',
      'aws kinesis get-records',
      'Data is base64 of the event, one record each.',
      JSON.stringify(
        {
          Records: events().map((event, index) => ({
            SequenceNumber: `4965${index}`,
            ApproximateArrivalTimestamp: '2026-05-18T14:05:20.118000+00:00',
            Data: Buffer.from(json(event)).toString('base64'),
            PartitionKey: '5f1a',
          })),
          MillisBehindLatest: 0,
        },
        null,
        4,
      ),
    ),
    named(
      'packed-base64.txt',
      'base64',
      'A whole log as base64, broken every 76 characters.',
      folded(Buffer.from(records()).toString('base64'), 76),
    ),
  ];
}
