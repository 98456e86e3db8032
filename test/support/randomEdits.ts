import assert from 'node:assert/strict';
import fc from 'fast-check';
import { allKnown, type Edit, edited, type FollowedLog, openedLog, readAfresh } from './followedLog';
import { keepEdits } from './keptEdits';

/** What is typed or pasted: most of it does damage. */
const typed = fc.constantFrom(
  ...['', '', '', '"', '{', '}', ']', '[', ',', ':', '\\', 'x', '1', 'é', '😀', '\n', '\r\n', ' ', 'null', '...'],
  ...['"eventName"', '// c', '}{', '},{', '},\n{', '}]}', '"Records":[', '{"eventVersion":'],
  ...['{"eventVersion":"1.08","eventName":"X"},', ',"eventTime":"2026-01-01T00:00:00Z"'],
);
/** What does little damage inside of an event, and what looks like one. */
const typedInside = fc.constantFrom(
  ...['x', '1', 'é', '', ' ', '\\"', '""', '"', '\\', '}', ',', '\n', '{\\"eventVersion\\":\\"1.08\\"', '"message":"'],
);

type Where = 'anywhere' | 'head' | 'tail' | 'edge' | 'inside';

/** From 0 to 1, exclusive, all alike likely: a `double` of fast-check is nearly always one of the two. */
const share = fc.noBias(fc.nat(999_999)).map((part) => part / 1_000_000);

/** Where: anywhere, in the head or the tail, close to where a record begins or ends, or inside of one. */
function placeIn(where: readonly Where[]) {
  return fc.record({
    where: fc.constantFrom(...where),
    at: share,
    within: share,
    by: fc.integer({ min: -3, max: 3 }),
  });
}

const lengths = fc.constantFrom(0, 0, 1, 1, 2, 5, 40, 3000);

/** Changes of every kind. */
export const anyChange = fc.record({
  place: placeIn(['anywhere', 'anywhere', 'head', 'tail', 'edge']),
  length: lengths,
  text: typed,
});

/** Changes of events, most of them. */
export const changeInside: fc.Arbitrary<Change> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      place: placeIn(['inside']),
      length: fc.constantFrom(0, 0, 1, 2),
      text: typedInside,
    }),
  },
  { weight: 1, arbitrary: anyChange },
);

export type Change = typeof anyChange extends fc.Arbitrary<infer T> ? T : never;

function editAt({ document, analysis }: FollowedLog, { place, length, text }: Change): Edit {
  const { where, at, within, by } = place;
  const all = document.text.length;
  const record = Math.floor(at * analysis.recordCount);
  const begin = analysis.index.start(record) ?? 0;
  const end = analysis.index.end(record) ?? all;
  const from: Readonly<Record<Where, number>> = {
    anywhere: at * all,
    head: at * Math.min(all, 3000),
    tail: all - at * Math.min(all, 3000),
    edge: begin + by,
    inside: begin + within * (end - begin),
  };
  const start = Math.max(0, Math.min(all, Math.floor(from[where])));
  return { start, end: Math.min(all, start + length), text };
}

/**
 * Edits a log and compares what is known of it each time with a fresh reading. Edits after which they differ are kept.
 *
 * @param form the name under which they are
 * @param counted the edits that were followed
 * @param open how the log is opened, before the first edit
 */
export function followEdits(
  form: string,
  log: string,
  changes: readonly Change[],
  counted: { followed: number },
  open: (log: string) => FollowedLog = openedLog,
): void {
  let state = open(log);
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
