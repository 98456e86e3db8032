import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { analyze } from '../../../server/src/core/check/analyze';
import { type FieldOrder, fieldOrderOf } from '../../../server/src/core/read/own/fieldOrder';
import type { JsonObject, LogOutline } from '../../../server/src/core/record';
import { runNamelessLines } from '../../support/namelessRun';

const ARN = 'arn:aws:workmail:eu-west-1:111122223333:organization/m-5e6f708192a3b4c5d6e7f8091a2b3c4d';
const [ANNE, BOB] = ['4c2e1b7a-0000-4000-8000-00000000000a', '4c2e1b7a-0000-4000-8000-00000000000b'];

interface ToldLines {
  readonly container: string;
  readonly records: readonly unknown[];
  readonly lacksNames: true | undefined;
  readonly problems: readonly (readonly [code: string, start: number | undefined])[];
}

/** What is read of lines, and what is said beside. */
function told(lines: readonly string[], orders: readonly FieldOrder[] = []): ToldLines {
  const reading = analyze(lines.join('\n'), undefined, orders);
  const records: unknown[] = [];
  let next = reading.next();
  for (; !next.done; next = reading.next()) records.push(next.value.event);
  const { container, problems, lacksNames } = next.value;
  return { container, records, lacksNames, problems: problems.map(({ code, span }) => [code, span?.start]) };
}

function outlineOf(lines: readonly string[]): LogOutline {
  const reading = analyze(lines.join('\n'));
  let next = reading.next();
  while (!next.done) next = reading.next();
  return next.value;
}

function call(eventName: string, requestParameters: JsonObject): JsonObject {
  return { eventVersion: '1.11', eventSource: 'logs.amazonaws.com', eventName, requestParameters };
}

const THIN = ['event_timestamp', 'organization_arn', 'user_id', 'owner_id', 'action', 'action_allowed'];
const thin = (at: number): string => [1_772_350_000_000 + at, ARN, ANNE, BOB, 'read', 'true'].join('\t');
const thinRecord = (at: number): JsonObject => ({
  event_timestamp: String(1_772_350_000_000 + at),
  organization_arn: ARN,
  user_id: ANNE,
  owner_id: BOB,
  action: 'read',
  action_allowed: 'true',
});

suite('lines of values without the names of their fields', () => {
  test('are read in the order that a call has told', () => {
    assert.deepEqual(told([thin(0), thin(1)], [{ fields: THIN }]), {
      container: 'own-values',
      records: [thinRecord(0), thinRecord(1)],
      lacksNames: true,
      problems: [],
    });
  });

  test('are no header where a value is called like a column of messages', () => {
    const fields = [...THIN, 'object_type'];
    const lines = [0, 1].map((at) => `${thin(at)}\tMessage`);
    assert.deepEqual(told(lines, [{ fields }]), {
      container: 'own-values',
      records: [0, 1].map((at) => ({ ...thinRecord(at), object_type: 'Message' })),
      lacksNames: true,
      problems: [],
    });
  });

  suite('that do not name their organization', () => {
    const fields = ['event_timestamp', 'user_id', 'owner_id', 'action', 'action_allowed'];
    const orders = [{ fields }];
    const line = (at: number): string => [1_772_350_000_000 + at, ANNE, BOB, 'read', 'true'].join('\t');
    const record = (at: number): JsonObject => ({
      event_timestamp: String(1_772_350_000_000 + at),
      user_id: ANNE,
      owner_id: BOB,
      action: 'read',
      action_allowed: 'true',
    });

    test('wait for the call that tells their order, and are read with it', () => {
      const { container, lacksNames } = outlineOf([line(0), line(1)]);
      assert.deepEqual([container, lacksNames], ['none', true]);
      assert.deepEqual(told([line(0), line(1)], orders), {
        container: 'own-values',
        records: [record(0), record(1)],
        lacksNames: true,
        problems: [],
      });
    });

    test('tell that only an order without the organization helps, unless something names one', () => {
      const { lacksOrganization } = outlineOf([line(0), line(1)]);
      const said = outlineOf([line(0), `see ${ARN}`]);
      assert.deepEqual([lacksOrganization, said.lacksNames, said.lacksOrganization], [true, true, undefined]);
    });

    test('are read as messages of CloudWatch, too', () => {
      const events = [0, 1].map((at) => ({ timestamp: 1_772_350_000_000 + at, message: line(at) }));
      const [list, tail] = [
        told([JSON.stringify({ events })], orders),
        told(
          [0, 1].map((at) => `2026-03-01T08:26:40.000000+00:00 log/stream ${line(at)}`),
          orders,
        ),
      ];
      assert.deepEqual(
        [list.records, tail.records],
        [
          [record(0), record(1)],
          [record(0), record(1)],
        ],
      );
    });

    test('that do not fit are told of, and cost no other', () => {
      const lines = Array.from({ length: 20 }, (_, at) => line(at));
      const bad = [1_772_350_000_000, ANNE, BOB, 'read'].join('\t');
      const { records, problems } = told([...lines, bad], orders);
      assert.deepEqual([records.length, problems], [20, [['WT135', lines.join('\n').length + 1]]]);
    });

    test('are none where nothing but ids and yes or no stand in them', () => {
      const ids = [{ fields: ['user_id', 'owner_id', 'item_id', 'action_allowed'] }];
      assert.equal(told([[ANNE, BOB, 'i', 'true'].join('\t')], ids).container, 'none');
    });

    test('are none of what other programs write', () => {
      const others = [
        'who read what is true\nand nobody knows it, false',
        'id,name,kind,action,ok\n1,a,b,read,true',
        JSON.stringify({ events: [{ message: 'a b c read maybe' }, { message: 'user x did read true' }] }),
        '2026-03-01T08:26:40Z GET /read 200 true 192.0.2.1',
      ];
      assert.deepEqual(
        others.map((text) => told([text], orders).records),
        [[], [], [], []],
      );
    });
  });

  test('are asked one by one, because a change of the delivery changes them in the middle of a log', () => {
    const moved = ['action_allowed', 'organization_arn', 'owner_id', 'user_id', 'event_timestamp'];
    const line = ['false', ARN, BOB, ANNE, 1_772_350_000_009].join('\t');
    assert.deepEqual(told([thin(0), line, thin(1)], [{ fields: THIN }, { fields: moved }]), {
      container: 'own-values',
      records: [
        thinRecord(0),
        {
          action_allowed: 'false',
          organization_arn: ARN,
          owner_id: BOB,
          user_id: ANNE,
          event_timestamp: '1772350000009',
        },
        thinRecord(1),
      ],
      lacksNames: true,
      problems: [],
    });
  });

  test('are read with the delimiter that a call has told', () => {
    const lines = [thin(0), thin(1)].map((line) => line.replaceAll('\t', '::'));
    assert.deepEqual(told(lines, [{ fields: THIN, delimiter: '::' }]), told([thin(0), thin(1)], [{ fields: THIN }]));
  });

  for (const delimiter of ['~', '^', '::;', ' | ', '¦', '_', '\u0001']) {
    test(`wait for the call that tells their delimiter: ${JSON.stringify(delimiter)}`, () => {
      const lines = [0, 1].map((at) => ['a', ARN, 'b', String(at)].join(delimiter));
      const { container, lacksNames } = outlineOf(lines);
      assert.deepEqual([container, lacksNames], ['unreadable', true]);
      const thinned = [0, 1].map((at) => thin(at).replaceAll('\t', delimiter));
      assert.deepEqual(told(thinned, [{ fields: THIN, delimiter }]), told([thin(0), thin(1)], [{ fields: THIN }]));
    });
  }

  test('wait for it also where the organization is the last value', () => {
    const { container, lacksNames } = outlineOf(['a', 'b'].map((id) => [id, id, '1', ARN].join('~')));
    assert.deepEqual([container, lacksNames], ['unreadable', true]);
  });

  test('lose none to damaged lines among the first, nor to what got in between', () => {
    const lines = [thin(0).slice(20), 'log rotated', thin(1), thin(2), thin(3).slice(0, 70)];
    assert.equal(outlineOf(lines).lacksNames, true);
    const { records } = told(lines, [{ fields: THIN }]);
    assert.deepEqual(records, [thinRecord(1), thinRecord(2)]);
  });

  test('are not what settings, prose and programs are that name an organization', () => {
    const others = [
      `ORGANIZATION=${ARN}\n`,
      `organization: "${ARN}"\nowner: x\n`,
      `const organization = '${ARN}';\n`,
      `See (${ARN}).\n`,
      `https://console.example/${ARN}/users\n`,
    ];
    assert.deepEqual(
      others.map((text) => outlineOf([text]).container),
      others.map(() => 'none'),
    );
  });

  test('may end with white space that is a delimiter, before an empty value', () => {
    const fields = [...THIN, 'impersonator_id'];
    for (const delimiter of ['\t', ' | ']) {
      const lines = [0, 1].map((at) => `${thin(at).replaceAll('\t', delimiter)}${delimiter}`);
      assert.deepEqual(told(lines, [{ fields, delimiter }]), told([thin(0), thin(1)], [{ fields: THIN }]));
    }
  });

  test('say nothing of whose mailbox it was where two orders fit', () => {
    const swapped = ['event_timestamp', 'organization_arn', 'owner_id', 'user_id', 'action', 'action_allowed'];
    assert.deepEqual(told([thin(0)], [{ fields: THIN }, { fields: swapped }]), {
      container: 'unreadable',
      records: [],
      lacksNames: true,
      problems: [['WT135', 0]],
    });
  });

  test('that fit no order are told of, and cost no other', () => {
    const longer = `${thin(1)}\tmore`;
    assert.deepEqual(told([thin(0), longer, thin(2)], [{ fields: THIN }]), {
      container: 'own-values',
      records: [thinRecord(0), thinRecord(2)],
      lacksNames: true,
      problems: [['WT135', thin(0).length + 1]],
    });
  });

  test('that nobody has told of are named in part, where the values prove it', () => {
    const acts = ['read', 'delete', 'read'].map((act, at) =>
      ['r', 1_772_350_000_000 + at, ARN, ANNE, BOB, '192.0.2.7', act, 'true'].join(','),
    );
    assert.deepEqual(told(acts), {
      container: 'own-values',
      records: ['read', 'delete', 'read'].map((action, at) => ({
        column_1: 'r',
        event_timestamp: String(1_772_350_000_000 + at),
        organization_arn: ARN,
        column_4: ANNE,
        column_5: BOB,
        source_ip: '192.0.2.7',
        action,
        action_allowed: 'true',
      })),
      lacksNames: true,
      problems: [['WT135', 0]],
    });
  });

  test('that nobody has told of are not read where it is not sure which log it is', () => {
    const lines = [0, 1, 2].map((at) => [1_772_350_000_000 + at, ARN, ANNE, 'IMAP', '192.0.2.7', 'true'].join('\t'));
    assert.deepEqual(told(lines), {
      container: 'unreadable',
      records: [],
      lacksNames: true,
      problems: [['WT135', 0]],
    });
  });
});

suite('an order of fields is told by', () => {
  for (const [what, event, order] of [
    ['a delivery', call('CreateDelivery', { deliverySourceName: 's', recordFields: THIN }), { fields: THIN }],
    [
      'a change of one',
      call('UpdateDeliveryConfiguration', { id: 'd', recordFields: THIN, fieldDelimiter: '|' }),
      { fields: THIN, delimiter: '|' },
    ],
    ['a delivery of all fields', call('CreateDelivery', { deliverySourceName: 's' }), {}],
    [
      'a change of the delimiter alone',
      call('UpdateDeliveryConfiguration', { id: 'd', fieldDelimiter: '|' }),
      { delimiter: '|' },
    ],
  ] as const) {
    test(what, () => assert.deepEqual(fieldOrderOf(event), order));
  }

  test('nothing else', () => {
    const others = [
      call('CreateDelivery', { deliverySourceName: 's', recordFields: ['date', 'time', 'c-ip'] }),
      { ...call('CreateDelivery', { deliverySourceName: 's', recordFields: THIN }), errorCode: 'AccessDenied' },
      {
        ...call('CreateDelivery', { deliverySourceName: 's', recordFields: THIN }),
        eventSource: 'other.amazonaws.com',
      },
      call('UpdateDeliveryConfiguration', { id: 'd' }),
      call('GetDelivery', { id: 'd', recordFields: THIN }),
      undefined,
    ];
    assert.deepEqual(
      others.map(fieldOrderOf),
      others.map(() => undefined),
    );
  });
});

test('lines in any choice and order of fields say what the same records say, or nothing', () => {
  assert.deepEqual(runNamelessLines(3, 150).wrong.slice(0, 1), []);
});
