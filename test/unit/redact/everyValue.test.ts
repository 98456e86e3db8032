/** No value of a sample that tells of somebody stands in its redacted copy, nor in a report on that: told without asking the redactor what it replaced. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { suite, test } from 'node:test';
import { analyze, type JsonObject, type JsonValue, Redactor } from '../../../server/src/core';
import { handedOn } from '../../support/handedReports';
import { markdownFile } from '../../support/markdownFile';
import { projectRoot } from '../../support/projectRoot';

const samples = readdirSync(path.join(projectRoot(), 'samples'), { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(?:json|jsonl|csv|txt|log)$/.test(name))
  .filter((name) => statSync(path.join(projectRoot(), 'samples', name)).isFile())
  .sort();

/** Fields that say what was done and how, as AWS and its programs write them in every account; who did it, to what, with what stands in others. */
const HARMLESS = new Set([
  ...['eventName', 'eventSource', 'eventTime', 'eventVersion', 'eventType', 'eventCategory', 'awsRegion', 'type'],
  ...['tlsVersion', 'cipherSuite', 'keyExchange', 'keySpec', 'encryptionAlgorithm', 'runtime', 'mfaAuthenticated'],
  ...[
    'sessionCredentialFromConsole',
    'creationDate',
    'expiration',
    'status',
    'ConsoleLogin',
    'LoginTo',
    'attributeKey',
  ],
  // Of WorkMail's own logs and of messages in transit.
  ...[
    'action',
    'protocol',
    'service',
    'summaryVersion',
    'outputFormat',
    'recordFields',
    'rule_id',
    'user_agent',
    'scope',
  ],
  ...['eventName', 'event_type', 'notificationType', 'Type', 'object_type', 'flowDirection', 'client', 'request_type'],
  // Running text: what it says of somebody is a value of another field, and looked for as that.
  ...['errorCode', 'errorMessage', 'userAgent'],
]);

/** Texts that tell of nobody, whatever field they stand in: constants, hosts of services, policies of AWS, numbers of few digits. */
const NOBODY =
  /^(?:[A-Z][A-Z_]+|(?:export\.)?[a-z0-9]+(?:\.[a-z]{2}-[a-z]+-\d)?\.amazonaws\.com|signin\.aws\.amazon\.com|arn:aws:iam::aws:policy\/\w+|\d{4,6})$/;

/** Keys of tags stay, their values do not; folders that every mailbox has stay, those that somebody named do not. */
const WORDS = new Set(['migration', 'Inbox', '/Inbox', '/Outbox']);

/** Each text that stands in an event, with the field it stands in. */
function* textsOf(event: JsonValue): Generator<readonly [field: string, text: string]> {
  const open: (readonly [string, JsonValue])[] = [['', event]];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [field, value] = next;
    if (typeof value === 'string') yield [field, value];
    else if (Array.isArray(value)) for (const each of value) open.push([field, each]);
    else if (typeof value === 'object' && value !== null)
      for (const entry of Object.entries(value as JsonObject)) open.push(entry);
  }
}

function stands(text: string, value: string): boolean {
  for (let at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + 1)) {
    if (!/[\p{L}\p{N}]/u.test(text[at - 1] ?? ' ') && !/[\p{L}\p{N}]/u.test(text[at + value.length] ?? ' '))
      return true;
  }
  return false;
}

/** Values of a log that tell of somebody. */
function tellingIn(log: string): ReadonlySet<string> {
  const values = new Set<string>();
  for (const { event } of analyze(log))
    for (const [field, text] of textsOf(event ?? null))
      if (text.length > 3 && !HARMLESS.has(field) && !NOBODY.test(text) && !WORDS.has(text)) values.add(text);
  return values;
}

/** What a reader of a page sees of it. */
function shownBy(page: string): string {
  const signs: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' };
  return page
    .replace(/<style>.*?<\/style>/s, '')
    .replace(/<[^>]*>/g, '\n')
    .replace(/&(lt|gt|quot|#39|amp);/g, (whole, name: string) => signs[name] ?? whole);
}

suite('what tells of somebody is in no redacted copy of a sample, and in no report on one', () => {
  for (const name of samples) {
    test(name, () => {
      const log = readFileSync(path.join(projectRoot(), 'samples', name), 'utf8');
      const redactor = new Redactor();
      redactor.learn(log);
      const copy = redactor.copy(log);
      if ('refused' in copy) return assert.match(copy.refused, /no CloudTrail events/);
      const [html, markdown] = [handedOn(copy.text, 'html'), handedOn(copy.text, 'markdown')];
      const values = tellingIn(log);
      const told: Readonly<Record<string, string>> = {
        copy: copy.text,
        html,
        'html as it is shown': shownBy(html),
        markdown,
        'markdown as it is shown': markdownFile(markdown).shown.join('\n'),
      };
      const found = Object.entries(told).flatMap(([where, text]) =>
        Array.from(values).flatMap((value) => (stands(text, value) ? [`${where}: ${value}`] : [])),
      );
      assert.deepEqual([found, values.size > 3], [[], true]);
    });
  }
});
