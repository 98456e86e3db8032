import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { columns, HANDED_OVER } from '../../../server/src/core';
import { Extractor } from '../../../server/src/extract/extractor';
import { moduleOf } from '../../../server/src/webAssembly/modules';
import { newExtractor, textExtractor } from '../../support/extractor';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const textsOf = ({ bytes, ends }: { readonly bytes: Uint8Array; readonly ends: Uint32Array }): readonly string[] =>
  Array.from(ends, (end, index) => new TextDecoder().decode(bytes.subarray(ends[index - 1] ?? 0, end)));

const RECORD =
  '{"eventVersion":"1.08","userIdentity":{"type":"IAMUser","arn":"arn:jane"},"eventTime":"2026-03-11T08:00:01Z","eventSource":"sns.amazonaws.com","eventName":"Publish","userAgent":"tool","eventID":"01234567-89ab-cdef-0123-456789abcdef","readOnly":false}';
const LEFT = RECORD.replace('"tool"', '5');
const log = (...records: readonly string[]): Uint8Array => bytesOf(`{"Records":[${records.join()}]}`);

describe('the extractor', () => {
  it('gives the columns of a record and what is new in its tables', () => {
    const extractor = newExtractor();
    const extraction = extractor.extract(log(RECORD));
    const { count, numbers, texts, calls, identities } = extractor.take();
    assert.deepEqual(extraction, { rows: 1, container: 'records', isAscii: true });
    assert.deepEqual(
      { count, numbers: [...numbers], texts: textsOf(texts), calls: [...calls], identities: [...identities] },
      {
        count: 1,
        // call, identity; principal, key, session, address, agent, sharedEventID; time; state; eventID; requestID; place
        numbers: [
          ...[0, 0, 0, 0, 0, 0, 5, 0],
          Date.UTC(2026, 2, 11, 8, 0, 1) / 1000,
          0b100_0000_0000_0100,
          ...[0x01234567, 0x89abcdef, 0x01234567, 0x89abcdef, 0, 0, 0, 0],
          ...[12, RECORD.length],
        ],
        texts: ['IAMUser', 'arn:jane', 'sns.amazonaws.com', 'Publish', 'tool'],
        calls: [3, 4, 0, 0, 0, 0, 0],
        identities: [1, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0],
      },
    );
  });

  it('reads as if it were new once it has forgotten what it knows', () => {
    const extractor = newExtractor();
    const others = log(RECORD.replace('tool', 'other').replace('jane', 'joan'), RECORD, LEFT);
    const take = () => {
      const { numbers, texts, calls, identities } = extractor.take();
      return { numbers, texts: textsOf(texts), calls, identities, source: extractor.sourceOf(0) };
    };
    extractor.extract(log(RECORD, RECORD.replace('sns', 'sqs')));
    const first = take();
    extractor.forget();
    extractor.extract(others);
    take();
    extractor.forget();
    extractor.extract(log(RECORD, RECORD.replace('sns', 'sqs')));
    assert.deepEqual(take(), first);
  });

  it('goes on with its numbers from log to log, and gives nothing twice', () => {
    const extractor = newExtractor();
    extractor.extract(log(RECORD));
    extractor.take();
    extractor.extract(log(RECORD));
    extractor.extract(log(RECORD.replace('tool', 'other')));
    const { count, numbers, texts, calls, identities } = extractor.take();
    assert.deepEqual(
      {
        count,
        calls: [...numbers.subarray(0, 2)],
        agents: [...numbers.subarray(columns.userAgent * 2, columns.userAgent * 2 + 2)],
        texts: textsOf(texts),
        tuples: [calls.length, identities.length],
      },
      { count: 2, calls: [0, 0], agents: [5, 6], texts: ['other'], tuples: [0, 0] },
    );
    assert.equal(extractor.take().count, 0);
  });

  it('takes a list alone', () => {
    const extraction = newExtractor().extract(bytesOf(` [ ${RECORD} ] `));
    assert.deepEqual(extraction, { rows: 1, container: 'array', isAscii: true });
  });

  it('hands a record over of which a wanted value is another than expected, and tells its place alone', () => {
    const extractor = newExtractor();
    assert.deepEqual(extractor.extract(log(RECORD, LEFT)), { rows: 2, container: 'records', isAscii: true });
    const { numbers } = extractor.take();
    const second = Array.from({ length: 20 }, (_, column) => numbers[2 * column + 1]);
    const wanted: number[] = Array.from({ length: 20 }, () => 0);
    wanted[columns.state] = HANDED_OVER;
    wanted[columns.start] = 12 + RECORD.length + 1;
    wanted[columns.length] = LEFT.length;
    assert.deepEqual(second, wanted);
  });

  it('tells places in UTF-16 units, whatever stands before them', () => {
    const extractor = newExtractor(64);
    const first = RECORD.replace('tool', `é€😀${'ü'.repeat(100)}`);
    assert.deepEqual(extractor.extract(log(first, RECORD)), { rows: 2, container: 'records', isAscii: false });
    const { numbers } = extractor.take();
    const places = numbers.subarray(columns.start * 2);
    assert.deepEqual([...places], [12, 12 + first.length + 1, first.length, RECORD.length]);
  });

  it('tells places in UTF-16 units behind white space that is given up, too', () => {
    const first = RECORD.replace('{', '{"eventVersion":"1.08","é€😀":"é€😀",');
    for (let spaces = 0; spaces < 400; spaces++) {
      const extractor = newExtractor(64);
      extractor.extract(bytesOf(`${' '.repeat(spaces)}[${first},${RECORD}]`));
      const { numbers } = extractor.take();
      const places = [...numbers.subarray(columns.start * 2)];
      assert.deepEqual(places, [spaces + 1, spaces + first.length + 2, first.length, RECORD.length], `${spaces}`);
    }
  });

  it('reads over white space of any length, wherever JSON may have it', () => {
    const space = ' \r\n\t'.repeat(50_000);
    const spaced = bytesOf(`{"Records":[${RECORD}${space},${space}${RECORD}${space}]${space}}${space}`);
    const wanted = { rows: 2, container: 'records', isAscii: true };
    assert.deepEqual(newExtractor(4096).extract(spaced), wanted);
    assert.deepEqual(newExtractor().extract(spaced), wanted);
  });

  it('adds nothing of a log that is a surprise at its end', () => {
    const extractor = newExtractor();
    extractor.extract(log(RECORD));
    const damaged = bytesOf(`{"Records":[${RECORD},${RECORD}}`);
    assert.deepEqual(extractor.extract(damaged), { surprise: 'it is no whole JSON in UTF-8' });
    assert.deepEqual(extractor.extract(log(RECORD)), { rows: 1, container: 'records', isAscii: true });
    assert.equal(extractor.take().count, 2);
  });

  it('takes no text that is no UTF-8', () => {
    const extractor = newExtractor();
    for (const wrong of [
      [0x80],
      [0xc3],
      [0xc0, 0xaf],
      [0xe0, 0x9f, 0xbf],
      [0xed, 0xa0, 0x80],
      [0xf0, 0x8f, 0xbf, 0xbf],
      [0xf4, 0x90, 0x80, 0x80],
      [0xf5, 0x80, 0x80, 0x80],
      [0xe2, 0x82],
    ]) {
      const bytes = log(RECORD.replace('tool', `t${'#'.repeat(wrong.length)}l`));
      bytes.set(wrong, bytes.indexOf(0x23));
      assert.deepEqual(extractor.extract(bytes), { surprise: 'it is no whole JSON in UTF-8' }, wrong.join());
    }
  });

  it('reads a text as its bytes, and says of its records what an index needs', () => {
    const text = `{"Records":[${[RECORD, RECORD.replace('tool', 'é€😀'), RECORD].join()}]}`;
    const read = textExtractor(64)(text);
    let next = read?.reading.next();
    while (next?.done === false) next = read?.reading.next();
    assert.deepEqual(next?.value, { rows: 3, container: 'records', isAscii: false });
    const bytes = newExtractor();
    bytes.extract(bytesOf(text));
    const [given, wanted] = [read?.extractor, bytes].map((extractor) => {
      const taken = extractor?.take();
      const column = (which: number) => taken?.numbers.subarray(which * 3, which * 3 + 3);
      const { call, time, state, eventID, start, length } = columns;
      return [call, time, eventID, start, length, state].map((which) => Array.from(column(which) ?? []));
    });
    assert.deepEqual(given, wanted);
  });

  it('takes no text in which half of a character stands', () => {
    for (const half of ['\ud83d', '\ude00', '\ude00\ud83d', '\ud83d\ud83d\ude00']) {
      const text = `{"Records":[${RECORD.replace('tool', half)}]}`;
      const reading = textExtractor(64)(text)?.reading;
      let next = reading?.next();
      while (next?.done === false) next = reading?.next();
      assert.deepEqual(next?.value, { surprise: 'it is no whole JSON in UTF-8' }, JSON.stringify(half));
    }
  });

  it('hands over a record that is longer than any of CloudTrail, and leaves one that has no end', () => {
    const extractor = newExtractor();
    const long = RECORD.replace('{', `{"eventVersion":"1.08","x":"${'x'.repeat(5_000_000)}",`);
    assert.deepEqual(extractor.extract(log(RECORD, long, RECORD)), { rows: 3, container: 'records', isAscii: true });
    const { numbers } = extractor.take();
    assert.deepEqual(
      [...numbers.subarray(3 * columns.state, 3 * columns.state + 3)].map((state) => (state & HANDED_OVER) !== 0),
      [false, true, false],
    );
    const longer = RECORD.replace('{', `{"x":"${'x'.repeat(20_000_000)}",`);
    const surprise = 'it has a longer record, or more different texts, than are read in this way';
    assert.deepEqual(extractor.extract(log(RECORD, longer)), { surprise });
  });

  it('keeps many different texts apart', () => {
    const extractor = newExtractor();
    const many = Array.from({ length: 20_000 }, (_, index) => RECORD.replace('tool', `tool ${index}`));
    for (let from = 0; from < many.length; from += 5000) extractor.extract(log(...many.slice(from, from + 5000)));
    const { count, numbers, texts } = extractor.take();
    const all = ['', ...textsOf(texts)];
    const agents = Array.from(numbers.subarray(count * columns.userAgent, count * (columns.userAgent + 1)));
    assert.deepEqual(
      agents.map((number) => all[number]),
      many.map((_, index) => `tool ${index}`),
    );
  });

  it('is not there where its module can’t be run', () => {
    assert.equal(moduleOf(bytesOf('no module')), undefined);
    assert.equal(Extractor.of({}), undefined);
  });
});
