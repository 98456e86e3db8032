import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { CARRIED_FORMS } from './carriedForms';
import { someEvents } from './generatedRecords';
import { LOG_FORM_NAMES, LOG_FORMS } from './logForms';
import { anyChange, changeInside, followEdits } from './randomEdits';
import { TABLE_FORMS } from './tableForms';

const FOREIGN_FORMS = Object.entries({ ...CARRIED_FORMS, ...TABLE_FORMS });

export interface EditedLogs {
  /** What they are called in the names of the tests. */
  readonly name: string;
  /** Records of each log. */
  readonly size: number;
  /** How often the log of each form is opened and edited. */
  readonly runs: number;
}

/** Tests that logs which are edited are always known as they are when they are opened so. The same seed makes the same edits. */
export function testFollowedEdits(seed: number, { name, size, runs }: EditedLogs): void {
  test(`${name} that are edited are always known as they are when they are opened so`, () => {
    const counted = { followed: 0 };
    for (const form of LOG_FORM_NAMES) {
      const log = LOG_FORMS[form].write(someEvents(size, size));
      fc.assert(
        fc.property(fc.array(anyChange, { minLength: 18, maxLength: 18 }), (changes) =>
          followEdits(form, log, changes, counted),
        ),
        { numRuns: runs, seed, endOnFailure: true },
      );
    }
    // Most edits must have been followed, or this would prove nothing.
    assert.ok(counted.followed > (LOG_FORM_NAMES.length * runs * 18) / 2, `${counted.followed} edits were followed`);
  });

  test(`${name} that hand events on are so, too`, () => {
    const counted = { followed: 0 };
    for (const [form, { write }] of FOREIGN_FORMS) {
      const log = write(someEvents(size, size));
      fc.assert(
        fc.property(fc.array(changeInside, { minLength: 8, maxLength: 8 }), (changes) =>
          followEdits(form, log, changes, counted),
        ),
        { numRuns: runs, seed: seed + 1, endOnFailure: true },
      );
    }
    assert.ok(counted.followed > (FOREIGN_FORMS.length * runs * 8) / 3, `${counted.followed} edits were followed`);
  });
}
