import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyze, type Problem, readNotes } from '../../../server/src/core';
import { recordOf } from './given';

function problemsOf(text: string): readonly Problem[] {
  const problems: Problem[] = [];
  const reading = analyze(text);
  for (let next = reading.next(); ; next = reading.next()) {
    if (next.done) return [...problems, ...next.value.problems];
    problems.push(...next.value.problems);
  }
}

const whole = JSON.stringify({ Records: [recordOf('CreateUser'), recordOf('DeleteUser')] });

test('of a whole log nothing has to be known', () => {
  assert.deepEqual(readNotes(problemsOf(whole)), []);
});

test('damage that was mended costs nothing', () => {
  assert.deepEqual(readNotes(problemsOf(whole.replace(',"awsRegion"', '"awsRegion"'))), []);
});

test('what stands before the events on their lines is told, and leaves nothing of the log out', () => {
  const lines = [recordOf('CreateUser'), recordOf('DeleteUser')].map((event) => `trail says ${JSON.stringify(event)}`);
  const notes = readNotes(problemsOf(lines.join('\n')));
  assert.deepEqual(
    notes.map(({ isLoss }) => isLoss),
    notes.map(() => false),
  );
  assert.ok(notes.length > 0);
});

test('what was left out in several places is a loss, told once', () => {
  const [start = '', ...others] = whole.split('},{"eventVersion"');
  const text = [start, ...others].join('},...,{"eventVersion"').replace(']}', ',...]}');
  assert.deepEqual(readNotes(problemsOf(text)), [
    {
      message:
        'These dots stand for something that was left out; remove them, or put back what is missing. So in 2 places.',
      isLoss: true,
    },
  ]);
});
