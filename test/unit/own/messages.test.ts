import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { analyze } from '../../../server/src/core/check/analyze';
import { eventRow } from '../../../server/src/core/investigate/eventRow';
import type { FieldOrder } from '../../../server/src/core/read/own/fieldOrder';
import { viewOf } from '../../../server/src/core/read/view';
import type { EventRecord, LogOutline } from '../../../server/src/core/record';
import { Redactor } from '../../../server/src/core/redact/redactor';

const ARN = 'arn:aws:workmail:eu-west-1:111122223333:organization/m-5e6f708192a3b4c5d6e7f8091a2b3c4d';
const FIELDS = ['organization_arn', 'user_id', 'folder_path', 'action', 'action_allowed'];
const ORDERS: readonly FieldOrder[] = [{ fields: FIELDS }];
const line = (user: string): string => [ARN, user, '/In "box"\\', 'read', 'true'].join('\t');
const record = (user: string) => ({
  organization_arn: ARN,
  user_id: user,
  folder_path: '/In "box"\\',
  action: 'read',
  action_allowed: 'true',
});

function read(
  text: string,
  orders: readonly FieldOrder[] = [],
): { records: readonly EventRecord[]; outline: LogOutline } {
  const reading = analyze(text, undefined, orders);
  const records: EventRecord[] = [];
  let next = reading.next();
  for (; !next.done; next = reading.next()) records.push(next.value);
  return { records, outline: next.value };
}

/** What CloudWatch Logs hands out. */
function held(...lines: readonly string[]): string {
  return JSON.stringify(
    { events: lines.map((message, at) => ({ timestamp: 1_772_350_000_000 + at, message })) },
    null,
    1,
  );
}

test('records behind a group and a stream, or one of them, accuse nothing: awslogs prints no times unless it is asked to', () => {
  const json = JSON.stringify({ organization_arn: ARN, user_id: 'u-1', action: 'read', action_allowed: true });
  const texts = ['/aws/vendedlogs/x log/stream_1 ', '/aws/vendedlogs/x ', 'log/stream_1 '].map((before) =>
    `${before}${json}\n`.repeat(2),
  );
  assert.deepEqual(
    texts.map((text) => {
      const { records, outline } = read(text);
      return [records.length, outline.problems];
    }),
    texts.map(() => [2, []]),
  );
});

suite('lines of values in what CloudWatch Logs hands out', () => {
  test('are read in the order that a call has told, at the time of their container', () => {
    const { records, outline } = read(held(line('u-1'), `${line('u-2')}\n`), ORDERS);
    assert.deepEqual(
      [records.map((each) => [each.event, eventRow(each, 'f').time, each.malformed]), outline],
      [
        [
          [record('u-1'), 1_772_350_000_000, null],
          [record('u-2'), 1_772_350_000_001, null],
        ],
        { container: 'cloudwatch-logs', problems: [], kind: 'WorkMail mailbox access log', lacksNames: true },
      ],
    );
  });

  test('are read by a header of their own', () => {
    const { records, outline } = read(held(`#Fields: ${FIELDS.join(' ')}`, line('u-1')));
    assert.deepEqual(
      [records.map(({ event }) => event), outline.problems, outline.lacksNames],
      [[record('u-1')], [], undefined],
    );
  });

  test('are told of where nobody knows which field each value is', () => {
    const text = held(line('u-1'), line('u-2'));
    const { records, outline } = read(text);
    const start = text.indexOf('arn:');
    assert.deepEqual(
      [records, outline.lacksNames, outline.problems.map(({ code, span }) => [code, span?.start])],
      [[], true, [['WT135', start]]],
    );
  });

  test('are not what other JSON says of an organization', () => {
    const denied = `User: arn:aws:iam::111122223333:user/a is not authorized to perform: workmail:ListUsers on resource: ${ARN} true`;
    const others = [held(denied), JSON.stringify({ Tags: [{ Key: 'org', value: ARN }] }), held(`${ARN}\t7`)];
    assert.deepEqual(
      others.map((text) => read(text).outline.container),
      others.map(() => 'none'),
    );
  });

  test('say where each value stands', () => {
    const text = held(line('u-1'));
    const [first] = read(text, ORDERS).records;
    assert.ok(first);
    const view = viewOf(text, first);
    const spans = ['u-1', 'read'].map((value) => {
      const start = view.source.indexOf(value);
      return view.spanInLog({ start, end: start + value.length });
    });
    assert.deepEqual(
      spans.map(({ start, end }) => text.slice(start, end)),
      ['u-1', 'read'],
    );
  });

  test('have no value of the original in a redacted copy, known or not', () => {
    const text = held(line('zelda.fitz'), `${line('zelda.fitz')}\tAffairs of Ernest`, line('penelope'));
    const redactor = new Redactor();
    redactor.takeOrders(ORDERS);
    redactor.learn(text);
    const copy = redactor.copy(text);
    assert.ok('text' in copy);
    const users = JSON.parse(copy.text).events.map(({ message }: { message: string }) => message.split('\t')[1]);
    assert.deepEqual(
      [users, copy.remaining, /zelda|penelope|Ernest/.test(copy.text)],
      [['name000000000001', undefined, 'name0002'], [], false],
    );
  });
});
