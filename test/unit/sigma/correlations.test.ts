import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { JsonObject } from '../../../server/src/core';
import { SeededNumbers } from '../../support/seededNumbers';
import { documents, logOf, outcomes, ruleText } from '../../support/sigma';
import { recordOf } from '../investigate/given';

/** A call at a minute of an hour, with an eventID of its own. */
function call(minute: number, eventName: string, own: JsonObject = {}): JsonObject {
  const id = `${String(minute).padStart(4, '0')}-${eventName}-${JSON.stringify(own)}`;
  const eventTime = new Date(Date.UTC(2026, 2, 1, 8, minute)).toISOString().replace('.000Z', 'Z');
  return recordOf(eventName, { eventTime, eventID: id, ...own });
}

function named(name: string, eventName: string): string {
  return ruleText({ a: { eventName }, condition: 'a' }, { title: name, name });
}

function correlation(of: Readonly<Record<string, unknown>>, more: Readonly<Record<string, unknown>> = {}): string {
  return JSON.stringify({ title: 'Correlation', ...more, correlation: of });
}

/** What the correlation of the last document finds among events that stand in one log. */
function found(events: readonly JsonObject[], ...rules: readonly string[]): unknown {
  const [, places, why] = outcomes(documents(...rules), [logOf(events)]).at(-1) ?? [];
  return why ?? places;
}

const exports = named('exports', 'StartMailboxExportJob');
const grants = named('grants', 'PutMailboxPermissions');
const revokes = named('revokes', 'DeleteMailboxPermissions');
const who = (userName: string): JsonObject => ({ userIdentity: { type: 'IAMUser', userName } });

/** Whether an event of each of three rules follows one of the rule before it, where those of one minute have no order. */
function isChain(window: readonly { readonly rule: number; readonly minute: number }[]): boolean {
  const of = (rule: number) => window.filter((each) => each.rule === rule);
  return of(0).some((a) => of(1).some((b) => a.minute <= b.minute && of(2).some((c) => b.minute <= c.minute)));
}

suite('event_count', () => {
  const counting = correlation({
    type: 'event_count',
    rules: ['exports'],
    'group-by': ['userIdentity.userName'],
    timespan: '10m',
    condition: { gte: 3 },
  });

  test('finds all events of every window in which there are enough, by group', () => {
    const events = [
      call(0, 'StartMailboxExportJob'),
      call(20, 'StartMailboxExportJob'),
      call(25, 'StartMailboxExportJob'),
      call(26, 'StartMailboxExportJob', who('bob')),
      call(30, 'StartMailboxExportJob'),
      call(33, 'StartMailboxExportJob'),
      call(44, 'StartMailboxExportJob'),
    ];
    assert.deepEqual(found(events, exports, counting), ['0:1', '0:2', '0:4', '0:5']);
  });

  test('counts copies of an event once, and events without the field that it groups by not at all', () => {
    const one = call(1, 'StartMailboxExportJob');
    const without = [2, 3, 4].map((minute) =>
      call(minute, 'StartMailboxExportJob', { userIdentity: { type: 'Role' } }),
    );
    assert.deepEqual(found([one, one, one, ...without], exports, counting), []);
  });

  test('takes eq, lt and ranges', () => {
    const events = [0, 1, 2, 30].map((minute) => call(minute, 'StartMailboxExportJob'));
    const asked = (condition: unknown) =>
      found(events, exports, correlation({ type: 'event_count', rules: ['exports'], timespan: '10m', condition }));
    assert.deepEqual([{ eq: 1 }, { lt: 2 }, { gt: 1, lte: 2 }, { neq: 1 }, { gte: 4 }].map(asked), [
      ['0:0', '0:3'],
      ['0:0', '0:3'],
      ['0:0', '0:1'],
      ['0:0', '0:1', '0:2'],
      [],
    ]);
  });
});

suite('value_count', () => {
  test('counts values of a field that only records tell', () => {
    const users = [1, 1, 2, 3].map((number, at) =>
      call(at, 'PutMailboxPermissions', { requestParameters: { organizationId: 'm-1', entityId: `user-${number}` } }),
    );
    const counting = (gte: number) =>
      correlation({
        type: 'value_count',
        rules: ['grants'],
        'group-by': ['requestParameters.organizationId'],
        timespan: '1h',
        condition: { gte, field: 'requestParameters.entityId' },
      });
    assert.deepEqual(
      [3, 4].map((gte) => found(users, grants, counting(gte))),
      [['0:0', '0:1', '0:2', '0:3'], []],
    );
  });
});

suite('temporal', () => {
  const both = correlation({
    type: 'temporal',
    rules: ['grants', 'revokes'],
    'group-by': ['userIdentity.userName'],
    timespan: '1h',
  });
  const inOrder = correlation({ type: 'temporal_ordered', rules: ['grants', 'revokes'], timespan: '1h' });

  test('finds events of all rules near each other, in any order', () => {
    const events = [
      call(0, 'DeleteMailboxPermissions'),
      call(50, 'PutMailboxPermissions'),
      call(55, 'PutMailboxPermissions', who('bob')),
      call(200, 'PutMailboxPermissions'),
    ];
    assert.deepEqual(found(events, grants, revokes, both), ['0:0', '0:1']);
  });

  test('ordered finds all events of every window in which the rules follow each other', () => {
    const events = [
      call(0, 'DeleteMailboxPermissions'),
      call(10, 'PutMailboxPermissions'),
      call(20, 'PutMailboxPermissions'),
      call(61, 'DeleteMailboxPermissions'),
      call(90, 'PutMailboxPermissions'),
      call(151, 'DeleteMailboxPermissions'),
    ];
    assert.deepEqual(found(events, grants, revokes, inOrder), ['0:1', '0:2', '0:3']);
  });

  test('ordered finds in random logs what a look at every window finds', () => {
    const rules = ['PutMailboxPermissions', 'StartMailboxExportJob', 'DeleteMailboxPermissions'];
    const asked = correlation({ type: 'temporal_ordered', rules: ['grants', 'exports', 'revokes'], timespan: '5m' });
    const numbers = new SeededNumbers(1);
    for (let round = 0; round < 200; round++) {
      let minute = 0;
      const events = Array.from({ length: numbers.between(1, 20) }, (_, at) => {
        minute += numbers.between(0, 3);
        return { rule: numbers.between(0, 3), minute, at };
      });
      const log = events.map(({ rule, at, minute: when }) =>
        call(when, rules[rule] ?? 'ListUsers', { requestID: `${at}` }),
      );
      const hits = events.filter(({ rule }) => rule < 3);
      const told = hits.filter((hit) =>
        hits.some((end) => {
          const window = hits.filter((each) => each.minute >= end.minute - 5 && each.minute <= end.minute);
          return window.includes(hit) && isChain(window);
        }),
      );
      assert.deepEqual(
        new Set(found(log, grants, exports, revokes, asked) as readonly string[]),
        new Set(told.map(({ at }) => `0:${at}`)),
        `Round ${round}.`,
      );
    }
  });

  test('aliases name other fields for other rules', () => {
    const parameters = (entityId: string): JsonObject => ({ requestParameters: { organizationId: 'm-1', entityId } });
    const asUser = (userId: string): JsonObject => ({ requestParameters: { organizationId: 'm-1', userId } });
    const events = [
      call(0, 'PutMailboxPermissions', parameters('a')),
      call(1, 'ResetPassword', asUser('b')),
      call(2, 'ResetPassword', asUser('a')),
    ];
    const aliased = correlation({
      type: 'temporal',
      rules: ['grants', 'resets'],
      'group-by': ['user'],
      timespan: '1h',
      aliases: { user: { grants: 'requestParameters.entityId', resets: 'requestParameters.userId' } },
    });
    assert.deepEqual(found(events, grants, named('resets', 'ResetPassword'), aliased), ['0:0', '0:2']);
  });
});

suite('a correlation', () => {
  const burst = (name: string) =>
    correlation(
      {
        type: 'event_count',
        rules: ['exports'],
        'group-by': ['userIdentity.userName'],
        timespan: '10m',
        condition: { gte: 2 },
      },
      { name, title: name },
    );

  test('may be of correlations, whose events it finds', () => {
    const events = [
      call(0, 'StartMailboxExportJob', who('bob')),
      call(1, 'StartMailboxExportJob'),
      call(2, 'StartMailboxExportJob'),
      call(30, 'DeleteOrganization'),
    ];
    const outer = correlation({
      type: 'temporal_ordered',
      rules: ['burst', 'deletes'],
      'group-by': ['userIdentity.userName'],
      timespan: '1h',
    });
    assert.deepEqual(found(events, exports, named('deletes', 'DeleteOrganization'), burst('burst'), outer), [
      '0:1',
      '0:2',
      '0:3',
    ]);
  });

  test('counts what overlaps of another one once', () => {
    const events = [0, 1, 2, 3, 40, 41].map((minute) => call(minute, 'StartMailboxExportJob'));
    const outer = (gte: number) =>
      correlation({ type: 'event_count', rules: ['burst'], timespan: '1h', condition: { gte } });
    assert.deepEqual(
      [2, 3].map((gte) => found(events, exports, burst('burst'), outer(gte))),
      [['0:0', '0:1', '0:2', '0:3', '0:4', '0:5'], []],
    );
  });

  test('tells the events of its rules for themselves where it generates them, and else in its own alone', () => {
    const log = logOf([call(0, 'StartMailboxExportJob'), call(1, 'StartMailboxExportJob')]);
    const asked = (more: Readonly<Record<string, unknown>>) =>
      outcomes(
        documents(
          exports,
          correlation({ type: 'event_count', rules: ['exports'], timespan: '10m', condition: { gte: 2 }, ...more }),
        ),
        [log],
      );
    assert.deepEqual(
      [asked({}), asked({ generate: true })],
      [
        [
          ['exports', []],
          ['Correlation', ['0:0', '0:1']],
        ],
        [
          ['exports', ['0:0', '0:1']],
          ['Correlation', ['0:0', '0:1']],
        ],
      ],
    );
  });

  test('that can’t be asked says why, and leaves its rules to speak for themselves', () => {
    const log = logOf([call(0, 'StartMailboxExportJob')]);
    const cases: readonly (readonly [string, readonly string[]])[] = [
      [
        'It is a correlation of the rule nobody, which is not among those given.',
        [exports, correlation({ type: 'temporal', rules: ['nobody'], timespan: '1h' })],
      ],
      [
        'It is a correlation of the type value_sum.',
        [exports, correlation({ type: 'value_sum', rules: ['exports'], timespan: '1h' })],
      ],
      [
        'Its timespan is 1 hour; it is a number with s, m, h, d, w, M or y.',
        [exports, correlation({ type: 'temporal', rules: ['exports'], timespan: '1 hour' })],
      ],
      [
        'Its correlation has no condition, as in gte: 10.',
        [exports, correlation({ type: 'event_count', rules: ['exports'], timespan: '1h', condition: {} })],
      ],
      [
        'It counts values (value_count) of no field.',
        [exports, correlation({ type: 'value_count', rules: ['exports'], timespan: '1h', condition: { gte: 1 } })],
      ],
      [
        'It is a correlation of itself, by way of those it is of.',
        [exports, correlation({ type: 'temporal', rules: ['me', 'exports'], timespan: '1h' }, { name: 'me' })],
      ],
      [
        'It is a correlation of odd, which gives no events. It uses the modifier odd, which is not known.',
        [
          exports,
          ruleText({ a: { 'x|odd': 'y' }, condition: 'a' }, { title: 'odd', name: 'odd' }),
          correlation({ type: 'temporal', rules: ['odd', 'exports'], timespan: '1h' }),
        ],
      ],
    ];
    const told = cases.map(([, rules]) => {
      const all = outcomes(documents(...rules), [log]);
      return [all.at(-1)?.[2], all[0]?.[1]];
    });
    assert.deepEqual(
      told,
      cases.map(([why]) => [why, ['0:0']]),
    );
  });

  test('of a hundred thousand events ends soon', () => {
    const events = Array.from({ length: 30_000 }, (_, at) => ({
      ...recordOf(at % 2 === 0 ? 'PutMailboxPermissions' : 'DeleteMailboxPermissions'),
      eventID: `e-${at}`,
      eventTime: new Date(Date.UTC(2026, 2, 1) + 1000 * at).toISOString().replace('.000Z', 'Z'),
    }));
    const ordered = correlation({ type: 'temporal_ordered', rules: ['grants', 'revokes'], timespan: '1d' });
    const places = found(events, grants, revokes, ordered);
    assert.equal(Array.isArray(places) ? places.length : places, 30_000);
  });
});
