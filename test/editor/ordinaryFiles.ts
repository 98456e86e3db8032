const cloudTrailFields = {
  eventVersion: { type: 'string' },
  userIdentity: { type: 'object' },
  eventTime: { type: 'string', format: 'date-time' },
  eventSource: { type: 'string', examples: ['workmail.amazonaws.com'] },
  eventName: { enum: ['CreateUser', 'DeleteUser'] },
};

/** What people have open beside a log, well formed; each as the text of a file by its name. */
const wellFormed: Readonly<Record<string, unknown>> = {
  'package.json': { name: 'mail-tools', version: '1.0.0', dependencies: { left: '^1.0.0' }, keywords: ['workmail'] },
  'package-lock.json': { name: 'mail-tools', lockfileVersion: 3, packages: { '': { name: 'mail-tools' } } },
  'composer.json': { require: { php: '>=8' } },
  'settings.json': { 'editor.wordWrap': 'on', 'workmailTrail.rules': { WT101: 'off' } },
  'record.schema.json': { $schema: 'http://json-schema.org/draft-07/schema#', properties: cloudTrailFields },
  'record.definitions.json': { definitions: { Records: { type: 'array', items: { properties: cloudTrailFields } } } },
  'digest.json': {
    awsAccountId: '111122223333',
    digestStartTime: '2026-03-01T08:00:00Z',
    digestEndTime: '2026-03-01T09:00:00Z',
    digestS3Bucket: 'trail',
    newestEventTime: '2026-03-01T08:59:00Z',
    oldestEventTime: '2026-03-01T08:00:01Z',
    logFiles: [{ s3Bucket: 'trail', s3Object: 'a.json.gz', hashValue: '00', hashAlgorithm: 'SHA-256' }],
  },
  's3-notification.json': {
    Records: [
      {
        eventVersion: '2.1',
        eventSource: 'aws:s3',
        awsRegion: 'eu-west-1',
        eventTime: '2026-03-01T08:00:00.000Z',
        eventName: 'ObjectCreated:Put',
        userIdentity: { principalId: 'AWS:AIDAEXAMPLE' },
        requestParameters: { sourceIPAddress: '192.0.2.10' },
        s3: { bucket: { name: 'mail' }, object: { key: 'a.eml' } },
      },
    ],
  },
  'sns-event.json': { Records: [{ EventSource: 'aws:sns', EventVersion: '1.0', Sns: { Message: '{}' } }] },
  'sqs-event.json': { Records: [{ eventSource: 'aws:sqs', messageId: '1', body: '{}', awsRegion: 'eu-west-1' }] },
  'dynamodb-event.json': {
    Records: [{ eventID: '1', eventName: 'INSERT', eventVersion: '1.1', eventSource: 'aws:dynamodb', dynamodb: {} }],
  },
  'kinesis-event.json': {
    Records: [{ eventID: 'shard:1', eventName: 'aws:kinesis:record', eventVersion: '1.0', eventSource: 'aws:kinesis' }],
  },
  'ses-event.json': { Records: [{ eventSource: 'aws:ses', eventVersion: '1.0', ses: { mail: {}, receipt: {} } }] },
  'scheduled-event.json': { version: '0', 'detail-type': 'Scheduled Event', source: 'aws.events', detail: {} },
  'api-gateway-event.json': {
    resource: '/',
    httpMethod: 'GET',
    requestContext: { identity: { sourceIp: '192.0.2.1' } },
  },
  'workmail-lambda-event.json': {
    summaryVersion: '2019-07-28',
    messageId: '1',
    flowDirection: 'INBOUND',
    subject: 'a',
  },
  'policy.json': { Version: '2012-10-17', Statement: [{ Effect: 'Deny', Action: 'workmail:*', Resource: '*' }] },
  'event-pattern.json': { source: ['aws.workmail'], detail: { eventSource: ['workmail.amazonaws.com'] } },
  'empty-records.json': { Records: [] },
  'dns.json': { Records: [{ type: 'MX', value: 'inbound-smtp.eu-west-1.amazonaws.com' }] },
  'numbers.json': [1, 2, 3],
  'people.json': [{ eventName: 'party' }, { eventName: 'wedding' }],
  'nothing.json': {},
  'text.json': 'workmail.amazonaws.com',
  'map.geojson.json': { type: 'FeatureCollection', features: [] },
};

/** What is no JSON, or no longer. */
const others: Readonly<Record<string, string>> = {
  'compiler-options.jsonc': '{\n  // comments\n  "compilerOptions": { "strict": true, },\n}',
  'empty.json': '',
  'blank.json': ' \r\n\t',
  'mark.json': '\ufeff{}',
  'cut.json': '{ "name": "a", "dependencies": {',
  'no-comma.json': '{ "name": "a" "version": "1" }',
  'brackets.json': '[[[[[[[[',
  'quotes.json': '"""""',
  'two.json': '{ "a": 1 }\n{ "b": 2 }',
  'lines.jsonl': '{ "level": "info", "message": "eventName" }\n{ "level": "warn" }',
  'server.log': '2026-03-01T08:00:00Z INFO eventSource=workmail.amazonaws.com eventName=CreateUser',
  'notes.txt': 'CreateUser was called by workmail.amazonaws.com; see the eventVersion and the userIdentity.',
  'page.txt': '<html><body>{"eventVersion"</body></html>',
};

/** 50 files that are no logs, by their names: the ones above, and broken ones of them. */
export function ordinaryFiles(): ReadonlyMap<string, string> {
  const files = new Map(Object.entries(others));
  for (const [name, value] of Object.entries(wellFormed)) {
    files.set(name, JSON.stringify(value, undefined, 2));
  }
  for (const [name, value] of Object.entries(wellFormed)) {
    if (files.size < 50) {
      const text = JSON.stringify(value, undefined, 2);
      files.set(`broken-${name}`, text.replace(/,(?=\n)/, '').slice(0, -1));
    }
  }
  return files;
}
