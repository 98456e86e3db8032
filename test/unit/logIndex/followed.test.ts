import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { allKnown, type Edit, edited, type FollowedLog, openedLog, readAfresh } from '../../support/followedLog';
import { someEvents } from '../../support/generatedRecords';
import { keepEdits, keptEdits } from '../../support/keptEdits';
import { LOG_FORM_NAMES, LOG_FORMS, type LogFormName } from '../../support/logForms';

/** What is typed or pasted: most of it does damage. */
const typed = fc.constantFrom(
  ...['', '', '', '"', '{', '}', ']', '[', ',', ':', '\\', 'x', '1', 'é', '😀', '\n', '\r\n', ' ', 'null', '...'],
  ...['"eventName"', '// c', '}{', '},{', '},\n{', '}]}', '"Records":[', '{"eventVersion":'],
  ...['{"eventVersion":"1.08","eventName":"X"},', ',"eventTime":"2026-01-01T00:00:00Z"'],
);
/** Where: anywhere, in the head or the tail, or close to where a record begins or ends. */
const place = fc.record({
  where: fc.constantFrom('anywhere', 'anywhere', 'head', 'tail', 'edge'),
  at: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
  by: fc.integer({ min: -3, max: 3 }),
});
const change = fc.record({ place, length: fc.constantFrom(0, 0, 1, 1, 2, 5, 40, 3000), text: typed });

function editAt({ document, analysis }: FollowedLog, { place: { where, at, by }, length, text }: Change): Edit {
  const all = document.text.length;
  const close = analysis.index.start(Math.floor(at * analysis.recordCount)) ?? 0;
  const from = {
    anywhere: at * all,
    head: at * Math.min(all, 3000),
    tail: all - at * Math.min(all, 3000),
    edge: close + by,
  };
  const start = Math.max(0, Math.min(all, Math.floor(from[where])));
  return { start, end: Math.min(all, start + length), text };
}

type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

/** Edits a log and compares what is known of it each time with a fresh reading. */
function follow(form: LogFormName, size: number, changes: readonly Change[], counted: { followed: number }): void {
  const log = LOG_FORMS[form].write(someEvents(size, size));
  let state = openedLog(log);
  const edits: Edit[] = [];
  for (const each of changes) {
    const edit = editAt(state, each);
    const next = edited(state, edit);
    if (next === undefined) continue;
    edits.push(edit);
    state = next;
    if (!state.isFollowed) continue;
    counted.followed++;
    try {
      assert.deepEqual(allKnown(state.analysis), allKnown(readAfresh(state.document)));
    } catch (error) {
      const file = keepEdits(form, { log, edits });
      throw new Error(`After the edits of ${file} the log is not known as it is when it is opened so.`, {
        cause: error,
      });
    }
  }
}

for (const { name, size, logs } of [
  { name: 'short logs', size: 12, logs: 40 },
  { name: 'logs so long that an edit leaves most of them alone', size: 150, logs: 2 },
]) {
  test(`${name} that are edited are always known as they are when they are opened so`, () => {
    const counted = { followed: 0 };
    for (const form of LOG_FORM_NAMES) {
      fc.assert(
        fc.property(fc.array(change, { minLength: 18, maxLength: 18 }), (changes) =>
          follow(form, size, changes, counted),
        ),
        { numRuns: logs, seed: 1, endOnFailure: true },
      );
    }
    // Most edits must have been followed, or this would prove nothing.
    assert.ok(counted.followed > (LOG_FORM_NAMES.length * logs * 18) / 2, `${counted.followed} edits were followed`);
  });
}

for (const [file, { log, edits }] of keptEdits()) {
  test(`${file} is known as it is when it is opened so`, () => {
    let state = openedLog(log);
    for (const edit of edits) state = edited(state, edit) ?? state;
    assert.deepEqual(allKnown(state.analysis), allKnown(readAfresh(state.document)));
  });
}
