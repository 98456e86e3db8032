import assert from 'node:assert/strict';
import { test } from 'node:test';
import { foreignMigrationOf } from '../support/migrations/foreignMigration';
import { judged } from '../support/migrations/judge';
import { migrationOf } from '../support/migrations/migration';

/** A run a day of its own, as for the other nightly tests. */
const today = Math.floor(Date.now() / 86_400_000);
const MANY = 1000;
/** Some thefts do what a help desk does, and are told by nothing; some administrators set up gateways from where they never were. */
const MOST_MISTAKES = 0.025;

for (const [author, make] of Object.entries({ 'one author': migrationOf, 'another author': foreignMigrationOf })) {
  test(`thefts in moves that ${author} makes up are told, and moves alone are left alone`, () => {
    const { missed, noisy, precision } = judged(make, today * MANY, today * MANY + MANY - 1);
    assert.ok(missed.length <= MOST_MISTAKES * MANY, `Missed:\n${missed.join('\n')}`);
    assert.ok(noisy.length <= MOST_MISTAKES * MANY, `Told of moves without a theft:\n${noisy.join('\n')}`);
    assert.ok(precision >= 0.9, `Only ${precision} of the events that are told belong to thefts.`);
  });
}
