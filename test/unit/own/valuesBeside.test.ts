import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { analyze } from '../../../server/src/core/check/analyze';
import type { FieldOrder } from '../../../server/src/core/read/own/fieldOrder';
import { awsExamples } from '../../support/awsExamples';
import { runValuesBeside } from '../../support/valuesBesideRun';

const ARN = 'arn:aws:workmail:eu-west-1:111122223333:organization/m-5e6f708192a3b4c5d6e7f8091a2b3c4d';
const [ANNE, BOB] = ['4c2e1b7a-0000-4000-8000-00000000000a', '4c2e1b7a-0000-4000-8000-00000000000b'];
const FIELDS = ['event_timestamp', 'organization_arn', 'user_id', 'owner_id', 'user_agent', 'action', 'action_allowed'];
const ORDERS = [{ fields: FIELDS }];
const [call = '', another = ''] = awsExamples().map((event) => JSON.stringify(event));
const line = (at: number, agent = 'Tool/1.0'): string =>
  [1_772_350_000_000 + at, ARN, ANNE, BOB, agent, 'read', 'true'].join('\t');
const json = JSON.stringify({ event_timestamp: 1_772_350_000_000, organization_arn: ARN, action_allowed: true });

/** Of each record its kind and where it begins; what is said beside them, and where. */
function told(text: string, orders: readonly FieldOrder[] = []): unknown {
  const reading = analyze(text, undefined, orders);
  const records: unknown[] = [];
  let next = reading.next();
  for (; !next.done; next = reading.next()) records.push([next.value.service, next.value.start]);
  const { problems, lacksNames } = next.value;
  return { records, problems: problems.map(({ code, span }) => [code, span?.start, span?.end]), lacksNames };
}

suite('lines of values between events of CloudTrail', () => {
  test('are read by what a call has told', () => {
    const text = [call, line(0), another, line(1), json].join('\n');
    const places = [call, line(0), another, line(1), json].map((each) => text.indexOf(each));
    assert.deepEqual(told(text, ORDERS), {
      records: ['workmail', 'own', 'workmail', 'own', 'own'].map((service, at) => [service, places[at]]),
      problems: [],
      lacksNames: true,
    });
  });

  test('are read under the header that names their fields', () => {
    const head = `#Version: 1.0\n#Fields: ${FIELDS.join(' ')}`;
    const text = [call, head, line(0), another, line(1)].join('\n');
    const places = [call, line(0), another, line(1)].map((each) => text.indexOf(each));
    assert.deepEqual(told(text), {
      records: ['workmail', 'own', 'workmail', 'own'].map((service, at) => [service, places[at]]),
      problems: [],
      lacksNames: undefined,
    });
  });

  test('that nobody has told of are counted, and named where they begin', () => {
    const short = [0, 1].map((at) => [1_772_350_000_000 + at, ARN, ANNE, 'true'].join('\t'));
    const text = [call, short[0], another, short[1]].join('\n');
    assert.deepEqual(told(text), {
      records: [
        ['workmail', 0],
        ['workmail', text.indexOf(another)],
      ],
      problems: [['WT135', call.length + 1, call.length + 1 + (short[0]?.length ?? 0)]],
      lacksNames: true,
    });
  });

  test('leave other text between them named', () => {
    const text = [call, line(0), 'what is this?', line(1), another].join('\n');
    const start = text.indexOf('what');
    assert.deepEqual(told(text, ORDERS), {
      records: [call, line(0), line(1), another].map((each) => [
        each.startsWith('{') ? 'workmail' : 'own',
        text.indexOf(each),
      ]),
      problems: [['WT121', start, start + 'what is this?'.length]],
      lacksNames: true,
    });
  });

  test('wait for the call that tells their order where they do not name their organization', () => {
    const fields = FIELDS.filter((name) => name !== 'organization_arn');
    const without = line(0).replace(`${ARN}\t`, '');
    const text = [call, without, another].join('\n');
    const events = [
      ['workmail', 0],
      ['workmail', text.indexOf(another)],
    ];
    const at = call.length + 1;
    assert.deepEqual(told(text), {
      records: events,
      problems: [['WT121', at, at + without.length]],
      lacksNames: true,
    });
    assert.deepEqual(told(text, [{ fields }]), {
      records: [events[0], ['own', at], events[1]],
      problems: [],
      lacksNames: true,
    });
  });

  test('hold no event nor record, whatever a stranger wrote into a value', () => {
    for (const agent of [call, json, `${json} ${call}`]) {
      const text = [another, line(0, agent), another].join('\n');
      const records = [
        ['workmail', 0],
        ['own', another.length + 1],
        ['workmail', text.lastIndexOf(another)],
      ];
      assert.deepEqual(told(text, ORDERS), { records, problems: [], lacksNames: true });
    }
  });

  test('are no lines of an event that is printed over several', () => {
    const pretty = JSON.stringify({ ...JSON.parse(call), resources: [{ ARN, type: 'x' }] }, null, 2);
    assert.deepEqual(told(`[${pretty},${pretty}]`, ORDERS), {
      records: [
        ['workmail', 1],
        ['workmail', pretty.length + 2],
      ],
      problems: [],
      lacksNames: undefined,
    });
  });
});

test('events, records and lines among each other say what each says alone, whatever holds them', () => {
  assert.deepEqual(runValuesBeside(5, 40).wrong.slice(0, 1), []);
});
