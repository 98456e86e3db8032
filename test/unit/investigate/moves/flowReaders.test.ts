import assert from 'node:assert/strict';
import { it } from 'node:test';
import { FlowReaders } from '../../../../server/src/core/investigate/moves/flowReaders';
import { linesByWho, linesOf } from '../../../../server/src/core/investigate/moves/line';
import { evidenceOfEvents } from '../../../support/evidenceOf';
import { recordOf } from '../given';

const FETCH = 'GetRawMessageContent';
const LOOK = 'ListUsers';

/** Who did what, minute by minute from the first on. */
function did(userName: string, actions: readonly (readonly [minute: number, action: string])[]): readonly object[] {
  return actions.map(([minute, action]) =>
    recordOf(action, {
      eventID: `${userName}-${minute}`,
      requestID: `${userName}-${minute}`,
      eventTime: new Date(Date.UTC(2026, 2, 1, 8, minute)).toISOString().replace('.000', ''),
      eventSource: action === FETCH ? 'workmailMessageFlow.amazonaws.com' : 'workmail.amazonaws.com',
      userIdentity: { type: 'IAMUser', arn: `arn:aws:iam::111122223333:user/${userName}`, userName },
    }),
  );
}

it('takes whoever fetches five messages over an hour, and nothing else, for a program of the mail flow', () => {
  const fetches = [0, 15, 30, 45, 60].map((minute) => [minute, FETCH] as const);
  const events = [
    ...did('archiver', fetches),
    ...did('of-few', fetches.slice(1)),
    ...did(
      'in-haste',
      fetches.map(([minute]) => [minute / 2, FETCH] as const),
    ),
    ...did('who-looks-too', [...fetches, [70, LOOK]]),
  ];
  const lines = linesOf(evidenceOfEvents(events).acts);
  const byWho = linesByWho(lines);
  let asked = 0;
  const readers = new FlowReaders((whoNumber) => {
    asked += 1;
    return byWho[whoNumber] ?? [];
  });
  const found = lines.filter(({ whoNumber }) => readers.has(whoNumber)).map(({ who }) => who);
  assert.deepEqual(
    { readers: Array.from(new Set(found)).map((who) => who.slice(-8)), fetched: found.length, asked },
    { readers: ['archiver'], fetched: 5, asked: 4 },
  );
});
