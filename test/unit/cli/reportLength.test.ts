import assert from 'node:assert/strict';
import path from 'node:path';
import { suite, test } from 'node:test';
import { projectRoot } from '../../support/projectRoot';
import { ran } from './terminal';

/** What a screen of a terminal holds. */
const [LINES, WIDTH] = [50, 120];
const MOST_SCREENS = 6;

suite('the report of a sample', () => {
  for (const sample of ['incident', 'migration', 'mixed']) {
    test(`${sample} begins with what was found and is short enough to be read`, async () => {
      const args = ['summarize', path.relative(process.cwd(), path.join(projectRoot(), 'samples', sample))];
      const { stdout } = await ran(args);
      const lines = stdout.split('\n');
      const shown = lines.reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / WIDTH)), 0);
      const chapters = lines.filter((_, at) => /^-+$/.test(lines[at + 1] ?? ''));
      assert.deepEqual(
        [shown <= MOST_SCREENS * LINES, chapters.slice(0, 2), (await ran(args)).stdout === stdout],
        [true, ['What was found', 'Who'], true],
        `${shown} lines`,
      );
    });
  }
});
