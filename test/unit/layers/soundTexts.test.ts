/** What has no layer is never told to have one: every text of the project, one by one. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { suite, test } from 'node:test';
import { layersOf } from '../../../server/src/core/read/layers/layersOf';
import { CARRIED_FORMS } from '../../support/carriedForms';
import { projectRoot } from '../../support/projectRoot';
import { TRICKY_JSON } from '../../support/trickyJson';
import { EVENT, ONE_LINE, PRETTY } from './event';

/** Fixtures that have one, whatever else they are there for. */
const LAYERED: Readonly<Record<string, readonly string[]>> = {
  'test/fixtures/damage/single-quotes-python-record.txt': ['python'],
  'test/fixtures/damage/single-quotes-python.json': ['python'],
  'test/fixtures/damage/wrapped-at-80-columns.json': ['wrapped'],
  'test/fixtures/prose/assignment.txt': ['script-around'],
  'test/fixtures/prose/markdown.txt': ['fence'],
  'test/fixtures/prose/numbered-lines.txt': ['line-numbers'],
  'test/fixtures/prose/quoted-mail.txt': ['mail-quote'],
  'test/fixtures/prose/shell.txt': ['shell-prompts'],
};

const textsIn = (folder: string): readonly string[] =>
  readdirSync(path.join(projectRoot(), folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.gz'))
    .map((entry) => path.relative(projectRoot(), path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    // Files of forms that are layered on purpose have expectations of their own.
    .filter((file) => !file.startsWith('test/fixtures/forms/'));

suite('texts without layers', () => {
  test('fixtures, samples, schemas and the sources themselves', () => {
    const files = ['test', 'samples', 'schemas', 'server/src', 'docs'].flatMap(textsIn);
    const found = files.flatMap((file) => {
      const layers = layersOf(readFileSync(path.join(projectRoot(), file), 'utf8'))?.layers;
      return layers === undefined ? [] : [[file, layers.map(({ id }) => id)] as const];
    });
    assert.deepEqual(Object.fromEntries(found), LAYERED);
  });

  test('JSON that readers differ on', () => {
    for (const { name, text } of TRICKY_JSON) assert.equal(layersOf(text), undefined, name);
  });

  test('events that tools and services hand on', () => {
    for (const [name, { write }] of Object.entries(CARRIED_FORMS))
      assert.equal(layersOf(write([EVENT, EVENT])), undefined, name);
  });

  test('a log that holds events in its events, wherever its beginning is cut off that is looked at', () => {
    const inMarkup = ONE_LINE.replaceAll('"', '&quot;');
    const found = [0, 1].flatMap((by) => {
      const first = { ...EVENT, requestParameters: { inMarkup, long: 'a'.repeat(18_000 + by) } };
      const second = { ...EVENT, requestParameters: { detail: EVENT, breaks: '\n'.repeat(1000) } };
      return layersOf(JSON.stringify({ Records: [first, second] }))?.layers ?? [];
    });
    assert.deepEqual(found, []);
  });

  test('sources, rules and pages that show an event', () => {
    const shown: Readonly<Record<string, string>> = {
      'a test of Python': `import json\n\ndef test_event():\n    event = ${PRETTY.replaceAll('null', 'None')}\n    assert event\n`,
      'a module': `export const event = {\n  eventVersion: '1.11',\n  eventName: 'CreateUser',\n  eventTime: 'x',\n};\n`,
      'a string of a test': `test('x', () => {\n  const text =\n    '${ONE_LINE.replaceAll("'", "\\'")}';\n  read(text);\n});\n`,
      'a rule of detection':
        'detection:\n  selection:\n    eventSource: workmail.amazonaws.com\n    eventName: CreateUser\n  condition: selection\n',
      'a page about the format': `# Events\n\n${'A long explanation of the format. '.repeat(60)}\n\n\`\`\`json\n${PRETTY}\n\`\`\`\n`,
      'a query': "SELECT eventTime, eventName FROM logs WHERE eventSource = 'workmail.amazonaws.com'\n",
    };
    for (const [name, text] of Object.entries(shown)) assert.equal(layersOf(text), undefined, name);
  });

  test('a damaged log keeps its damage', () => {
    const damaged = {
      'a break in a string': PRETTY.replace('CreateUser', 'Create\nUser'),
      'numbers between members': PRETTY.replace('"eventName"', '12\n"eventName"'),
      'a quote in the middle': PRETTY.replace('  "eventName"', '> "eventName"'),
      'an entity in a value, a comma lost': PRETTY.replace('CreateUser",', 'a &quot;b&quot;"'),
      'an entity between members': PRETTY.replace('"eventName"', '&quot;\n"eventName"'),
      'texts on lines, a quote lost': `${JSON.stringify(ONE_LINE)}\n${JSON.stringify(ONE_LINE).slice(1)}\n`,
      'a beheaded log': PRETTY.slice(30),
      'a comma lost': PRETTY.replace('",', '"'),
    };
    for (const [name, text] of Object.entries(damaged)) assert.equal(layersOf(text), undefined, name);
  });
});
