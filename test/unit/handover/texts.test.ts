import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { toldInquiry } from '../../../server/src/core';
import { engineIds, handoverText, inquiryQuestion, trailPlaces } from '../../../server/src/core/handover/engineTexts';
import { assertExpectedText } from '../../support/expectedText';
import { handing, questionOf } from '../../support/handedOver';
import { projectRoot } from '../../support/projectRoot';

const PATHS = [
  's3://audit-logs/team/AWSLogs/o-exampleorg1/111122223333/CloudTrail/eu-west-1/2026/03/01/a.json.gz',
  's3://audit-logs/team/AWSLogs/o-exampleorg1/444455556666/CloudTrail/us-east-1/2026/03/04/b.json.gz',
];

for (const engine of engineIds)
  test(`what ${engine} is handed is a whole, with table, query, count, commands and all that has to be known`, () => {
    const text = handoverText(
      engine,
      handing(
        questionOf(
          'action:StartMailboxExportJob key:AKIA* -address:203.0.113.0/24 -file:x time:2026-03-01..2026-03-02',
        ),
        {
          trails: trailPlaces(PATHS),
          files: [{ path: "it's here/", ending: '.json.gz' }],
          read: {
            logs: 2,
            events: 7,
            answers: 3,
            byDay: new Map([
              ['2026-03-02', 2],
              ['2026-03-01', 1],
            ]),
            otherForms: 1,
          },
        },
      ),
    );
    assertExpectedText(path.join(projectRoot(), 'test', 'fixtures', 'handover', `${engine}.txt`), text);
  });

test('paths name bucket, prefix, organization, accounts, Regions and days of a trail', () => {
  assert.deepEqual(trailPlaces(PATHS), [
    {
      bucket: 'audit-logs',
      prefix: 'team/',
      organization: 'o-exampleorg1',
      accounts: ['111122223333', '444455556666'],
      regions: ['eu-west-1', 'us-east-1'],
      days: ['2026-03-01', '2026-03-04'],
    },
  ]);
});

test('a copy on a disk names no bucket, and what is no place of a trail names nothing', () => {
  const unknown = { bucket: undefined, prefix: undefined, organization: undefined };
  const [copy] = trailPlaces([
    'C:\\copies\\AWSLogs\\111122223333\\CloudTrail\\eu-west-1\\2026\\03\\01\\x.json.gz',
    'file:///flat/111122223333_CloudTrail_us-east-1_20260305T0705Z_Mu0KsOhtH1ar15ZZ.json.gz',
    'file:///home/notes.json',
  ]);
  const [nothing] = trailPlaces(["s3://it's/AWSLogs/'; DROP/x.json", 'notes.json']);
  assert.deepEqual(
    [copy, nothing],
    [
      {
        ...unknown,
        accounts: ['111122223333'],
        regions: ['eu-west-1', 'us-east-1'],
        days: ['2026-03-01', '2026-03-05'],
      },
      { ...unknown, accounts: [], regions: [], days: [] },
    ],
  );
});

test('a prefix that S3 would not take as it is makes no bucket known', () => {
  const [trail] = trailPlaces(["s3://audit-logs/o'brien/AWSLogs/111122223333/CloudTrail/eu-west-1/2026/03/01/x.json"]);
  assert.deepEqual(trail?.bucket, undefined);
});

test('a question of every log asks for what its answer rests on', () => {
  const text = handoverText('cli', handing(inquiryQuestion(toldInquiry('mailbox-exported'))));
  assert.match(text, /StartMailboxExportJob/);
});
