import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { messageOf } from '../../../server/src/core/check/rules';
import { locate } from '../../../server/src/core/read/locate';
import type { JsonObject } from '../../../server/src/core/record';
import { problemsOf, readLog } from '../../support/readLog';
import { changed } from './events';

const PATH = '/logs/111111111111_CloudTrail_us-east-1_20260301T0705Z_Mu0KsOhtH1ar15ZZ.json';

/** What is said of a log beside its name: the index of the record, what is said, and the characters it is said of. */
function said(events: readonly JsonObject[], path = PATH, wrap = '{"Records":[]}'): readonly unknown[] {
  const text = wrap.replace('[]', () => `[${events.map((event) => JSON.stringify(event)).join(',\n')}]`);
  const log = readLog(text, path);
  return problemsOf(log).map(({ problem, record }) => {
    const { start, end } = locate(text, record, problem);
    return [record?.index, messageOf(problem), text.slice(start, end)];
  });
}

const right = (): JsonObject => changed({ eventID: '1' });
const wrong = (fields: Parameters<typeof changed>[0], eventID = '2'): JsonObject => changed({ eventID, ...fields });
const ofOther = (fields: Parameters<typeof changed>[0]): JsonObject =>
  changed({ eventID: '3', eventSource: 'iam.amazonaws.com', ...fields });

suite('of a log with the name of a delivered one is said', () => {
  test('a record of another account', () =>
    assert.deepEqual(said([right(), wrong({ recipientAccountId: '222222222222' })]), [
      [1, 'The log is named as one of account 111111111111, but this record says 222222222222.', '"222222222222"'],
    ]));

  test('a record of another Region, also before all others', () =>
    assert.deepEqual(said([wrong({ awsRegion: 'eu-west-1' }), right()]), [
      [0, 'The log is named as one of Region us-east-1, but this record says eu-west-1.', '"eu-west-1"'],
    ]));

  test('an event later than the delivery', () =>
    assert.deepEqual(said([right(), wrong({ eventTime: '2026-03-01T07:15:01Z' })]), [
      [
        1,
        'The log is named as delivered at 2026-03-01T07:05Z, but this event is of 2026-03-01T07:15:01Z.',
        '"2026-03-01T07:15:01Z"',
      ],
    ]));

  test('many records once, at the first of them', () => {
    const late = Array.from({ length: 1200 }, (_, at) => wrong({ eventTime: '2026-03-02T00:00:00Z' }, `late-${at}`));
    const other = [wrong({ recipientAccountId: '222222222222' }), wrong({ recipientAccountId: '333333333333' }, '4')];
    assert.deepEqual(said([right(), ...late, ...other]), [
      [
        1,
        'The log is named as delivered at 2026-03-01T07:05Z, but 1,200 events are later, the first of them of 2026-03-02T00:00:00Z.',
        '"2026-03-02T00:00:00Z"',
      ],
      [
        1201,
        'The log is named as one of account 111111111111, but 2 records say another one, the first of them 222222222222.',
        '"222222222222"',
      ],
    ]);
  });

  test('a record that alone is of WorkMail, where another service’s agrees with the name', () =>
    assert.deepEqual(said([ofOther({}), wrong({ awsRegion: 'eu-west-1' })]), [
      [1, 'The log is named as one of Region us-east-1, but this record says eu-west-1.', '"eu-west-1"'],
    ]));
});

suite('nothing is said', () => {
  const cases: readonly (readonly [what: string, events: readonly JsonObject[]])[] = [
    ['of records that all agree', [right(), ofOther({})]],
    [
      'of a log that was anonymised as a whole',
      [wrong({ recipientAccountId: '222222222222' }), ofOther({ recipientAccountId: '222222222222' })],
    ],
    [
      'of records of global services',
      [right(), ofOther({ awsRegion: 'us-west-2', recipientAccountId: '222222222222' })],
    ],
    ['of events that are long past', [right(), wrong({ eventTime: '2026-02-01T00:00:00Z' })]],
    ['of an event within ten minutes of the delivery', [right(), wrong({ eventTime: '2026-03-01T07:15:00Z' })]],
    ['of what is masked', [right(), wrong({ recipientAccountId: '************', awsRegion: '[REDACTED]' })]],
    ['of what an anonymised log has as its Region', [right(), wrong({ awsRegion: 'ap-isob-east-1r' })]],
    ['of what is not there', [right(), wrong({ recipientAccountId: null })]],
    ['of an account in clear behind a caller’s', [right(), wrong({ recipientAccountId: '111111111111' })]],
  ];
  for (const [what, events] of cases) {
    test(what, () =>
      assert.deepEqual(
        said(events).filter((each) => String(each).includes('The log is named')),
        [],
      ),
    );
  }

  test('of an account that has lost its zeros', () => {
    const path = PATH.replace('111111111111', '015043439996');
    const event = (recipientAccountId: string, eventID: string): JsonObject => changed({ recipientAccountId, eventID });
    const all = said([event('015043439996', '1'), event('15043439996', '2')], path);
    assert.deepEqual(
      all.filter((each) => String(each).includes('The log is named')),
      [],
    );
  });

  const odd = [right(), wrong({ awsRegion: 'eu-west-1' })];
  test('of a log with another name', () => assert.deepEqual(said(odd, '/logs/events.json'), []));
  test('of a log that was made of delivered ones', () => assert.deepEqual(said(odd, PATH, '[]'), []));
});
