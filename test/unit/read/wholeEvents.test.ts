import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { repairedCopy } from '../../../server/src/core/check/soundRepair';
import type { JsonObject } from '../../../server/src/core/record';
import { marked, withMarks } from '../../support/cursor';
import { cutLog } from '../../support/cutLog';
import { someEvents } from '../../support/generatedRecords';

const [first = {}, second = {}, third = {}] = someEvents(3, 3);
const [A, B, C] = [first, second, third].map((event: JsonObject) => JSON.stringify(event));
const HEAD = '{"Records":[';
/** What is left of an event whose beginning is lost inside userIdentity. */
const BEHEADED = `"arn":"arn:aws:iam::111111111111:user/x","userName":"x"},${C?.slice(C.indexOf('"eventTime"')) ?? ''}`;

/** A log with its damages between ⟦ and ⟧, one after the other; its whole events; whether its repaired copy is JSON. */
interface Damaged {
  readonly name: string;
  readonly log: string;
  readonly kind: string | undefined;
  readonly whole: readonly (string | undefined)[];
  readonly copyIsJson: boolean;
}

const damaged: readonly Damaged[] = [
  {
    name: 'a comment sign on their line',
    log: `${HEAD}${A}⟦//⟧,${B},${C}]}`,
    kind: 'comment',
    whole: [A, B, C],
    copyIsJson: true,
  },
  {
    name: 'the sign of a comment that never ends',
    log: `${HEAD}${A},⟦/*⟧${B},${C}]}`,
    kind: 'comment',
    whole: [A, B, C],
    copyIsJson: true,
  },
  {
    name: 'a comment of a web page',
    log: `${HEAD}${A},⟦<!-- ⟧${B},${C}]}`.replace(' ⟧', '⟧ '),
    kind: 'comment',
    whole: [A, B, C],
    copyIsJson: true,
  },
  {
    name: 'what is left of an event',
    log: `${HEAD}${A},⟦${BEHEADED}⟧,${B}]}`,
    kind: 'unexpected-text',
    whole: [A, B],
    copyIsJson: false,
  },
  {
    name: 'a log that was cut behind an event',
    log: `${HEAD}${A?.slice(0, -1)}⟦}⟧${HEAD}${B},${C}]}`,
    kind: 'cut-off',
    whole: [A, B, C],
    copyIsJson: false,
  },
  {
    name: 'a log that was cut behind a comma',
    log: `${HEAD}${A}⟦,⟧${HEAD}${B},${C}]}`,
    kind: 'cut-off',
    whole: [A, B, C],
    copyIsJson: false,
  },
  {
    name: 'a log that was cut in its header',
    log: `⟦{"Rec⟧\n${HEAD}${B},${C}]}`,
    kind: 'unexpected-text',
    whole: [B, C],
    copyIsJson: true,
  },
  {
    name: 'the header of a log',
    log: `⟦${HEAD}⟧${HEAD}${B},${C}]}`,
    kind: 'unexpected-text',
    whole: [B, C],
    copyIsJson: true,
  },
  {
    name: 'a list that a cut has left open',
    log: `${HEAD}{"eventVersion":"1.08","resources":[{"ARN":"a"}⟦,⟧${B},${C}]}`,
    kind: undefined,
    whole: [B, C],
    copyIsJson: false,
  },
];

suite('every whole event stands alone beside', () => {
  for (const { name, log, kind, whole, copyIsJson } of damaged) {
    test(name, () => {
      const { text } = marked(log);
      const found = cutLog(text);
      assert.ok(found !== undefined);
      const sound = found.records.filter(({ isDamaged }) => !isDamaged);
      assert.deepEqual(
        sound.map(({ start, end }) => text.slice(start, end)),
        whole,
      );
      if (kind !== undefined) {
        assert.deepEqual(
          found.damages.map((damage) => [damage.kind, withMarks(text, damage.span)]),
          [[kind, log]],
        );
      }
      const { text: copy } = repairedCopy(
        text,
        found.damages.filter(({ safe }) => safe),
      );
      for (const event of whole) assert.ok(event !== undefined && copy.includes(event));
      if (copyIsJson) JSON.parse(copy);
    });
  }
});

suite('JSON is never accused', () => {
  const deep = `${'['.repeat(1001)}${']'.repeat(1001)}`;
  const logs: readonly (readonly [name: string, text: string])[] = [
    ['with a list deeper than a thousand levels between events', `${HEAD}${A},${deep},${B}]}`],
    ['with such a list behind the events', `${HEAD}${A},${B}],"more":${deep}}`],
    ['with a log inside a log', `${HEAD}${HEAD}${A},${B}]}]}`],
    ['with the log as a member', `{"data":${HEAD}${A},${B}]}}`],
    ['with events in a further member', `${HEAD}${A}],"more":[${B}]}`],
  ];
  for (const [name, text] of logs) {
    test(name, () => {
      const found = cutLog(text);
      assert.ok(found !== undefined);
      assert.deepEqual(found.damages, []);
      assert.deepEqual(
        found.records.map(({ start, end }) => text.slice(start, end)),
        [A, B],
      );
    });
  }
});

test('no message shows or repeats half of a character', () => {
  const text = `${HEAD}${A?.replace('"eventTime"', '"a":"😀 "eventTime"')},${B?.replace('{', '{"x":"\\😀",')},😀,${C}]}`;
  const found = cutLog(text);
  assert.ok(found !== undefined);
  const half = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;
  for (const { span, detail } of found.damages) {
    assert.doesNotMatch(text.slice(span.start, span.end), half);
    for (const words of Object.values(detail)) assert.doesNotMatch(words, half);
  }
});
