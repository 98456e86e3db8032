import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { type GoTo, readGoTo } from '../../../server/src/core';

const id = '3cb5a2a8-5a0f-4f4c-8f0e-0123456789ab';

suite('what somebody goes to is', () => {
  const cases: readonly (readonly [text: string, asked: GoTo])[] = [
    ['', {}],
    ['3cb', {}],
    // An id, whole or as it begins, in any case of the letters, and with what is copied around it.
    ['3CB5', { id: '3cb5' }],
    [` ${id} `, { id }],
    [`"eventID": "${id}",`, { id }],
    [`see ${id.toUpperCase()} (and others)`, { id }],
    ['"requestID": "C3D13FE58DE4C810",', { id: 'c3d13fe58de4c810' }],
    // A time.
    ['2026-03-01T08:15:30Z', { from: '2026-03-01T08:15:30' }],
    ['"eventTime": "2026-03-01T08:15:30Z",', { from: '2026-03-01T08:15:30' }],
    ['2026-03-01 08:15', { from: '2026-03-01T08:15' }],
    ['2026-03-01T10:15:30.250+02:00', { from: '2026-03-01T08:15:30' }],
    ['Mar 1, 2026, 8:15:30 AM', { from: '2026-03-01T08:15:30' }],
    // Both.
    ['2026', { id: '2026', from: '2026' }],
    ['2026-03-01', { id: '2026-03-01', from: '2026-03-01' }],
    // A clock.
    ['8:15', { clock: 29_700_000 }],
    ['08:15:30 UTC', { clock: 29_730_000 }],
    ['23:59:59Z', { clock: 86_399_000 }],
    ['24:00', {}],
    ['who did it', {}],
  ];
  for (const [text, asked] of cases) test(JSON.stringify(text), () => assert.deepEqual(readGoTo(text), asked));
});
