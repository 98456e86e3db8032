import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { analyze } from '../../../server/src/core/check/analyze';
import type { FieldOrder } from '../../../server/src/core/read/own/fieldOrder';
import { awsExamples } from '../../support/awsExamples';

const ARN = 'arn:aws:workmail:eu-west-1:111122223333:organization/m-5e6f708192a3b4c5d6e7f8091a2b3c4d';
const USER = '4c2e1b7a-0000-4000-8000-00000000000a';
const READ = ['user_agent', 'event_timestamp', 'organization_arn', 'user_id', 'owner_id', 'action', 'action_allowed'];
const RULE = ['user_id', 'event_timestamp', 'organization_arn', 'protocol', 'scope', 'rule_id', 'access_granted'];
const ORDERS: readonly FieldOrder[] = [{ fields: RULE, delimiter: '|' }];
const [call = ''] = awsExamples().map((event) => JSON.stringify(event));
const header = `#Fields: ${READ.join(' ')}`;
const read = (agent = 'Tool/1.0'): string => [agent, 1_772_350_000_000, ARN, USER, USER, 'read', 'true'].join('\t');
const rule = (delimiter: string): string =>
  [USER, 1_772_350_000_001, ARN, 'EWS', 'AccessControl', 'Default', 'false'].join(delimiter);
const json = JSON.stringify({ event_timestamp: 1_772_350_000_000, organization_arn: ARN, action_allowed: true });

/** Of each record where it begins and what it is of; what is said beside them, and where. */
function told(text: string, orders: readonly FieldOrder[] = []): unknown {
  const reading = analyze(text, undefined, orders);
  const records: unknown[] = [];
  let next = reading.next();
  for (; !next.done; next = reading.next()) {
    const { service, start, event } = next.value;
    records.push([service, start, event?.scope ?? event?.action ?? null]);
  }
  const { problems, lacksNames } = next.value;
  return { records, problems: problems.map(({ code, span }) => [code, span?.start, span?.end]), lacksNames };
}

suite('logs of WorkMail that were put together', () => {
  test('lines beneath the header of another log are read by what a call has told', () => {
    const text = [header, read(), rule('|'), read()].join('\n');
    assert.deepEqual(told(text, ORDERS), {
      records: [
        ['own', text.indexOf('Tool'), 'read'],
        ['own', text.indexOf(USER, text.indexOf('\n', text.indexOf('Tool'))), 'AccessControl'],
        ['own', text.lastIndexOf('Tool'), 'read'],
      ],
      problems: [],
      lacksNames: true,
    });
  });

  test('lines with as many values as the header of another log has names, too', () => {
    const fields = [...RULE].reverse();
    const text = [header, read(), rule('\t').split('\t').reverse().join('\t')].join('\n');
    const orders = [{ fields }];
    assert.deepEqual(told(text, orders), {
      records: [
        ['own', text.indexOf('Tool'), 'read'],
        ['own', text.lastIndexOf('\n') + 1, 'AccessControl'],
      ],
      problems: [],
      lacksNames: true,
    });
  });

  test('lines that nobody has told of are named, between events as well, and no log ends there', () => {
    const text = [header, read(), call, rule('|')].join('\n');
    const place = text.lastIndexOf('\n') + 1;
    assert.deepEqual(told(text), {
      records: [
        ['own', text.indexOf('Tool'), 'read'],
        ['workmail', text.indexOf(call), null],
      ],
      problems: [['WT135', place, text.length]],
      lacksNames: true,
    });
  });

  test('records of JSON are read beneath a header', () => {
    const text = [header, read(), json].join('\n');
    assert.deepEqual(told(text), {
      records: [
        ['own', text.indexOf('Tool'), 'read'],
        ['own', text.indexOf(json), null],
      ],
      problems: [],
      lacksNames: undefined,
    });
  });

  test('a value that begins like a comment or a header hides no line', () => {
    const written = [read('# hidden'), read('#Fields: event_timestamp organization_arn'), read()];
    const text = [header, ...written].join('\n');
    assert.deepEqual(told(text), {
      records: written.map((line) => ['own', text.indexOf(line), 'read']),
      problems: [],
      lacksNames: undefined,
    });
  });

  test('what lookup-events writes around its events is no text without a place', () => {
    const looked = { Events: [{ EventId: 'e-1', Username: 'Anne', CloudTrailEvent: call }] };
    const text = [header, read(), JSON.stringify(looked), read(), JSON.stringify(looked, null, 4)].join('\n');
    const strings = [text.indexOf('{\\"'), text.lastIndexOf('{\\"event')];
    assert.deepEqual(told(text), {
      records: [
        ['own', text.indexOf('Tool'), 'read'],
        ['workmail', strings[0], null],
        ['own', text.lastIndexOf('Tool'), 'read'],
        ['workmail', strings[1], null],
      ],
      problems: [],
      lacksNames: undefined,
    });
  });

  test('lines of values behind records of JSON are read, without any event beside them', () => {
    const text = [json, header, read(), json].join('\n');
    assert.deepEqual(told(text), {
      records: [
        ['own', 0, null],
        ['own', text.indexOf('Tool'), 'read'],
        ['own', text.lastIndexOf('{'), null],
      ],
      problems: [],
      lacksNames: undefined,
    });
  });

  test('a value that begins like JSON makes no event of its line', () => {
    const agents = [call, `[${call}]`, call.slice(0, 300), json, '{', '"open', '[', '}', '"a":'];
    for (const before of [call, json]) {
      const lines = agents.map((agent) => read(agent));
      const text = [before, header, ...lines, before].join('\n');
      const service = before === call ? 'workmail' : 'own';
      assert.deepEqual(told(text), {
        records: [
          [service, 0, null],
          ...lines.map((line) => ['own', text.indexOf(`\n${line}`) + 1, 'read']),
          [service, text.length - before.length, null],
        ],
        problems: [],
        lacksNames: undefined,
      });
    }
  });
});
