import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { HashedFile } from '../../../server/src/node/verify/hashFile';
import { hashedIn, hashedText } from '../../../server/src/node/verify/messages';
import { sha256 } from './given';

const ordinary = { sha256: sha256('a'), isPacked: true, behind: 0, namesEvents: true, isOwnLog: false };

suite('what threads that hash tell of files', () => {
  test('is the same on the other side, of ordinary logs and of everything that is not one', () => {
    const hashed: readonly HashedFile[] = [
      { content: ordinary },
      { content: { failure: 'it was not read.' } },
      { content: { ...ordinary, isPacked: false } },
      { content: { ...ordinary, behind: 1 } },
      { content: { ...ordinary, behind: 28, ofAllMembers: sha256('ab') } },
      { content: { ...ordinary, damage: 'checksum' } },
      { content: { ...ordinary, namesEvents: false } },
      { content: { ...ordinary, isOwnLog: true } },
      { content: { ...ordinary, digestText: '{}' } },
      { content: ordinary, bytes: { sha256: sha256('b'), size: 7, modified: 1 } },
    ];
    assert.deepEqual(hashedIn(hashedText(hashed)), hashed);
  });

  test('of an ordinary log nothing but its hash crosses', () => {
    assert.equal(hashedText([{ content: ordinary }]), JSON.stringify([ordinary.sha256]));
  });
});
