import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { mayHoldRecords, relativeOf, unreadableEventsIn } from '../../../server/src/core/read/recognize';
import { isEnvelopeField } from '../../../server/src/core/read/starts';
import { damaged, oneCharacterDamage } from '../../support/damage';
import { someEvents } from '../../support/generatedRecords';
import { LOG_FORM_NAMES, LOG_FORMS } from '../../support/logForms';
import { projectRoot } from '../../support/projectRoot';
import { readLog } from '../../support/readLog';

const folder = path.join(projectRoot(), 'test', 'fixtures', 'relatives');
const relatives = readdirSync(folder).filter((file) => !file.endsWith('.expected.json'));

suite('a CloudTrail log is recognised in every form', () => {
  for (const form of LOG_FORM_NAMES) {
    test(form, () => {
      for (let seed = 1; seed <= 10; seed++) assert.ok(mayHoldRecords(LOG_FORMS[form].write(someEvents(seed, 3))));
    });
    test(`${form}, whatever one character is damaged`, () => {
      const text = LOG_FORMS[form].write(someEvents(2, 3));
      fc.assert(
        fc.property(oneCharacterDamage(text.length), (damage) => mayHoldRecords(damaged(text, damage))),
        { seed: 1, numRuns: 300 },
      );
    });
  }
});

suite("a text that tells of events and can't be read is one, so that somebody says so", () => {
  const log = JSON.stringify({ Records: someEvents(1, 3) });
  for (const before of ['', ' ', '  ']) {
    test(`a mail in base64, ${before.length} characters before the log`, () => {
      const body = Buffer.from(`${before}${log}`).toString('base64').replace(/.{76}/g, '$&\n');
      const mail = `From: a@example.com\nContent-Transfer-Encoding: base64\n\n${body}\n`;
      assert.ok(mayHoldRecords(mail));
      assert.equal(unreadableEventsIn(mail)?.id, 'mail-in-base64');
    });
  }

  test('a mail with something else in base64 is none', () => {
    const body = Buffer.from('Nothing of interest. '.repeat(50)).toString('base64');
    assert.ok(!mayHoldRecords(`From: a@example.com\nContent-Transfer-Encoding: base64\n\n${body}\n`));
  });
});

suite('files that look like one are not, damaged or not', () => {
  for (const file of relatives) {
    const text = readFileSync(path.join(folder, file), 'utf8');
    test(file, () => assert.ok(!mayHoldRecords(text)));
    test(`${file}, whatever one character is damaged`, () => {
      fc.assert(
        fc.property(oneCharacterDamage(text.length), (damage) => !mayHoldRecords(damaged(text, damage))),
        { seed: 1, numRuns: 300 },
      );
    });
    test(`${file}, cut anywhere`, () => {
      for (let end = 0; end < text.length; end += 7) assert.ok(!mayHoldRecords(text.slice(0, end)), `cut at ${end}`);
    });
  }
});

suite('a relative of a log is called by its name', () => {
  const kinds: readonly (readonly [file: string, kind: string])[] = [
    ['cloudtrail-digest.json', 'a CloudTrail digest file, which lists log files and their hashes'],
    ['cloudtrail-lake-signature.json', 'the signature of CloudTrail Lake query results'],
    ['cloudtrail-aggregated.json', 'a file of aggregated CloudTrail events'],
    ['cloudtrail-delivery-notice.json', 'a notice that CloudTrail delivered a log file'],
    ['s3-notification.json', 'an S3 event notification'],
    ['sns-notification.json', 'an SNS notification'],
    ['sqs-messages.json', 'a batch of SQS messages'],
    ['dynamodb-stream.json', 'an event notification of another AWS service'],
    ['record-schema.json', 'a JSON file with a schema of its own'],
  ];
  for (const [file, kind] of kinds) {
    test(file, () => {
      const text = readFileSync(path.join(folder, file), 'utf8');
      assert.equal(relativeOf(text), kind);
      assert.equal(readLog(text).outline.kind, kind);
    });
  }

  test('anything else has no name', () => assert.equal(relativeOf('{"name":"package"}'), undefined));
});

test('the fields of the envelope', () => {
  assert.ok(isEnvelopeField('eventName'));
  assert.ok(!isEnvelopeField('displayName') && !isEnvelopeField('toString') && !isEnvelopeField(''));
});
