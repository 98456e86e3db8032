import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import {
  type Case,
  type CaseEntry,
  CONCLUSION,
  mergedCases,
  noteId,
  notesOn,
  SETTLED,
  writtenIn,
  YES,
} from '../../../../server/src/core/investigate/case/case';

const NOON = Date.UTC(2026, 4, 18, 12);
const empty: Case = { sketch: [1, 5], entries: [] };
const question = 'mailbox-exported';
const entry = (id: string, text: string, written: string, of = question): CaseEntry => {
  return { question: of, id, text, written };
};

const anyCase = fc
  .array(
    fc.record(
      {
        question: fc.constantFrom('way-in', 'still-open'),
        id: fc.constantFrom(CONCLUSION, SETTLED, 'note 1'),
        text: fc.constantFrom('', 'one', 'two'),
        written: fc.constantFrom('2026-05-18T12:00:00.000Z', '2026-05-18T12:00:00.001Z'),
      },
      { noNullPrototype: true },
    ),
    { maxLength: 6 },
  )
  .map((entries) => mergedCases({ sketch: [], entries }, { sketch: [], entries: [] }));

suite('what is written on a question', () => {
  test('is nothing as long as nobody has written', () => {
    assert.deepEqual(notesOn(undefined, question), { isSettled: false, conclusion: '', notes: [] });
  });

  test('is a conclusion, notes as they were first written, and that it is settled', () => {
    const [first, second] = [noteId(NOON, 'b'), noteId(NOON + 1000, 'a')];
    const writings = [
      [second, 'Ask the bank.'],
      [first, 'Seen by Robin.'],
      [CONCLUSION, 'Two mailboxes.'],
      [SETTLED, YES],
    ] as const;
    let known = empty;
    for (const [id, text] of writings) known = writtenIn(known, { question, id, text }, NOON);
    known = writtenIn(known, { question: 'way-in', id: CONCLUSION, text: 'A key.' }, NOON);
    assert.deepEqual(notesOn(known, question), {
      isSettled: true,
      conclusion: 'Two mailboxes.',
      notes: [
        { id: first, text: 'Seen by Robin.' },
        { id: second, text: 'Ask the bank.' },
      ],
    });
  });

  test('is taken away by an empty text', () => {
    const written = writtenIn(empty, { question, id: CONCLUSION, text: 'Two mailboxes.' }, NOON);
    const taken = writtenIn(written, { question, id: CONCLUSION, text: '' }, NOON + 1);
    assert.deepEqual(taken, {
      sketch: [1, 5],
      entries: [entry(CONCLUSION, '', '2026-05-18T12:00:00.001Z')],
    });
  });

  test('replaces what stood there, even where the clock was put back', () => {
    const before = { sketch: [1], entries: [entry(CONCLUSION, 'first', '2026-05-18T12:00:00.000Z')] };
    assert.deepEqual(writtenIn(before, { question, id: CONCLUSION, text: 'second' }, NOON - 60_000).entries, [
      entry(CONCLUSION, 'second', '2026-05-18T12:00:00.001Z'),
    ]);
  });
});

suite('what two windows know of a case', () => {
  test('comes together, and of one thing the later writing counts', () => {
    const one = {
      sketch: [1, 7],
      entries: [
        entry(CONCLUSION, 'later', '2026-05-18T12:00:00.001Z'),
        entry('note a', 'of the one', '2026-05-18T11:00:00.000Z'),
      ],
    };
    const other = {
      sketch: [1, 5],
      entries: [
        entry(CONCLUSION, 'sooner', '2026-05-18T12:00:00.000Z'),
        entry('note b', 'of the other', '2026-05-18T11:00:00.000Z'),
      ],
    };
    assert.deepEqual(mergedCases(one, other), {
      sketch: [1, 5, 7],
      entries: [
        entry(CONCLUSION, 'later', '2026-05-18T12:00:00.001Z'),
        entry('note a', 'of the one', '2026-05-18T11:00:00.000Z'),
        entry('note b', 'of the other', '2026-05-18T11:00:00.000Z'),
      ],
    });
  });

  test('is the same whichever writes first, and however often', () => {
    fc.assert(
      fc.property(anyCase, anyCase, anyCase, (one, two, three) => {
        const together = mergedCases(mergedCases(one, two), three);
        assert.deepEqual(mergedCases(three, mergedCases(two, one)), together);
        assert.deepEqual(mergedCases(together, two), together);
      }),
      { seed: 7 },
    );
  });
});
