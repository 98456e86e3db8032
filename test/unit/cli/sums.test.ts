import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { recordOf } from '../investigate/given';
import { ran } from './terminal';

const ofKey = { eventSource: 'kms.amazonaws.com', eventID: 'k-1' };
const noon = { eventTime: '2026-03-01T12:00:00Z' };
/** Whole and damaged, of three services, some twice, some without a time or an id. */
const log = [
  recordOf('ListUsers', { eventID: 'w-1' }),
  recordOf('ListUsers', { eventID: 'w-1' }),
  recordOf('CreateInboxRule', { eventID: 'w-2', eventTime: 'soon' }),
  recordOf('GetUser', { eventID: 'w-3', errorCode: 'AccessDenied', ...noon }),
  recordOf('Decrypt', { ...ofKey, ...noon }),
  recordOf('Decrypt', { ...ofKey, ...noon }),
  recordOf('Encrypt', { ...ofKey, errorCode: 'AccessDenied' }),
  recordOf('PutObject', { eventSource: 's3.amazonaws.com', eventID: '' }),
]
  .map((event) => JSON.stringify(event))
  .concat(JSON.stringify(recordOf('Decrypt', { ...ofKey, eventID: 'k-2' })).replace(',"awsRegion"', ' "awsRegion"'))
  .join('\n');

interface Tally {
  readonly events: number;
}

interface Sums {
  readonly records: { readonly workmail: number; readonly malformed: number; readonly other: number };
  readonly malformed: { readonly syntax: number; readonly schema: number };
  readonly events: Tally & Readonly<Record<'succeeded' | 'failed' | 'unknown' | 'repeats' | 'untimed', number>>;
  readonly timeline: { readonly bars: readonly Tally[] };
  readonly actions: readonly Tally[];
  readonly actors: readonly Tally[];
  readonly sourceIPAddresses: readonly Tally[];
  readonly userAgents: readonly Tally[];
  readonly failures: readonly Tally[];
  readonly otherServices: readonly { readonly records: number }[];
}

function sum(rows: readonly Tally[]): number {
  return rows.reduce((total, { events }) => total + events, 0);
}

suite('a summary adds up', () => {
  for (const [service, events] of [
    ['workmail', 3],
    ['all', 7],
    ['kms', 3],
    ['s3', 1],
    ['nowhere', 0],
  ] as const) {
    test(`for the service ${service}`, async () => {
      const { stdout } = await ran(['summarize', '--json', '--service', service, '-'], { stdin: log });
      const found: Sums = JSON.parse(stdout);
      const others = found.otherServices.reduce((total, { records }) => total + records, 0);
      const heaps = [found.actions, found.actors, found.sourceIPAddresses, found.userAgents].map(sum);
      assert.deepEqual(
        {
          events: found.events.events,
          records: found.records,
          all: found.events.events + found.events.repeats + others,
          malformed: found.malformed.syntax + found.malformed.schema,
          outcomes: found.events.succeeded + found.events.failed + found.events.unknown,
          times: sum(found.timeline.bars) + found.events.untimed,
          failures: sum(found.failures),
          heaps,
        },
        {
          events,
          records: { workmail: 3, malformed: 2, other: 4 },
          all: 9,
          malformed: 2,
          outcomes: events,
          times: events,
          failures: found.events.failed,
          heaps: heaps.map(() => events),
        },
      );
    });
  }

  test('in words: what is not counted apart is not said to be nought', async () => {
    const lines = async (service: string): Promise<readonly string[]> => {
      const { stdout } = await ran(['summarize', '--service', service, '-'], { stdin: log });
      return stdout.split('\n').filter((line) => /^(?:Log |standard|\* (?:Records|Events))/.test(line));
    };
    const all = '* Records: 9, from 2026-03-01 08:00:00 to 2026-03-01 12:00:00';
    const table = [
      'Log             Form                            Records  Whole WorkMail  Malformed  Not WorkMail',
      'standard input  CloudTrail records, one a line        9               3          2             4',
    ];
    assert.deepEqual(await lines('all'), [
      all,
      '* Events of all services, each counted once: 7 (5 succeeded, 2 failed)',
      '* Records that repeat one of these events: 2',
      ...table,
    ]);
    assert.deepEqual(await lines('kms'), [
      all,
      '* Events of kms.amazonaws.com, each counted once: 3 (2 succeeded, 1 failed)',
      '* Records that repeat one of these events: 1',
      '* Records of services other than kms.amazonaws.com: 5',
      ...table,
    ]);
  });
});

test('a call and what a VPC endpoint saw of it are one event, and what repeats it names the endpoint', async () => {
  const request = { requestID: 'r-1' };
  const endpoint = {
    eventCategory: 'NetworkActivity',
    eventType: 'AwsVpceEvents',
    vpcEndpointId: 'vpce-0123456789abcdef0',
  };
  const { managementEvent: _, ...seen } = recordOf('DeleteUser', { ...request, ...endpoint, eventID: 'w-2' });
  const alone = { ...seen, requestID: 'r-2', eventID: 'w-3', errorCode: 'VpceAccessDenied' };
  const stdin = JSON.stringify({ Records: [seen, recordOf('DeleteUser', { ...request, eventID: 'w-1' }), alone] });
  const { events, actions }: Sums = JSON.parse((await ran(['summarize', '--json', '-'], { stdin })).stdout);
  assert.deepEqual(
    { all: events.events, failed: events.failed, repeats: events.repeats, actions: sum(actions) },
    { all: 2, failed: 1, repeats: 1, actions: 2 },
  );
  const { stdout } = await ran(['summarize', '-'], { stdin });
  assert.match(
    stdout,
    /repeat one of these events: 1, 1 of them the same call as seen at a VPC endpoint vpce-0123456789abcdef0\n/,
  );
});
