import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { answersIn, answersText } from '../../../server/src/node/scan/answersText';
import type { Answer } from '../../../server/src/node/scan/messages';

const count = fc.nat(9);
const time = fc.option(fc.nat(2 ** 41), { nil: undefined });
/** As nearly all are, with now and then something else. */
const seldom = <T>(usual: T, other: fc.Arbitrary<T>): fc.Arbitrary<T> =>
  fc.oneof({ weight: 9, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: other });

const answer: fc.Arbitrary<Answer> = fc
  .record({
    uri: fc.webUrl(),
    outcome: seldom('read' as const, fc.constant('partly' as const)),
    isFailure: seldom(false, fc.constant(true)),
    reasons: seldom<readonly string[]>([], fc.constant(['the rest is missing.'])),
    notes: seldom<readonly { readonly code: string; readonly message: string; readonly isLoss: boolean }[]>(
      [],
      fc.constant([{ code: 'name', message: 'it is compressed all the same.', isLoss: false }]),
    ),
    stamp: fc.record({ size: fc.nat(), modified: fc.double({ min: 0, max: 2e12, noNaN: true }), changed: fc.nat() }),
    isCompressed: fc.boolean(),
    container: fc.constantFrom('records', 'array', 'json-lines'),
    malformed: seldom(0, count),
    others: fc.uniqueArray(
      fc.tuple(fc.constantFrom('s3.amazonaws.com', 'kms.amazonaws.com', ''), count, seldom(0, count)),
      {
        selector: ([source]) => source,
      },
    ),
    missing: seldom(0, fc.nat(2)),
    workmail: count,
    first: time,
    last: time,
    outside: seldom(0, count),
    unasked: seldom<{ readonly records: number; readonly broken: number } | undefined>(
      undefined,
      fc.constant({ records: 2, broken: 1 }),
    ),
    service: seldom('workmail', fc.constantFrom('all', 's3.amazonaws.com')),
    kept: seldom(0, fc.nat(2)),
    starts: fc.option(fc.array(fc.nat()), { nil: undefined }),
    stretches: fc.array(fc.record({ chunk: fc.integer({ min: -1, max: 2 }), from: count, to: count, index: count })),
  })
  .map(({ stamp, malformed, others, missing, workmail, unasked, service, kept, starts, stretches, ...file }) => ({
    kind: 'scanned',
    stamp,
    stretches,
    file: {
      uri: file.uri,
      outcome: file.outcome,
      isFailure: file.isFailure,
      reasons: file.reasons,
      notes: file.notes,
      size: stamp.size,
      modified: stamp.modified,
      isCompressed: file.isCompressed,
      container: file.container,
      counts: { workmail, malformed, other: missing + others.reduce((sum, [, records]) => sum + records, 0) },
      malformed: { syntax: malformed, schema: 0 },
      others: others.map(([source, records, broken]) => [source, { records, malformed: broken }] as const),
      first: file.first,
      last: file.last,
      outside: file.outside,
      ...(unasked && { unasked }),
      events: { service, count: workmail + kept, ...(starts && { starts }) },
    },
  }));

suite('answers of threads', () => {
  test('say the same behind their way, however little of them was told', () => {
    let brief = 0;
    fc.assert(
      fc.property(
        fc.array(fc.oneof(answer, fc.constant<Answer>({ kind: 'unchanged' })), { maxLength: 5 }),
        (answers) => {
          const files = answers.map((each) => ({ uri: each.kind === 'scanned' ? each.file.uri : '' }));
          const text = answersText(answers);
          brief += JSON.parse(text).filter(Array.isArray).length;
          assert.deepEqual(plain(answersIn(text, [...files, { uri: 'waits' }])), plain(answers));
        },
      ),
    );
    assert.ok(brief > 20, `${brief} were told briefly`);
  });
});

/** Without what is absent. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
