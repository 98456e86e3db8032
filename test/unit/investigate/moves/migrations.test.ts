import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { foreignMigrationOf } from '../../../support/migrations/foreignMigration';
import { judged } from '../../../support/migrations/judge';
import { migrationOf } from '../../../support/migrations/migration';

const authors = { 'one author': migrationOf, 'another author': foreignMigrationOf };

describe('moves that are made up, with and without a theft', () => {
  for (const [author, make] of Object.entries(authors)) {
    it(`by ${author}: each theft is told by its events, and a move alone is left alone`, () => {
      const { missed, noisy, precision, recall } = judged(make, 51, 74);
      assert.deepEqual(
        { missed, noisy, isPrecise: precision >= 0.95, isComplete: recall >= 0.95 },
        { missed: [], noisy: [], isPrecise: true, isComplete: true },
        `precision ${precision}, recall ${recall}`,
      );
    });
  }
});
