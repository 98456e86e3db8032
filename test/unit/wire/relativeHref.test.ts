import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { relativeHref } from '../../../server/src/wire/relativeHref';

suite('the way from one file to another', () => {
  for (const [from, to, way] of [
    ['file:///a/report.md', 'file:///a/log.json', './log.json'],
    ['file:///a/report.md', 'file:///a/b/log.json', './b/log.json'],
    ['file:///a/b/report.md', 'file:///a/c/log.json', '../c/log.json'],
    ['file:///a/b/c/report.md', 'file:///log.json', '../../../log.json'],
    ['file:///a/report.md', 'file:///a/a%20b%23(1)%5D.json', './a%20b%23%281%29%5D.json'],
    ['file:///a/report.md', "file:///a/x:y's.json", './x%3Ay%27s.json'],
    ['file:///C:/a/report.md', 'file:///c%3A/b/log.json', '../b/log.json'],
    ['file:///C:/a/report.md', 'file:///d%3A/b/log.json', undefined],
    ['file://host/a/report.md', 'file:///a/log.json', undefined],
    ['vscode-vfs://github/o/r/report.md', 'vscode-vfs://github/o/r/logs/l.json', './logs/l.json'],
    ['file:///a/report.md', 'vscode-vfs://github/a/log.json', undefined],
    ['file:///a/report.md', 'file:///a/%zz.json', undefined],
    ['file:///a/report.md', 'file:///a/b%2Fc.json', undefined],
    ['file:///a/report.md', 'stdin:', undefined],
  ] as const)
    test(`${from} to ${to}`, () => assert.equal(relativeHref(from, to), way));
});
