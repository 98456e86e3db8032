/** A report as one page of HTML: whole by itself, and no text of a log is ever markup. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { suite, test } from 'node:test';
import {
  addEvent,
  addLog,
  ask,
  type CaseHeader,
  emptySummary,
  groundsOf,
  inquiryIds,
  reportHtml,
} from '../../../../../server/src/core';
import { evidenceOf } from '../../../../support/evidenceOf';
import { assertExpectedText } from '../../../../support/expectedText';
import { projectRoot } from '../../../../support/projectRoot';
import { factsIn } from '../../given';

const header: CaseHeader = {
  title: 'A theft in a move',
  author: 'Ida Novak',
  reference: 'CASE-1042',
  made: Date.UTC(2026, 4, 17, 10),
  tool: 'WorkMail Trail 1.0.0',
};

/** The page on one log, called `a log`. */
function pageOn(text: string, above = header): string {
  const summary = emptySummary();
  addLog(summary, 0);
  for (const facts of factsIn(text)) addEvent(summary, 0, facts);
  const grounds = groundsOf(evidenceOf({ 'a log': text }));
  const answers = inquiryIds.map((id) => ({ id, answer: ask(id, grounds) }));
  return reportHtml(summary, [{ label: 'a log', form: 'CloudTrail log file' }], above, { answers });
}

const sample = (...name: readonly string[]): string =>
  readFileSync(path.join(projectRoot(), 'samples', ...name), 'utf8');
const theft = sample('mixed', 'move-with-a-theft.json');

/** Everything that is written as markup, without the values of its attributes. */
function markupIn(page: string): readonly string[] {
  const body = page.slice(page.indexOf('<body>'));
  return Array.from(new Set(Array.from(body.matchAll(/<[^>]*>/g), ([tag]) => tag.replace(/="[^"]*"/g, '')))).sort();
}

/** A log in which every text that somebody may write closes what it could stand in. */
function hostile(text: string): string {
  const records = [0, 1, 2].map((at) => ({
    eventVersion: '1.08',
    eventTime: `2026-05-17T01:0${at}:00Z`,
    eventSource: 'workmail.amazonaws.com',
    eventName: 'CreateUser',
    awsRegion: `eu-west-1${text}`,
    sourceIPAddress: `203.0.113.7${text}`,
    userAgent: text,
    userIdentity: { type: 'IAMUser', userName: text, arn: `arn:aws:iam::111111111111:user/${text}`, accessKeyId: text },
    requestParameters: { organizationId: `m-${text}`, name: text, userId: text },
    responseElements: { userId: text },
    errorCode: text,
    errorMessage: text,
    eventID: `${text}${at}`,
    eventType: 'AwsApiCall',
    recipientAccountId: '111111111111',
  }));
  return JSON.stringify({ Records: records });
}

suite('a report that is handed over', () => {
  test('has its header, what was found and what nobody can tell before all else', () => {
    const page = pageOn(theft);
    const first = page.slice(page.indexOf('<body>'), page.indexOf('<h2 id="chapter-3">'));
    assertExpectedText(
      path.join(projectRoot(), 'test', 'unit', 'investigate', 'report', 'expected', 'handed.html.txt'),
      first,
    );
  });

  for (const name of [
    ['mixed', 'move-with-a-theft.json'],
    ['incident', 'stolen-key.json'],
  ] as const) {
    test(`leads to nothing but what is in it, and pages of AWS on what was called: ${name.join('/')}`, () => {
      const page = pageOn(sample(...name));
      const ids = new Set(Array.from(page.matchAll(/ id="([^"]*)"/g), ([, id]) => `#${id}`));
      const links = Array.from(page.matchAll(/ (?:href|src|action)="([^"]*)"/g), ([, href = '']) => href);
      assert.deepEqual(
        links.filter((href) => !ids.has(href) && !href.startsWith('https://docs.aws.amazon.com/workmail/')),
        [],
      );
      assert.ok(links.length > 100);
    });
  }

  test('is the same for the same log, but for its header', () => {
    const other = { ...header, made: Date.UTC(2027, 0, 1) };
    const made = (day: string): string => `<dt>Made</dt><dd>${day} UTC</dd>`;
    assert.equal(pageOn(theft).replace(made('2026-05-17 10:00:00'), made('2027-01-01 00:00:00')), pageOn(theft, other));
  });

  test('has no markup but its own, whatever a log or whoever hands it over writes', () => {
    const text = `"'><script>alert(1)</script><img src=x onerror=alert(1)>--></title></style>&lt;`;
    const page = pageOn(hostile(text), { title: text, author: text, reference: text, made: 0, tool: text });
    const own = new Set([...markupIn(pageOn(theft)), ...markupIn(pageOn(hostile('a')))]);
    assert.deepEqual(
      markupIn(page).filter((tag) => !own.has(tag)),
      [],
    );
    // Of the page and of its picture, and the style of the page.
    assert.equal(page.match(/<\/(?:title|style)>/g)?.length, 3);
  });
});
