/** A report as a file of Markdown, read by a parser that is not ours: every link leads somewhere, and no text of a log is ever syntax. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { suite, test } from 'node:test';
import { assertExpectedText } from '../../../../support/expectedText';
import { caseHeader, handedOn, sayingEverywhere } from '../../../../support/handedReports';
import { markdownFile } from '../../../../support/markdownFile';
import { projectRoot } from '../../../../support/projectRoot';

const sample = (...name: readonly string[]): string =>
  readFileSync(path.join(projectRoot(), 'samples', ...name), 'utf8');
const theft = sample('mixed', 'move-with-a-theft.json');

/** What every link may lead to that leads outside of the file. */
const OUTSIDE = /^(?:https:\/\/docs\.aws\.amazon\.com\/workmail\/|data:image\/svg\+xml)/;

/** Texts that are syntax somewhere. */
const hostile = [
  '](https://evil.example/) [x](javascript:alert(1)) ![y](https://evil.example/p.png)',
  '<a id="event-1"></a><script>alert(1)</script><img src=x onerror=alert(1)>',
  '| a | b |\n|---|---|\n# heading\n- list\n```\ncode',
  '`code` **bold** https://evil.example www.evil.example me@evil.example $(zap) [^1]: \\',
];

suite('a report that is handed over as Markdown', () => {
  test('has its header, what was found and what nobody can tell before all else', () => {
    const text = handedOn(theft, 'markdown');
    assertExpectedText(
      path.join(projectRoot(), 'test', 'unit', 'investigate', 'report', 'expected', 'handed.md.txt'),
      text.slice(0, text.indexOf('<a id="chapter-3">')),
    );
  });

  for (const name of [
    ['mixed', 'move-with-a-theft.json'],
    ['incident', 'stolen-key.json'],
  ] as const)
    test(`leads to nothing but what is in it, and pages of AWS on what was called: ${name.join('/')}`, () => {
      const { links, anchors, foreign } = markdownFile(handedOn(sample(...name), 'markdown'));
      const there = new Set(anchors.map((id) => `#${id}`));
      assert.deepEqual(
        [links.filter((href) => !there.has(href) && !OUTSIDE.test(href)), foreign, there.size === anchors.length],
        [[], [], true],
      );
      assert.ok(links.length > 100);
    });

  for (const text of hostile)
    test(`has no syntax but its own, whatever a log or whoever hands it over writes: ${JSON.stringify(text)}`, () => {
      const header = { title: text, author: text, reference: text, made: 0, tool: text };
      const logs = new Map([['a log', { href: './a%20log.json' }]]);
      const plain = markdownFile(handedOn(sayingEverywhere('a'), 'markdown', caseHeader, logs));
      const { links, anchors, foreign, cells } = markdownFile(
        handedOn(sayingEverywhere(text), 'markdown', header, logs),
      );
      const there = new Set([...anchors.map((id) => `#${id}`), './a%20log.json']);
      assert.deepEqual(
        [links.filter((href) => !there.has(href) && !OUTSIDE.test(href)), foreign, new Set(cells), anchors],
        [[], [], new Set(plain.cells), plain.anchors],
      );
    });

  test('shows a title, a reference and what a log says as they were written', () => {
    const text = 'a_b *c* <d> | [e](f) `g`';
    const { shown } = markdownFile(handedOn(sayingEverywhere(text), 'markdown', { ...caseHeader, title: text }));
    assert.deepEqual([shown[0], shown.includes(`${text}1`)], [text, true]);
  });

  test('leads to the log where it lies, and says which bytes it was made from where it is told', () => {
    const logs = new Map([['a log', { href: '../a%20log.json', sha256: 'ab12' }]]);
    const { links, shown } = markdownFile(handedOn(theft, 'markdown', caseHeader, logs));
    assert.deepEqual(
      [links.filter((href) => href.startsWith('..')), shown.filter((line) => line.startsWith('Log 1'))],
      [['../a%20log.json'], ['Log 1: a log, SHA-256 of the original ab12']],
    );
  });

  test('is the same for the same log', () => {
    assert.equal(handedOn(theft, 'markdown'), handedOn(theft, 'markdown'));
  });
});
