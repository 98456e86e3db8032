import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { suite, test } from 'node:test';
import { type SavedCase, savedCaseText } from '../../../server/src/core/investigate/case/savedCase';
import { sketchOf } from '../../../server/src/core/investigate/case/sketch';
import { evidenceOf } from '../../support/evidenceOf';
import { organizationId, recordOf, userId } from '../investigate/given';
import { ran, withFiles } from './terminal';

const [id] = [userId(1)];
const log = JSON.stringify({
  Records: [
    recordOf('DeleteUser', { eventID: 'e-1', requestParameters: { organizationId, userId: id }, responseElements: {} }),
  ],
});
const written = '2026-05-18T12:00:00.000Z';
const saved: SavedCase = {
  saved: written,
  tool: 'WorkMail Trail 1.0.0',
  filter: '',
  lastQuestions: [],
  groupBy: [],
  places: [{ place: './log.json', isFolder: false }],
  files: [],
  names: ['./users.json'],
  notes: [],
  sketch: sketchOf(evidenceOf({ 'log.json': log }).mail),
  entries: [{ question: 'way-in', id: 'conclusion', text: 'Through the <door>', written }],
};
const files = {
  'log.json': log,
  'users.json': JSON.stringify({ Users: [{ Id: id, Name: 'bruno' }] }),
  'case.json': savedCaseText(saved),
  'other.json': savedCaseText({ ...saved, sketch: [1, 2, 3] }),
  'hostile.json': savedCaseText(saved).replace('{', '{"__proto__":{},'),
};

suite('a case in the terminal', () => {
  for (const command of ['summarize', 'report'])
    test(`gives ${command} its conclusions and its names`, () =>
      withFiles(files, async (at) => {
        const { code, stdout, stderr } = await ran([command, '--case', at('case.json'), at('log.json')]);
        const text = stdout.replaceAll('&lt;', '<').replaceAll('&gt;', '>');
        assert.deepEqual(
          [code, stderr, text.includes('Through the <door>'), text.includes('bruno')],
          [0, '', true, true],
        );
      }));

  test('on other logs is told, and what is written in it is left out', () =>
    withFiles(files, async (at) => {
      const { code, stdout, stderr } = await ran(['summarize', '--case', at('other.json'), at('log.json')]);
      assert.deepEqual(
        [code, stderr, stdout.includes('Through')],
        [
          0,
          `workmail-trail: ${at('other.json')}: what is written in it is about other logs, and is left out.\n`,
          false,
        ],
      );
    }));

  test('is refused where it is none, and nothing is written', () =>
    withFiles(files, async (at) => {
      await writeFile(at('report.html'), 'kept');
      const args = ['report', '--force', '--output', at('report.html'), '--case'];
      const [hostile, none] = [
        await ran([...args, at('hostile.json'), at('log.json')]),
        await ran([...args, at('none.json'), at('log.json')]),
      ];
      assert.deepEqual(
        [hostile.code, hostile.stderr, none.code, await readFile(at('report.html'), 'utf8')],
        [
          2,
          `workmail-trail: ${at('hostile.json')}: It is damaged: it holds something that no case has. Take a copy of it that is whole.\n`,
          2,
          'kept',
        ],
      );
    }));
});
