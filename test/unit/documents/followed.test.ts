import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { CARRIED_FORMS } from '../../support/carriedForms';
import { allKnown, edited, openedLog, readAfresh } from '../../support/followedLog';
import { someEvents } from '../../support/generatedRecords';
import { keptEdits } from '../../support/keptEdits';
import { LOG_FORM_NAMES, LOG_FORMS } from '../../support/logForms';
import { anyChange, changeInside, followEdits } from '../../support/randomEdits';
import { TABLE_FORMS } from '../../support/tableForms';

const FOREIGN_FORMS = Object.entries({ ...CARRIED_FORMS, ...TABLE_FORMS });

for (const { name, size, logs } of [
  { name: 'short logs', size: 12, logs: 12 },
  { name: 'logs so long that an edit leaves most of them alone', size: 150, logs: 2 },
]) {
  test(`${name} that are edited are always known as they are when they are opened so`, () => {
    const counted = { followed: 0 };
    for (const form of LOG_FORM_NAMES) {
      const log = LOG_FORMS[form].write(someEvents(size, size));
      fc.assert(
        fc.property(fc.array(anyChange, { minLength: 18, maxLength: 18 }), (changes) =>
          followEdits(form, log, changes, counted),
        ),
        { numRuns: logs, seed: 1, endOnFailure: true },
      );
    }
    // Most edits must have been followed, or this would prove nothing.
    assert.ok(counted.followed > (LOG_FORM_NAMES.length * logs * 18) / 2, `${counted.followed} edits were followed`);
  });

  test(`${name} that hand events on are so, too`, () => {
    const counted = { followed: 0 };
    for (const [form, { write }] of FOREIGN_FORMS) {
      const log = write(someEvents(size, size));
      fc.assert(
        fc.property(fc.array(changeInside, { minLength: 8, maxLength: 8 }), (changes) =>
          followEdits(form, log, changes, counted),
        ),
        { numRuns: logs, seed: 2, endOnFailure: true },
      );
    }
    assert.ok(counted.followed > (FOREIGN_FORMS.length * logs * 8) / 3, `${counted.followed} edits were followed`);
  });
}

for (const [file, { log, edits }] of keptEdits()) {
  test(`${file} is known as it is when it is opened so`, () => {
    let state = openedLog(log);
    for (const edit of edits) state = edited(state, edit) ?? state;
    assert.deepEqual(allKnown(state.analysis), allKnown(readAfresh(state.document)));
  });
}
