import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runDamages, shownTable } from './recoveryRun';
import { keepRecoverySeed } from './recoverySeeds';

/** Tests that no law is broken by any of so many damages of these families; what breaks one is kept as a seed. */
export function testRecovery(seed: number, damages: number, families: readonly string[]): void {
  test(`no law is broken by ${damages.toLocaleString('en-US')} damages: ${families.join(', ')}`, (context) => {
    const table = runDamages(seed, damages, families);
    context.diagnostic(shownTable(table));
    const [first] = table.broken;
    if (first === undefined) return;
    assert.fail(
      `${shownTable(table)}\n${first.laws.join(', ')}, by ${first.family}. Kept as ${keepRecoverySeed(first)}.`,
    );
  });
}
