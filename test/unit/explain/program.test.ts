import assert from 'node:assert/strict';
import { test } from 'node:test';
import { programOf } from '../../../server/src/core/explain/program';

test('a program is told by its user agent', () => {
  const agents = ['aws-cli/2.15.0 Python/3.11.6', '[S3Console/0.4]', 'Mozilla/5.0 (X11)', 'Boto3/1.34.0', 'mine/1', ''];
  assert.deepEqual(agents.map(programOf), ['AWS CLI', 'S3 console', 'Browser', 'boto3', undefined, undefined]);
});
