import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { hrefTo, relativeHref, uriBehind } from '../../../server/src/wire/relativeHref';

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

suite('the file that another one names', () => {
  const from = 'file:///cases/one/case.workmail-case.json';
  for (const uri of [
    'file:///cases/one/a%20b.json',
    'file:///cases/logs/x/%23.json',
    'file:///log.json',
    'workmail-sample:/incident/stolen-key.json',
  ])
    test(`is found again: ${uri}`, () => assert.equal(uriBehind(from, hrefTo(from, uri)), uri));

  for (const href of [
    'file://attacker.example/share/a.json',
    '//attacker.example/share/a.json',
    'https://attacker.example/a.json',
    'command:workbench.action.terminal.new',
    'vscode-remote://ssh-remote+attacker/a.json',
    'workmail-sample://attacker/a.json',
    '../../../../../a.json',
    './a%2F..%2F..%2Fetc/passwd',
    './a//b.json',
    './%zz',
    '',
    'a.json',
  ])
    test(`is nothing where it leads to another machine or nowhere: ${href}`, () =>
      assert.equal(uriBehind(from, href), undefined));

  test('may lie where the case file itself does', () => {
    const remote = 'vscode-vfs://github/o/r/case.workmail-case.json';
    assert.deepEqual(
      ['./logs/a.json', 'vscode-vfs://github/o/other/a.json', 'vscode-vfs://azurerepos/o/a.json'].map((href) =>
        uriBehind(remote, href),
      ),
      ['vscode-vfs://github/o/r/logs/a.json', 'vscode-vfs://github/o/other/a.json', undefined],
    );
  });
});
