/** A report as one page of HTML: whole by itself, and no text of a log is ever markup. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { suite, test } from 'node:test';
import { assertExpectedText } from '../../../../support/expectedText';
import { caseHeader, handedOn, sayingEverywhere } from '../../../../support/handedReports';
import { projectRoot } from '../../../../support/projectRoot';

const pageOn = (text: string, header = caseHeader): string => handedOn(text, 'html', header);

const sample = (...name: readonly string[]): string =>
  readFileSync(path.join(projectRoot(), 'samples', ...name), 'utf8');
const theft = sample('mixed', 'move-with-a-theft.json');

/** Everything that is written as markup, without the values of its attributes. */
function markupIn(page: string): readonly string[] {
  const body = page.slice(page.indexOf('<body>'));
  return Array.from(new Set(Array.from(body.matchAll(/<[^>]*>/g), ([tag]) => tag.replace(/="[^"]*"/g, '')))).sort();
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
    const other = { ...caseHeader, made: Date.UTC(2027, 0, 1) };
    const made = (day: string): string => `<dt>Made</dt><dd>${day} UTC</dd>`;
    assert.equal(pageOn(theft).replace(made('2026-05-17 10:00:00'), made('2027-01-01 00:00:00')), pageOn(theft, other));
  });

  test('has no markup but its own, whatever a log or whoever hands it over writes', () => {
    const text = `"'><script>alert(1)</script><img src=x onerror=alert(1)>--></title></style>&lt;`;
    const page = pageOn(sayingEverywhere(text), { title: text, author: text, reference: text, made: 0, tool: text });
    const own = new Set([...markupIn(pageOn(theft)), ...markupIn(pageOn(sayingEverywhere('a')))]);
    assert.deepEqual(
      markupIn(page).filter((tag) => !own.has(tag)),
      [],
    );
    // Of the page and of its picture, and the style of the page.
    assert.equal(page.match(/<\/(?:title|style)>/g)?.length, 3);
  });
});
