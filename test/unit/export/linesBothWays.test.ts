import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { records } from '../../bench/generator/records';
import { hostileLogs } from '../../support/hostileLogs';
import { RandomCallers } from '../../support/randomCallers';
import { RandomLogs } from '../../support/randomLogs';
import { WrittenBothWays } from '../../support/writtenBothWays';
import { recordOf } from '../investigate/given';
import { hostileTexts } from './hostile';

const SEED = 20260301;
const LOGS = 1500;
const DELIVERED = 400;
/** Of each of those. */
const RECORDS = 50;
const NAMED = 2600;
/** Of each of those. */
const FEW_RECORDS = 8;
/** How a text may stand in the JSON of a record. */
const spellings: readonly ((text: string) => string)[] = [
  (text) => JSON.stringify(text),
  (text) => ` ${JSON.stringify(text)} `,
  (text) => `"${Array.from(text, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')}"`,
];
const texts = [
  ...hostileTexts,
  '',
  ' ',
  "'",
  '"',
  '\\',
  'abcdefghijklmnop',
  'a\u007f',
  'Zoë',
  '1',
  'null',
  '}',
  ',"a":1',
  'no "a" \\ b/c\\"',
  'a\nb',
];

/** Records of two services whose fields hold what spreadsheets run, readers of JSON take for signs, and nobody sees. */
function* oddTexts(): Generator<string> {
  const mark = 'd87b3a0e';
  const at = {
    userAgent: mark,
    sourceIPAddress: mark,
    sharedEventID: mark,
    requestID: mark,
    errorMessage: mark,
    errorCode: mark,
  };
  const ofIdentity = {
    type: 'IAMUser',
    principalId: mark,
    accessKeyId: mark,
    arn: mark,
    userName: mark,
    invokedBy: mark,
  };
  for (const spelling of spellings)
    for (const text of texts) {
      const records = ['ListUsers', 'AssumeRole'].flatMap((name) =>
        [...Object.keys(at), ...Object.keys(ofIdentity)].map((field, index) => {
          const record = JSON.stringify({
            ...recordOf(name, { eventID: `0f6ba5f2-5c1e-4a51-9b0e-0000000000${10 + index}` }),
            ...(name === 'AssumeRole' && { eventSource: 'sts.amazonaws.com' }),
            ...(Object.hasOwn(at, field) && { [field]: mark }),
            userIdentity: {
              type: 'AssumedRole',
              onBehalfOf: { userId: 'a' },
              ...(Object.hasOwn(ofIdentity, field) && { [field]: mark }),
            },
          });
          return record.replace(`"${mark}"`, () => spelling(text));
        }),
      );
      yield `{"Records":[${records.join(',')}]}`;
    }
}

function* some(count: number): Generator<string> {
  const logs = new RandomLogs(SEED);
  for (let log = 0; log < count; log++) yield logs.next();
}

/** Logs as CloudTrail delivers them, in which one record in ten is of WorkMail. */
function* callersLogs(): Generator<string> {
  const setting = {
    account: '111122223333',
    region: 'eu-west-1',
    organizationId: 'm-d281d0a2fd824be5b6cd3d3ce909fd27',
  };
  for (let log = 0; log < DELIVERED; log++) {
    const source = records({ ...setting, seed: SEED + log, share: 0.1, from: Date.UTC(2026, 2, 1) });
    yield JSON.stringify({ Records: Array.from({ length: RECORDS }, () => source.next().value) });
  }
}

/** Logs whose records name who acted in every way. */
function* namedLogs(): Generator<string> {
  const callers = new RandomCallers(SEED);
  for (let log = 0; log < NAMED; log++) yield callers.next(FEW_RECORDS);
}

suite('lines are the same, byte for byte, written in the module and in TypeScript', () => {
  for (const [form, title, logs, least, leastPlain] of [
    ['csv', 'texts that are odd', oddTexts(), 1500, 30],
    ['tsv', 'texts that are odd', oddTexts(), 1500, 30],
    ['csv', 'forged, spelled and doubled fields', hostileLogs(), 20, 2],
    ['csv', 'random logs, whole and damaged', some(LOGS), 700, 150],
    ['csv', 'logs of many callers', callersLogs(), 19_000, 300],
    ['csv', 'callers named in every way', namedLogs(), 20_000, 400],
    ['tsv', 'callers named in every way', namedLogs(), 20_000, 400],
  ] as const) {
    test(`${form}: ${title}`, () => {
      const ways = new WrittenBothWays(form);
      const different = Array.from(logs, (log) => ways.difference(Buffer.from(log))).filter(
        (each) => each !== undefined,
      );
      assert.deepEqual(different.slice(0, 3), []);
      // Fewer would mean that the rest is not compared.
      assert.ok(ways.rows >= least, `${ways.rows} rows`);
      assert.ok(ways.plainLogs >= leastPlain, `${ways.plainLogs} plain logs`);
    });
  }
});
