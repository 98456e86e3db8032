import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { readLog } from '../../support/readLog';

const ARN = 'arn:aws:workmail:eu-west-1:111122223333:organization/m-5e6f708192a3b4c5d6e7f8091a2b3c4d';
const first = { organization_arn: ARN, item_id: 'i-1', action: 'read', action_allowed: true, user_agent: 'Tool/1' };
/** It begins with a field that others have, too, and that no other record here begins with. */
const inner = { user_agent: 'x/1 "y"', organization_arn: ARN, item_id: 'i-2', action: 'read', action_allowed: true };
const last = { item_id: 'i-3', organization_arn: ARN, action: 'read', action_allowed: true };

const [one, two, three] = [first, inner, last].map((event) => JSON.stringify(event)) as [string, string, string];

suite('a whole record is read', () => {
  for (const [what, text] of [
    ['behind one that ends in a string', `${three}${one.slice(0, -4)}${two}${three}`],
    ['where another one goes on behind it', `${three}${one.replace('true', `${two}true`)}${three}`],
    ['in what is left of one that says too little', `${three}{"action":"read","action_allowed":${two}true}${three}`],
    ['behind one that ends in a string, on a line', `${three}\n${one.slice(0, -4)}${two}\n${three}`],
  ] as const) {
    test(what, () => {
      const { records } = readLog(text);
      assert.deepEqual(
        records.filter(({ malformed }) => malformed === null).map(({ event }) => event),
        [last, inner, last],
      );
    });
  }
});
