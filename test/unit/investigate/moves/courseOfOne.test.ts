import assert from 'node:assert/strict';
import { it } from 'node:test';
import { CourseOfOne } from '../../../../server/src/core/investigate/moves/courseOfOne';
import { type Line, linesOf } from '../../../../server/src/core/investigate/moves/line';
import { evidenceOfEvents } from '../../../support/evidenceOf';
import { recordOf, userId } from '../given';

const START = Date.UTC(2026, 2, 1, 8);
const MINUTE = 60_000;
const [HERE, ELSEWHERE] = ['198.51.100.7', '203.0.113.77'];
const [ONE, OTHER] = [userId(1), userId(2)];

const CALLS: readonly (readonly [minute: number, address: string, action: string, asked: object, answered?: object])[] =
  [
    [0, HERE, 'ListUsers', {}],
    [1, HERE, 'CreateUser', { name: 'one', displayName: 'One' }, { userId: ONE }],
    [2, HERE, 'RegisterToWorkMail', { entityId: ONE, email: 'a@x.example' }],
    [3, ELSEWHERE, 'ListUsers', {}],
    [4, HERE, 'RegisterToWorkMail', { entityId: OTHER, email: 'a@x.example' }],
    [5, HERE, 'DeleteMailboxPermissions', { entityId: ONE, granteeId: OTHER }],
    [6, HERE, 'ListUsers', {}],
    [7, HERE, 'RegisterToWorkMail', { entityId: ONE, email: 'a@x.example' }],
  ];

it('finds in some hours of one who acts the looks from one net, the work on one thing, and what shuts again', () => {
  const events = CALLS.map(([minute, sourceIPAddress, action, asked, responseElements = null], at) =>
    recordOf(action, {
      eventID: `${at}`,
      requestID: `${at}`,
      eventTime: new Date(START + minute * MINUTE).toISOString().replace('.000', ''),
      sourceIPAddress,
      requestParameters: { organizationId: 'm-1', ...asked },
      responseElements: responseElements && { ...responseElements },
    }),
  );
  const lines = linesOf(evidenceOfEvents(events).acts);
  const course = new CourseOfOne(lines);
  const until = course.between(START + MINUTE, START + 6 * MINUTE, 2000);
  const few = course.between(START + MINUTE, START + 6 * MINUTE, 3);
  const minutes = (found: readonly Line[]): readonly number[] => found.map(({ at }) => (at - START) / MINUTE);
  const net = lines[0]?.netNumber ?? 0;
  assert.deepEqual(
    {
      until,
      few,
      looks: minutes(course.looksFrom(net, until)),
      workOnOne: minutes(course.workOn(ONE, until)),
      workOfFew: minutes(course.workOn(ONE, few)),
      workOnNone: minutes(course.workOn('nothing', until)),
      closing: minutes(course.closingIn(until)),
      closingOfFew: minutes(course.closingIn(few)),
      before: course.between(0, START - MINUTE, 2000),
    },
    {
      until: { from: 1, to: 7 },
      few: { from: 1, to: 4 },
      looks: [6],
      workOnOne: [1, 2],
      workOfFew: [1, 2],
      workOnNone: [],
      closing: [5],
      closingOfFew: [],
      before: { from: 0, to: 0 },
    },
  );
});
