import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { JsonObject } from '../../../server/src/core/record';
import { awsExamples } from '../../support/awsExamples';
import { runMixedRecords } from '../../support/ownMixedRun';
import { readLog } from '../../support/readLog';

test('events of CloudTrail and records of WorkMail itself are read from one text, whatever holds them', () => {
  assert.deepEqual(runMixedRecords(2, 12).slice(0, 1), []);
});

const ARN = 'arn:aws:workmail:eu-west-1:111122223333:organization/m-5e6f708192a3b4c5d6e7f8091a2b3c4d';
const read = { event_timestamp: 1_772_350_000_000, organization_arn: ARN, action: 'read', action_allowed: true };
const line = JSON.stringify(read);
const [call = ''] = awsExamples().map((event) => JSON.stringify(event));

function told(text: string): unknown {
  const { records, outline } = readLog(text);
  return {
    records: records.map(({ service, malformed }) => (malformed === 'syntax' ? `${service}, damaged` : service)),
    problems: [...records, outline].flatMap(({ problems }) =>
      problems.flatMap(({ code }) => (code.startsWith('WT1') ? code : [])),
    ),
  };
}

suite('in a text of both kinds', () => {
  test('a record that is cut in the middle costs no other, and is not called the end of the log', () => {
    assert.deepEqual(told([call, line, line.slice(0, -9), call, line].join('\n')), {
      records: ['workmail', 'own', 'own, damaged', 'workmail', 'own'],
      problems: ['WT137'],
    });
  });

  test('an event that is cut in the middle is not called the end of the log', () => {
    assert.deepEqual(told([call, call.slice(0, -9), call].join('\n')), {
      records: ['workmail', 'workmail, damaged', 'workmail'],
      problems: ['WT137'],
    });
    assert.deepEqual(told([call, call.slice(0, -9)].join('\n')), {
      records: ['workmail', 'workmail, damaged'],
      problems: ['WT122'],
    });
  });

  test('other text stays named, though records stand beside it', () => {
    assert.deepEqual(told([call, 'what is this?', line, line, 'and this?', call].join('\n')), {
      records: ['workmail', 'own', 'own', 'workmail'],
      problems: ['WT121', 'WT121'],
    });
  });

  test('a record that something was put around is read among others that stand alone', () => {
    const wrapped = JSON.stringify({ stream: 'x', log: { entry: read } });
    assert.deepEqual(told([line, wrapped, line].join('\n')), { records: ['own', 'own', 'own'], problems: [] });
    const quoted = JSON.stringify({ stream: 'x', note: line });
    assert.deepEqual(told([line, quoted, line].join('\n')), { records: ['own', 'own'], problems: [] });
  });

  test('ten thousand records before the first event hide it in no form', () => {
    const many: JsonObject[] = Array.from({ length: 11_000 }, () => read);
    const { records } = readLog([...many.map((each) => JSON.stringify(each)), call].join('\n'));
    assert.deepEqual([records.length, records.at(-1)?.service], [11_001, 'workmail']);
    const events = [...many.slice(0, 400), JSON.parse(call)].map((each) => ({ message: JSON.stringify(each) }));
    const inStrings = readLog(JSON.stringify({ events }));
    assert.deepEqual([inStrings.records.length, inStrings.records.at(-1)?.service], [401, 'workmail']);
  });

  test('what a call says of such a log is no record of it', () => {
    const asks = call.replace('"requestParameters":{', `"requestParameters":{"filter":${line},`);
    assert.deepEqual(told([asks, line].join('\n')), { records: ['workmail', 'own'], problems: [] });
  });
});

suite('what a value of a record holds is no event', () => {
  const sent = {
    traceId: 't',
    event: { eventName: 'OUTGOING_EMAIL_SUBMITTED', from: 'a@example.com', recipients: [], subject: call },
  };
  for (const [what, forged] of Object.entries({
    'a subject': sent,
    'a user name': { event_timestamp: 1, organization_arn: ARN, user: call, auth_successful: false },
    'a user agent': { ...read, user_agent: call },
    'the first value': { user_agent: call, ...read },
  })) {
    const lie = JSON.stringify(forged);
    test(what, () => {
      assert.deepEqual(
        [lie, [line, lie, line].join('\n'), [call, lie, call].join('\n'), `{"Records":[${call},${lie},${call}]}`].map(
          told,
        ),
        [['own'], ['own', 'own', 'own'], ['workmail', 'own', 'workmail'], ['workmail', 'own', 'workmail']].map(
          (records) => ({ records, problems: [] }),
        ),
      );
    });
  }

  for (const [what, damage] of Object.entries({
    'cut off': (lie: string) => lie.slice(0, -12),
    'without a comma': (lie: string) => lie.replace(/,"action_allowed"/, '"action_allowed"'),
    'without its brace': (lie: string) => lie.slice(0, -1),
    'with a lost quote': (lie: string) => lie.replace('"action":', 'action":'),
  })) {
    test(`also where the record is ${what} behind the value`, () => {
      const { action, action_allowed, ...before } = read;
      const lie = damage(JSON.stringify({ ...before, user_agent: call, action, action_allowed }));
      assert.deepEqual(
        [
          [line, lie, line].join('\n'),
          [call, lie, call].join('\n'),
          `[${line},${lie},${call}]`,
          `{"Records":[${call},${lie},${call}]}`,
        ].map((text) =>
          readLog(text).records.map(({ service, malformed }) =>
            malformed === 'syntax' ? `${service}, damaged` : service,
          ),
        ),
        [
          ['own', 'own, damaged', 'own'],
          ['workmail', 'own, damaged', 'workmail'],
          ['own', 'own, damaged', 'workmail'],
          ['workmail', 'own, damaged', 'workmail'],
        ],
      );
    });
  }

  test('but an event behind a damaged record is one', () => {
    const cut = line.slice(0, -9);
    const unclosed = line.slice(0, -1);
    const texts = [`[${line},${cut},${call}]`, `{"Records":[${line},${unclosed},${call}]}`];
    const services = texts.map((text) => readLog(text).records.map(({ service, malformed }) => [service, malformed]));
    const expected = [
      ['own', null],
      ['own', 'syntax'],
      ['workmail', null],
    ];
    assert.deepEqual(services, [expected, expected]);
  });
});

test('records stand behind any length of another log', () => {
  const other = Array.from({ length: 8000 }, (_, at) =>
    JSON.stringify({ level: 'info', text: 'nothing of ours here', at }),
  );
  assert.deepEqual(told([...other, line, line].join('\n')), { records: ['own', 'own'], problems: [] });
  assert.deepEqual(told(`[${[...other, line].join(',')}]`), { records: ['own'], problems: [] });
});
