import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allKnown, edited, openedLog, readAfresh } from '../../support/followedLog';
import { keptEdits } from '../../support/keptEdits';
import { testFollowedEdits } from '../../support/testFollowedEdits';

testFollowedEdits(1, { name: 'short logs', size: 12, runs: 1 });
testFollowedEdits(1, { name: 'logs so long that an edit leaves most of them alone', size: 150, runs: 1 });

for (const [file, { log, edits }] of keptEdits()) {
  test(`${file} is known as it is when it is opened so`, () => {
    let state = openedLog(log);
    for (const edit of edits) state = edited(state, edit) ?? state;
    assert.deepEqual(allKnown(state.analysis), allKnown(readAfresh(state.document)));
  });
}
