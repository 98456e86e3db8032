import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { mayHoldRecords } from '../../../../server/src/core/read/recognize';
import { CARRIED_FORMS } from '../../../support/carriedForms';
import { someEvents } from '../../../support/generatedRecords';
import { LOG_FORMS } from '../../../support/logForms';
import { problemsOf, type ReadLog, readLog } from '../../../support/readLog';
import { TABLE_FORMS } from '../../../support/tableForms';
import { TRICKY_JSON } from '../../../support/trickyJson';

/** Reads a text, and holds everything that must be true of any reading. */
function assertRead(text: string): ReadLog {
  const log = readLog(text);
  let before = 0;
  for (const { start, end } of log.records) {
    assert.ok(start >= before && end > start && end <= text.length, `record at ${start} to ${end}`);
    before = end;
  }
  for (const { span, problem } of problemsOf(log)) {
    assert.ok(span.start >= 0 && span.start <= span.end && span.end <= text.length, problem.code);
  }
  const isLog = log.outline.container !== 'none';
  assert.equal(mayHoldRecords(text), isLog);
  if (!isLog) assert.deepEqual([log.records, log.outline.problems], [[], []]);
  return log;
}

const LOG = LOG_FORMS.pretty.write(someEvents(9, 3));
const RECORD = JSON.stringify(someEvents(9, 1)[0]);

suite('any text is read to its end, without an exception', () => {
  for (const { name, text } of TRICKY_JSON) {
    test(`alone it is no log: ${name}`, () => assert.equal(assertRead(text).outline.container, 'none'));
    test(`before, behind and inside a log: ${name}`, () => {
      assertRead(text + LOG);
      assertRead(LOG + text);
      assertRead(`{"Records":[${text},${RECORD}]}`);
      assertRead(`{"Records":[${RECORD},${text}]}`);
      assertRead(`${RECORD.slice(0, -1)},"additionalEventData":${text}}`);
      assertRead(`${RECORD}\n${text}\n${RECORD}`);
    });
  }

  test('any string of any characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        assertRead(text);
      }),
      { seed: 1, numRuns: 2000 },
    );
  });

  test('any string of words that logs are made of', () => {
    const words = ['{', '}', '[', ']', ',', ':', '"', '\\', '\n', ' ', '{"Records":[', '{"eventVersion":"1.08",'];
    const fields = [
      '"eventSource":"workmail.amazonaws.com"',
      '"eventName":"CreateUser"',
      '"awsRegion"',
      '"userIdentity":{',
    ];
    const word = fc.constantFrom(
      ...words,
      ...fields,
      'null',
      '1.08',
      '…',
      '// x',
      "'",
      '\0',
      '\ufeff',
      '{"eventName":',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 40 }), (text) => {
        assertRead(text.join(''));
      }),
      { seed: 2, numRuns: 5000 },
    );
  });

  test('pieces of logs in any order', () => {
    const forms = [...Object.values(LOG_FORMS), ...Object.values(CARRIED_FORMS), ...Object.values(TABLE_FORMS)];
    const texts = forms.map(({ write }) => write(someEvents(11, 3)));
    const piece = fc
      .tuple(fc.constantFrom(...texts), fc.nat(), fc.nat({ max: 3000 }))
      .map(([text, from, length]) => text.slice(from % text.length, (from % text.length) + length));
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 5 }), (pieces) => {
        assertRead(pieces.join(''));
      }),
      { seed: 3, numRuns: 1500 },
    );
  });
});
