import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Mocha from 'mocha';

/**
 * The module VS Code starts when it runs extension tests: runs every suite beside it.
 *
 * The results are written as JSON (`passed`, `failed`, `failures` with `title` and `error`) to the file that
 * WORKMAIL_TRAIL_TEST_RESULTS names, because a test run inside VS Code only has an exit code to answer with.
 *
 * @throws Error when a test failed or there was none, which becomes exit code 1
 */
export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'bdd', color: false, timeout: 30_000, forbidOnly: true, forbidPending: true });
  for (const file of readdirSync(__dirname, { recursive: true, encoding: 'utf8' }).sort()) {
    if (file.endsWith('.test.js')) {
      mocha.addFile(path.join(__dirname, file));
    }
  }
  let passed = 0;
  const failures: { title: string; error: string }[] = [];
  await new Promise<void>((resolve) => {
    mocha
      .run(() => resolve())
      .on('pass', () => {
        passed += 1;
      })
      .on('fail', (test, error: Error) => {
        failures.push({ title: test.fullTitle(), error: error.stack ?? String(error) });
      });
  });
  if (passed === 0 && failures.length === 0) {
    failures.push({ title: 'editor tests', error: 'There is none.' });
  }
  const results = process.env.WORKMAIL_TRAIL_TEST_RESULTS;
  if (results !== undefined) {
    writeFileSync(results, JSON.stringify({ passed, failed: failures.length, failures }));
  }
  if (failures.length > 0) {
    throw new Error(`${failures.length} editor tests failed.`);
  }
}
