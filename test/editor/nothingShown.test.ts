import assert from 'node:assert/strict';
import { nothingShown } from '../../client/src/events/nothingShown';
import type { InspectedPlace } from '../../server/src/wire/protocol';

const log = { uri: '', container: 'records', status: '', workmail: 0, malformed: 0, other: 0 };
const folder: InspectedPlace = {
  uri: 'file:///AWSLogs',
  isFolder: true,
  state: 'complete',
  found: 24,
  read: 20,
  partly: 3,
  skipped: 1,
  records: 1500,
  workmail: 0,
  reasons: [],
};
const file: InspectedPlace = { ...folder, isFolder: false };
const none = { revision: 1, groups: [], total: 0, logs: [], places: [], others: 0 };
const report = 'The scan report of the folder says what became of every file.';
const regions = 'WorkMail writes its events in us-east-1, us-west-2 and eu-west-1 only.';

describe('what the tree says where nothing is of WorkMail', () => {
  for (const [what, answer, words] of [
    ['nothing is open', none, 'No CloudTrail log is open.'],
    ['a folder is read', { ...none, places: [{ ...folder, state: 'reading' }] }, ''],
    [
      'one log is open',
      { ...none, logs: [log], others: 1 },
      'The open log holds 1 event of other services and none of WorkMail.',
    ],
    [
      'three logs are open, and nothing is in them',
      { ...none, logs: [log, log, log] },
      'No event can be read in the 3 open logs. If something is in the way, the Problems panel says what, and what to do.',
    ],
    [
      'a log is open that is too large for VS Code',
      { ...none, places: [file], others: 2 },
      'The open log holds 2 events of other services and none of WorkMail.',
    ],
    [
      'a folder was read',
      { ...none, places: [folder], others: 1400 },
      `23 logs with 1,500 records were read: 1,400 events of other services and none of WorkMail. ${report} ${regions}`,
    ],
    [
      'a folder was read, and nothing is in it',
      { ...none, places: [{ ...folder, read: 1, partly: 0, records: 0 }] },
      `1 log with 0 records was read, and none is of WorkMail. ${report} ${regions}`,
    ],
    [
      'a folder holds no log',
      { ...none, places: [{ ...folder, read: 0, partly: 0 }] },
      `No log was read in the folder. ${report}`,
    ],
    [
      'a folder was read beside an open log',
      { ...none, logs: [log], places: [folder], others: 3 },
      'What is open and inspected holds 3 events of other services and none of WorkMail.',
    ],
    [
      'a folder was read beside an open log, and nothing is in them',
      { ...none, logs: [log], places: [folder] },
      'No event can be read in what is open and inspected. The Problems panel and the scan report of the folder say why.',
    ],
  ] as const) {
    it(what, () => {
      assert.equal(nothingShown(answer), words);
    });
  }
});
