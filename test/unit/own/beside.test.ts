import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { eventRow } from '../../../server/src/core/investigate/eventRow';
import { deliveries } from '../../support/ownDeliveries';
import { readLog } from '../../support/readLog';

const ARN = 'arn:aws:workmail:eu-west-1:111122223333:organization/m-5e6f708192a3b4c5d6e7f8091a2b3c4d';
const sent = { traceId: 't', event: { eventName: 'OUTGOING_EMAIL_SENT', recipient: 'b@example.com' } };
const read = { event_timestamp: 1_772_350_000_000, organization_arn: ARN, action: 'read', action_allowed: true };

/** Deliveries are written with the first moment of 1970, which stands for no time. */
function timed(text: string): string {
  return text.replaceAll(/1970-01-01([T ])00:00:00\.000/g, '2026-03-01$110:41:00.120');
}

suite('e-mail events without a time of their own happened when what holds them says', () => {
  for (const delivery of ['export task', 'lines of a terminal', 'query results']) {
    test(delivery, () => {
      const { records, outline } = readLog(timed(deliveries[delivery]?.([sent, sent]) ?? ''));
      assert.deepEqual(
        [records.map((record) => new Date(eventRow(record, 'file').time).toISOString()), outline.problems],
        [['2026-03-01T10:41:00.120Z', '2026-03-01T10:41:00.120Z'], []],
      );
    });
  }
});

suite('a line that is no record any more', () => {
  const told = (line: string): unknown => {
    const whole = JSON.stringify(read);
    const { records, outline } = readLog([whole, line, whole].join('\n'));
    return [records.length, outline.problems.map(({ code, span }) => [code, (span?.start ?? 0) > whole.length])];
  };

  test('is told where it stands, when fields of such a log are left in it', () => {
    assert.deepEqual(told('{"event_timestamp":1772350000001,"request_id":"aaaa'), [2, [['WT137', true]]]);
  });

  test('is not told of, when it is of another log', () => {
    assert.deepEqual(
      [told('START RequestId: 1'), told('{"level":"info","msg":"cut'), told('{')],
      Array(3).fill([2, []]),
    );
  });
});

suite('what only looks like a log of WorkMail is none', () => {
  for (const [what, record] of Object.entries({
    'sign-ins to something else': {
      auth_successful: false,
      user: 'x',
      timestamp: 1,
      source_ip: '192.0.2.1',
      realm: 'shop',
    },
    'readings in something else': { user_id: 'u', owner_id: 'o', item_id: 'i', action: 'read', document: 'd' },
    'tokens of something else': {
      event_timestamp: 1,
      user_id: 'u',
      source_ip: '192.0.2.1',
      action: 'create',
      name: 'n',
    },
    'events with a trace': { traceId: '1-abc', event: { eventName: 'ORDER_CREATED', id: 3 }, service: 'shop' },
    'events with a trace and one word of mail': { traceId: '1-abc', event: { eventName: 'USER_LOGIN', from: 'x' } },
  })) {
    test(what, () => {
      const lines = [record, record].map((each) => JSON.stringify(each)).join('\n');
      assert.deepEqual(readLog(lines).records, []);
    });
  }

  test('but names of events of mail that nobody has written down yet are known beside a trace', () => {
    const events = [
      { traceId: 't', event: { eventName: 'OUTGOING_EMAIL_HELD' } },
      { traceId: 't', event: { eventName: 'QUARANTINE_LEFT', from: 'a@example.com', subject: 's' } },
    ];
    assert.equal(readLog(events.map((each) => JSON.stringify(each)).join('\n')).records.length, 2);
  });
});

suite('without a field that nobody else has, many others make a record', () => {
  const shared = { event_timestamp: 1_772_350_000_000, request_id: 'r', user_id: 'u', source_ip: '192.0.2.1' };
  for (const [log, record] of Object.entries({
    'mailbox access': { ...shared, action: 'read_summary', owner_id: 'o', folder_id: 'f', attachment_path: null },
    'access control': { ...shared, protocol: 'WebMail', scope: 'AccessControl', impersonator_id: '-' },
    authentication: { ...shared, user: 'a@example.com', protocol: 'IMAP', method: 'basic' },
  })) {
    test(log, () => {
      const { records, outline } = readLog(Array(2).fill(JSON.stringify(record)).join('\n'));
      assert.deepEqual([records.length, outline.kind], [2, `WorkMail ${log} log`]);
    });
  }
});

suite('records that share a line are read, each', () => {
  const whole = JSON.stringify(read);
  const [start, behind] = [0, whole.length];
  const places = (text: string): unknown => {
    const { records, outline } = readLog(text);
    return [records.map((record) => [record.start, record.end]), outline.problems];
  };
  for (const [what, between] of Object.entries({ nothing: '', 'a space': ' ', 'a comma': ',' })) {
    test(`with ${what} between them`, () => {
      const second = behind + between.length;
      const third = second + behind + 1;
      assert.deepEqual(places(`${whole}${between}${whole}\n${whole}`), [
        [
          [start, behind],
          [second, second + behind],
          [third, third + behind],
        ],
        [],
      ]);
    });
  }

  test('in a list in one line among others', () => {
    const first = behind + 2;
    const second = first + behind + 1;
    assert.deepEqual(places(`${whole}\n[${whole},${whole}]`), [
      [
        [start, behind],
        [first, first + behind],
        [second, second + behind],
      ],
      [],
    ]);
  });
});

suite('a damaged record costs no whole one beside it, whatever they begin with', () => {
  const record = (item: string): string =>
    JSON.stringify({ action: 'read', organization_arn: ARN, user_id: 'u', item_id: item, action_allowed: true });
  const [first, second, third] = [record('1'), record('2'), record('3')];
  for (const [what, text] of Object.entries({
    'a line got into the middle of another': [first, `${second.slice(0, 60)}${third}`, second.slice(60)].join('\n'),
    'a line was cut, and the next one follows': [first, `${second.slice(0, 60)}${third}`].join('\n'),
    'a quote is lost in a list': `[${first},\n${second.replace('"user_id":"', '"user_id')},\n${third}]`,
  })) {
    test(what, () => {
      const { records } = readLog(text);
      const whole = records.filter(({ problems }) => problems.length === 0);
      assert.deepEqual(
        whole.map(({ start, end }) => text.slice(start, end)),
        [first, third],
      );
    });
  }
});
