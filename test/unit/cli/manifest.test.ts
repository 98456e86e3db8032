import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { utimesSync, writeFileSync } from 'node:fs';
import { suite, test } from 'node:test';
import { version } from '../../../package.json';
import { inFull } from '../../support/shortRecords';
import { ran, withFiles } from './terminal';

const log = JSON.stringify({ Records: inFull([{ at: '08:00:00', call: 'workmail ListUsers', by: 'jane' }]) });
const sha256 = createHash('sha256').update(log).digest('hex');

suite('manifest', () => {
  test('--json tells of every input its hash, size, time and what was read', () =>
    withFiles({ 'log.json': log }, async (pathOf) => {
      utimesSync(pathOf('log.json'), 1_772_323_200, 1_772_323_200);
      const { code, stdout, stderr } = await ran(['manifest', '--json', pathOf('.')]);
      assert.deepEqual(
        [code, stderr, JSON.parse(stdout)],
        [
          0,
          '',
          {
            tool: 'workmail-trail',
            version,
            files: [
              {
                file: 'log.json',
                sha256,
                size: log.length,
                modified: '2026-03-01T00:00:00Z',
                read: { outcome: 'read', form: 'CloudTrail log file', records: 1, reasons: [] },
              },
            ],
          },
        ],
      );
    }));

  test('made again later it shows what changed, and ends with 1', () =>
    withFiles({ 'log.json': log, 'manifest.txt': '' }, async (pathOf) => {
      const made = (await ran(['manifest', pathOf('log.json')])).stdout;
      writeFileSync(pathOf('manifest.txt'), made.replace(pathOf('log.json'), 'log.json'));
      const before = await ran(['manifest', '--against', pathOf('manifest.txt'), pathOf('.')]);
      writeFileSync(pathOf('log.json'), '{}');
      writeFileSync(pathOf('new\u001b.json'), '{}');
      const after = await ran(['manifest', '--against', pathOf('manifest.txt'), pathOf('.')]);
      assert.deepEqual(
        [before, after],
        [
          { code: 0, stdout: 'Nothing has changed in 1 file.\n', stderr: '' },
          { code: 1, stdout: 'changed: log.json\nadded: new\\u001b.json\n', stderr: '' },
        ],
      );
    }));

  test('tells what it can’t use', () =>
    withFiles({ 'none.txt': 'hello' }, async (pathOf) => {
      const { code, stderr } = await ran(['manifest', '--against', pathOf('none.txt'), pathOf('.')]);
      assert.deepEqual(
        [code, stderr],
        [
          2,
          `workmail-trail: ${pathOf('none.txt')}: it is no manifest: expected is what manifest writes, as JSON or as text, or what sha256sum writes.\n`,
        ],
      );
    }));
});
