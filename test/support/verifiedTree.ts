import assert from 'node:assert/strict';
import { readPublicKeyList, verificationData, verifyFiles } from '../../server/src/core/verify/integrity';
import { defaultLimits } from '../../server/src/host/limits';
import { hashContent } from '../../server/src/node/verify/hashContent';
import { publicKeysOf } from '../../server/src/node/verify/publicKeys';
import type { SigningKey } from './digestTree';
import { faultyTree } from './faultyTree';
import { SeededNumbers } from './seededNumbers';

/** What `verify --json` prints, as far as it is compared. */
export interface Told {
  readonly logs: readonly { readonly file: string; readonly status: string; readonly reason: string }[];
  readonly digests: readonly { readonly file: string; readonly status: string; readonly signature: string }[];
  readonly gaps: readonly object[];
}

/** A tree with faults: each is named, and nothing else is. */
export function verifySeed(seed: number, key: SigningKey): void {
  const tree = faultyTree(new SeededNumbers(seed), key);
  const listed = readPublicKeyList(key.listed);
  const check = tree.isKeyKnown && typeof listed !== 'string' ? publicKeysOf(listed).check : undefined;
  const files = Array.from(tree.files, ([file, bytes]) => ({
    file,
    content: hashContent(bytes, file, defaultLimits, undefined),
  }));
  const told = verificationData(verifyFiles(files, { check, signatures: tree.signatures })) as Told;
  const byFile = ([left]: readonly unknown[], [right]: readonly unknown[]): number =>
    String(left) < String(right) ? -1 : 1;
  assert.deepEqual(
    {
      logs: told.logs.map(({ file, status }) => [file, status]),
      digests: told.digests.map(({ file, status, signature }) => [file, status, signature]),
      gaps: told.gaps,
      appended: told.logs.flatMap(({ file, reason }) => (/covered by no hash/.test(reason) ? [file] : [])),
    },
    {
      logs: [...tree.logs].sort(byFile),
      digests: Array.from(tree.digests, ([file, [status, signature]]) => [file, status, signature]).sort(byFile),
      gaps: tree.gaps,
      appended: [...tree.appended].sort(),
    },
    `Seed ${seed}: ${tree.story.join('; ')}`,
  );
}
