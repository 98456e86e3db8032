import assert from 'node:assert/strict';
import { applyEdits } from '../../server/src/core/read/edits';
import { mend } from '../../server/src/core/read/mend';
import type { DamageKind } from '../../server/src/core/read/repairs/proposal';
import { marked, withMarks } from './cursor';

/** One damage and all that is expected of its repair. */
export interface Mending {
  /** The damaged text, with the characters that a reader is shown between ⟦ and ⟧. */
  readonly damaged: string;
  readonly kind: DamageKind;
  /** What the text means once mended. */
  readonly means: unknown;
  /** Whether the repair may be offered; it may if it adds no fact. */
  readonly safe: boolean;
  /** Words for the message, where a test is about them. */
  readonly detail?: Readonly<Record<string, string>>;
}

/** Mends a text that is the end of its log, and compares everything. */
export function assertMended({ damaged, kind, means, safe, detail }: Mending): void {
  const { text } = marked(damaged);
  const { damages, edits } = mend(text, {
    endsLog: true,
    isBare: true,
    ending: (at) => (text.slice(at).trim() === '' ? 'sure' : 'no'),
  });
  const [first] = damages;
  assert.ok(first !== undefined, 'no damage was found');
  const found = damages.map((each) => ({ kind: each.kind, shown: withMarks(text, each.span), safe: each.safe }));
  assert.deepEqual(found, [{ kind, shown: damaged, safe }]);
  const mended = applyEdits(text, edits);
  assert.deepEqual(JSON.parse(mended), means, mended);
  if (safe) assert.equal(applyEdits(text, first.edits), mended, 'the repair that is offered is the one that was made');
  for (const [word, value] of Object.entries(detail ?? {})) assert.equal(first.detail[word], value, word);
}
