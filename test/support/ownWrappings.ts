import { gzipSync } from 'node:zlib';

/** The ways in which tools that carry logs hand on what CloudWatch Logs calls a message, be it a record as JSON or a line of values. */
export type Wrapping = (messages: readonly string[]) => string;

const GROUP = '/aws/vendedlogs/workmail/x';
const base64 = (text: string): string => Buffer.from(text).toString('base64');
const subscription: Wrapping = (messages) =>
  JSON.stringify({
    messageType: 'DATA_MESSAGE',
    owner: '111122223333',
    logGroup: GROUP,
    logStream: 's',
    subscriptionFilters: ['f'],
    logEvents: messages.map((message, at) => ({ id: String(at), timestamp: 0, message })),
  });
const lines = (of: readonly unknown[]): string => of.map((each) => `${JSON.stringify(each)}\n`).join('');
const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

export const wrappings: Readonly<Record<string, Wrapping>> = {
  'get-log-events': (messages) =>
    JSON.stringify({ events: messages.map((message) => ({ timestamp: 0, message, ingestionTime: 2 })) }, null, 1),
  'filter-log-events': (messages) =>
    JSON.stringify(
      {
        events: messages.map((message, at) => ({
          logStreamName: 's',
          timestamp: 0,
          message,
          ingestionTime: 2,
          eventId: String(at),
        })),
        searchedLogStreams: [],
      },
      null,
      4,
    ),
  subscription,
  'query results': (messages) =>
    JSON.stringify({
      results: messages.map((value) => [
        { field: '@timestamp', value: '1970-01-01 00:00:00.000' },
        { field: '@message', value },
        { field: '@ptr', value: 'CnQK' },
      ]),
      status: 'Complete',
    }),
  'export task': (messages) => messages.map((message) => `1970-01-01T00:00:00.000Z ${message}\n`).join(''),
  'tail, short': (messages) => messages.map((message) => `1970-01-01T00:00:00 ${message}\n`).join(''),
  'tail, detailed': (messages) =>
    messages.map((message) => `1970-01-01T00:00:00.000000+00:00 log/stream_1 ${message}\n`).join(''),
  'awslogs get': (messages) => messages.map((message) => `${GROUP} log/stream_1 ${message}\n`).join(''),
  'awslogs get --timestamp': (messages) =>
    messages.map((message) => `${GROUP} log/stream_1 1970-01-01T00:00:00.000Z ${message}\n`).join(''),
  'table of Insights': (messages) =>
    ['@timestamp,@message', ...messages.map((message) => `1970-01-01 00:00:00.000,${quoted(message)}`)].join('\n'),
  'table of the console': (messages) =>
    ['timestamp,message', ...messages.map((message) => `0,${quoted(message)}`)].join('\n'),
  'table of Athena': (messages) =>
    ['"log_stream","time","message"', ...messages.map((message) => `"s","0",${quoted(message)}`), ''].join('\n'),
  'table of a spreadsheet': (messages) =>
    ['timestamp;message', ...messages.map((message) => `0;${quoted(message)}`), ''].join('\r\n'),
  logstash: (messages) =>
    lines(messages.map((message) => ({ '@timestamp': '1970-01-01T00:00:00.000Z', '@version': '1', message }))),
  'logstash, ECS': (messages) =>
    lines(
      messages.map((original) => ({ '@timestamp': '1970-01-01T00:00:00.000Z', '@version': '1', event: { original } })),
    ),
  'fluent bit': (messages) => JSON.stringify(messages.map((log) => ({ date: 0.0, log: `${log}\n` }))),
  docker: (messages) =>
    lines(messages.map((message) => ({ log: `${message}\n`, stream: 'stdout', time: '1970-01-01T00:00:00Z' }))),
  vector: (messages) =>
    lines(
      messages.map((message) => ({
        bucket: 'b',
        message,
        object: 'o.gz',
        region: 'eu-west-1',
        source_type: 'aws_s3',
        timestamp: '1970-01-01T00:00:00Z',
      })),
    ),
  'bulk of OpenSearch': (messages) =>
    lines(
      messages.flatMap((message, at) => [
        { index: { _index: 'cwl-1970.01.01', _id: String(at) } },
        { '@id': String(at), '@timestamp': '1970-01-01T00:00:00.000Z', '@message': message, '@log_group': GROUP },
      ]),
    ),
  'hits of OpenSearch': (messages) =>
    JSON.stringify({
      hits: {
        hits: messages.map((message, at) => ({
          _id: String(at),
          _source: { '@timestamp': '1970-01-01T00:00:00.000Z', '@message': message },
        })),
      },
    }),
  loki: (messages) =>
    JSON.stringify({ streams: [{ stream: { job: 'a' }, values: messages.map((message) => ['0', message]) }] }),
  'splunk export': (messages) => lines(messages.map((_raw) => ({ preview: false, result: { _raw, _time: '0' } }))),
  gelf: (messages) =>
    lines(messages.map((message) => ({ version: '1.1', host: 'h', short_message: message, timestamp: 0 }))),
  sqs: (messages) => JSON.stringify({ Messages: messages.map((Body) => ({ MessageId: 'm', Body })) }),
};

/** The same packed in base64, which is named and not read. */
export const packed: Readonly<Record<string, Wrapping>> = {
  'kinesis to Lambda': (messages) =>
    JSON.stringify({ Records: messages.map((message) => ({ kinesis: { data: base64(message) }, awsRegion: 'r' })) }),
  'kinesis get-records': (messages) =>
    JSON.stringify(
      { Records: messages.map((message) => ({ SequenceNumber: '1', Data: base64(message), PartitionKey: 'p' })) },
      null,
      4,
    ),
  'firehose to Lambda': (messages) =>
    JSON.stringify({ records: messages.map((message) => ({ recordId: '1', data: base64(`${message}\n`) })) }),
  'subscription by kinesis': (messages) =>
    JSON.stringify({
      Records: [{ kinesis: { data: gzipSync(Buffer.from(subscription(messages))).toString('base64') } }],
    }),
  'subscription to Lambda': (messages) =>
    JSON.stringify({ awslogs: { data: gzipSync(Buffer.from(subscription(messages))).toString('base64') } }),
};
