import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { verificationText } from '../../../server/src/core/verify/integrity';
import { packed } from '../../support/digestTree';
import { digest, digestText, log, textOf, told, verified } from './given';

const [ONE, TWO, THREE] = [log('08:05'), log('08:35'), log('09:05')];
const FIRST = digestText('09', [ONE, TWO]);
const SECOND = digestText('10', [THREE], { hour: '09', text: FIRST });
const whole = {
  [ONE]: textOf(ONE),
  [TWO]: textOf(TWO),
  [THREE]: textOf(THREE),
  [digest('09')]: FIRST,
  [digest('10')]: SECOND,
};
const short = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
const [one, two, three] = [ONE, TWO, THREE].map(short);
const [first, second] = [digest('09'), digest('10')].map(short);
const lastReason = 'No digest after it is here that would name its hash; only its signature can prove it.';
const chain = [`chained: ${first}: `, `chained: ${second}: ${lastReason}`];
const unchanged = [`unchanged: ${one}: `, `unchanged: ${two}: `, `unchanged: ${three}: `];

/** The tree with other bytes in some files. */
function with_(others: Readonly<Record<string, string | Uint8Array>>): readonly string[] {
  return told({ ...whole, ...others });
}

suite('logs and the digests beside them', () => {
  test('nothing is said of a whole tree', () => {
    assert.deepEqual(told(whole), [...unchanged, ...chain]);
  });

  test('a log that was packed anew is unchanged: the hash is of the inflated log', () => {
    assert.deepEqual(with_({ [ONE]: gzipSync(textOf(ONE), { level: 9 }) }), [...unchanged, ...chain]);
  });

  test('so is one that was unpacked, and one in several members', () => {
    const { [ONE]: _, ...others } = whole;
    const text = textOf(TWO);
    const unpacked = { ...others, [ONE.replace('.gz', '')]: Buffer.from(textOf(ONE)) };
    assert.deepEqual(told({ ...unpacked, [TWO]: Buffer.concat([packed(text.slice(0, 5)), packed(text.slice(5))]) }), [
      `unchanged: ${one?.replace('.gz', '')}: It was unpacked; its text is unchanged.`,
      `unchanged: ${two}: It was packed anew, in several gzip members; its text is unchanged.`,
      `unchanged: ${three}: `,
      ...chain,
    ]);
  });

  test('bytes behind the gzip stream are told, whatever they are', () => {
    const evil = packed('{"Records":[{"eventName":"Invented"}]}');
    assert.deepEqual(
      with_({
        [ONE]: Buffer.concat([packed(textOf(ONE)), evil]),
        [TWO]: Buffer.concat([packed(textOf(TWO)), Buffer.from('x')]),
      }),
      [
        `unchanged: ${one}: ${evil.length} bytes behind the text that the digest names are covered by no hash: programs may read them as part of the log.`,
        `unchanged: ${two}: One byte behind the text that the digest names is covered by no hash: programs may read them as part of the log.`,
        `unchanged: ${three}: `,
        ...chain,
      ],
    );
  });

  test('a text that is another, and a file that is damaged', () => {
    const bytes = packed(textOf(TWO));
    const wrong = Buffer.from(bytes);
    wrong[bytes.length - 8] = (wrong[bytes.length - 8] ?? 0) ^ 1;
    assert.deepEqual(with_({ [ONE]: '{"Records":[]}', [TWO]: wrong, [THREE]: packed(textOf(THREE)).subarray(0, 50) }), [
      `changed: ${one}: Its text is not the one that the digest names.`,
      `changed: ${two}: It is damaged: its own checksum is of another text.`,
      `changed: ${three}: It is cut off before the end of its text.`,
      ...chain,
    ]);
  });

  test('of a log that lacks nothing but the end behind its text, the text is unchanged', () => {
    assert.deepEqual(
      with_({ [ONE]: packed(textOf(ONE)).subarray(0, -4) })[0],
      [`unchanged: ${one}: Its text is unchanged, but the end of the file behind it is cut off.`][0],
    );
  });

  test('logs that changed places, are missing, were added, renamed or copied', () => {
    const [added, renamed, copied] = [log('08:50', 'added'), log('09:10', 'renamed'), log('08:05', 'copied')];
    const { [THREE]: _, ...others } = whole;
    assert.deepEqual(
      told({
        ...others,
        [ONE]: textOf(TWO),
        [TWO]: textOf(ONE),
        [renamed]: textOf(THREE),
        [added]: textOf(added),
        [copied]: textOf(ONE),
      }),
      [
        `changed: ${one}: Its text is not the one that the digest names, but that of ${TWO.slice(TWO.indexOf('1111'))}.`.replace(
          TWO.slice(TWO.indexOf('1111')),
          short(TWO),
        ),
        `not-covered: ${short(copied)}: No digest here names it. Its text is that of ${one}: it is a copy.`,
        `changed: ${two}: Its text is not the one that the digest names, but that of ${one}.`,
        `not-covered: ${short(added)}: No digest here names it.`,
        `missing: ${three}: It is not here under this name. The same text is in ${short(renamed)}.`,
        `not-covered: ${short(renamed)}: No digest here names it. Its text is that of ${three}, which is not here: it was renamed or moved.`,
        ...chain,
      ],
    );
  });

  test('logs and digests that were copied to folders of their own', () => {
    const apart = Object.entries(whole).map(([file, text]): [string, string] => [
      file.replace(/^.*CloudTrail-Digest\//, 'digests/').replace(/^.*CloudTrail\//, 'logs/'),
      text,
    ]);
    assert.deepEqual(
      told(Object.fromEntries(apart)).map((line) => line.split('/').at(-1)),
      [`${one}: `, `${two}: `, `${three}: `, `${first}: `, `${second}: ${lastReason}`],
    );
  });

  test('of many files that are called alike, one is the log: the one that lies where it belongs, packed or not', () => {
    const { [ONE]: _, ...others } = whole;
    const copies = Array.from({ length: 9 }, (_, at): [string, string] => [`copy${at}/${short(ONE)}`, textOf(`${at}`)]);
    const place = ONE.replace('.gz', '');
    assert.deepEqual(
      told({ ...others, ...Object.fromEntries(copies), [place]: Buffer.from(textOf(ONE)) }).filter((line) =>
        line.startsWith('unchanged'),
      ),
      [`unchanged: ${short(place)}: It was unpacked; its text is unchanged.`, ...unchanged.slice(1)],
    );
  });

  test('logs that only a changed digest names can’t be told', () => {
    assert.deepEqual(with_({ [digest('09')]: digestText('09', [ONE]), [TWO]: textOf(TWO) }), [
      `cannot-tell: ${one}: Only ${first} names it, which was changed.`,
      `not-covered: ${two}: No digest here names it.`,
      `unchanged: ${three}: `,
      `changed: ${first}: ${second}, the digest after it, names another hash of its text.`,
      chain[1],
    ]);
  });

  test('a digest that can’t be read, or is missing', () => {
    const { [digest('09')]: _, ...others } = whole;
    const later = `missing: ${first}: ${second} names it as the digest before, and it is not here. All other digests here are later: perhaps the copy begins too late.`;
    assert.deepEqual(
      [with_({ [digest('09')]: 'no digest' }), told(others)],
      [
        [
          `cannot-tell: ${one}: It is of the time of ${first}, which can’t be read.`,
          `cannot-tell: ${two}: It is of the time of ${first}, which can’t be read.`,
          `unchanged: ${three}: `,
          `changed: ${first}: It is not as CloudTrail writes digests: its text is not JSON.`,
          chain[1],
        ],
        [
          `not-covered: ${one}: No digest here names it.`,
          `not-covered: ${two}: No digest here names it.`,
          `unchanged: ${three}: `,
          later,
          chain[1],
        ],
      ],
    );
  });

  test('hours without a digest are a gap, the time after the last digest is none', () => {
    const [late, after] = [log('11:05'), log('14:05')];
    const third = digestText('13', []);
    assert.deepEqual(with_({ [late]: textOf(late), [after]: textOf(after), [digest('13')]: third }), [
      ...unchanged,
      `not-covered: ${short(late)}: No digest here names it, and there is none of its time.`,
      `not-covered: ${short(after)}: No digest here names it: it is later than the last one, and the next may.`,
      chain[0],
      `chained: ${second}: ${lastReason}`,
      `chained: ${short(digest('13'))}: ${lastReason}`,
      'gap: 2026-03-01T10:00:00Z 2026-03-01T12:00:00Z',
    ]);
  });

  test('a late digest names logs of its own', () => {
    const late = log('08:20');
    const key = digest('09', '_backfill');
    assert.deepEqual(
      with_({ [late]: textOf(late), [key]: digestText('09', [late], undefined, { digestS3Object: key }) }),
      [
        `unchanged: ${one}: `,
        `unchanged: ${short(late)}: `,
        `unchanged: ${two}: `,
        `unchanged: ${three}: `,
        chain[0],
        `chained: ${short(key)}: ${lastReason}`,
        chain[1],
      ],
    );
  });

  test('digests that changed places', () => {
    assert.deepEqual(with_({ [digest('09')]: SECOND, [digest('10')]: FIRST }).slice(3), [
      `changed: ${first}: It says of itself that it is ${digest('10')}: it was renamed, or another was put in its place.`.replace(
        digest('10'),
        short(digest('10')),
      ),
      `changed: ${second}: It says of itself that it is ${first}: it was renamed, or another was put in its place.`,
    ]);
  });

  test('a changed digest is found by where it lies, whatever it says that it is, and what it names is not missed', () => {
    const elsewhere = {
      digestS3Bucket: 'other',
      previousDigestS3Bucket: 'other',
      previousDigestS3Object: 'no/such.json.gz',
    };
    assert.deepEqual(with_({ [digest('09')]: digestText('09', [ONE, TWO], undefined, elsewhere) }).slice(3), [
      `changed: ${first}: ${second}, the digest after it, names another hash of its text.`,
      chain[1],
    ]);
  });

  test('files that are no logs are left alone, and without digests nothing is covered', () => {
    assert.deepEqual(told({ 'notes.txt': 'not a log', 'evil.json': textOf('x'), [ONE]: textOf(ONE) }), [
      `not-covered: ${one}: There are no digests here.`,
      'not-covered: evil.json: There are no digests here.',
    ]);
  });

  test('logs that WorkMail itself writes are told apart, whatever holds them; what reads as CloudTrail is not one of them', () => {
    const audit = JSON.stringify({ event_timestamp: 1, organization_arn: 'arn:aws:workmail:…', action: 'read' });
    const mail = JSON.stringify({ events: [{ message: JSON.stringify({ traceId: 'a', event: { eventName: 'B' } }) }] });
    const planted = JSON.stringify({ organization_arn: 'x', Records: [{ eventVersion: '1.11', eventName: 'C' }] });
    const { ownLogs, logs } = verified({
      ...whole,
      'mail.json': mail,
      'audit.jsonl': audit,
      'planted.json': planted,
      [log('08:40')]: audit,
    });
    assert.deepEqual(
      [ownLogs, logs.flatMap(({ file, status }) => (status === 'not-covered' ? [file] : []))],
      [
        ['audit.jsonl', 'mail.json'],
        [log('08:40'), 'planted.json'],
      ],
    );
    const lines = Array.from(verificationText(verified({ 'audit.jsonl': audit })));
    assert.deepEqual(lines, [
      '0 digests.',
      '0 logs.',
      '1 log that WorkMail itself writes is here, too, which no digest of CloudTrail ever covers: whether it was changed can’t be told by digests.',
    ]);
    assert.deepEqual(told({ 'evil.json': textOf('x'), 'audit.jsonl': audit }), [
      'not-covered: audit.jsonl: WorkMail itself writes this log: no digest of CloudTrail ever covers it.',
      'not-covered: evil.json: There are no digests here.',
    ]);
  });
});
