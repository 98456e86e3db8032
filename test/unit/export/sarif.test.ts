import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { suite, test } from 'node:test';
import { Ajv } from 'ajv';
import { projectRoot } from '../../support/projectRoot';
import { ran } from '../cli/terminal';
import { recordOf } from '../investigate/given';
import { exported } from './exported';
import { hostileLog } from './hostile';

const {
  id: _id,
  $schema: _draft,
  ...schema
} = JSON.parse(
  readFileSync(
    path.join(projectRoot(), 'node_modules', '@microsoft', 'jest-sarif', 'lib', 'schemas', 'sarif-2.1.0-rtm.5.json'),
    'utf8',
  ),
);
const isSarif = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(schema);

/** What is looked at of a log in SARIF, and of what other commands write. */
interface Result {
  readonly ruleId: string;
  readonly message: { readonly text: string };
  readonly locations: readonly [
    {
      readonly physicalLocation: {
        readonly artifactLocation: { readonly uri: string };
        readonly region: Readonly<Record<string, number>>;
      };
    },
  ];
}
interface Checked {
  readonly problems: readonly {
    readonly code: string;
    readonly message: string;
    readonly range: Readonly<Record<'start' | 'end', { readonly line: number; readonly character: number }>>;
  }[];
}
interface AskedOf {
  readonly questions: readonly {
    readonly id: string;
    readonly findings: readonly {
      readonly summary: string;
      readonly events: readonly { readonly eventID: string }[];
    }[];
  }[];
}
const resultsIn = (sarif: string): readonly Result[] => JSON.parse(sarif).runs[0].results;

const broken = `{"Records":[\n${JSON.stringify(recordOf('ListUsers')).replace(',"eventName"', '"eventName"')}]}`;

suite('SARIF', () => {
  test('is what its schema says, whatever stands in the logs', async () => {
    for (const log of [broken, hostileLog, '{"Records":[]}', 'no log']) {
      const { bytes } = await exported('sarif', { 'a log.json': log });
      isSarif(JSON.parse(bytes.toString('utf8')));
      assert.deepEqual(isSarif.errors, null);
    }
  });

  test('has the problems that check has, at the same places', async () => {
    const { stdout } = await ran(['check', '--json', '-'], { stdin: broken });
    const { problems }: Checked = JSON.parse(stdout);
    const { stdout: sarif } = await ran(['export', '--format', 'sarif', '-'], { stdin: broken });
    const [{ tool, columnKind }] = JSON.parse(sarif).runs;
    const results = resultsIn(sarif);
    const told = results.filter(({ ruleId }) => /^WT/.test(ruleId));
    assert.ok(problems.length > 0);
    assert.deepEqual(
      told.map(({ ruleId, message, locations: [{ physicalLocation: at }] }) => ({
        ruleId,
        text: message.text,
        at: at.region,
      })),
      problems.map(({ code, message, range }) => ({
        ruleId: code,
        text: message,
        at: {
          startLine: range.start.line + 1,
          startColumn: range.start.character + 1,
          endLine: range.end.line + 1,
          endColumn: range.end.character + 1,
        },
      })),
    );
    assert.deepEqual(
      [columnKind, new Set(results.map(({ ruleId }) => ruleId))],
      ['utf16CodeUnits', new Set(tool.driver.rules.map(({ id }: { id: string }) => id))],
    );
  });

  test('has what ask finds, with where its events stand', async () => {
    const sample = 'samples/incident/stolen-key.json';
    const { stdout } = await ran(['ask', '--json', sample]);
    const { stdout: sarif } = await ran(['export', '--format', 'sarif', sample]);
    const { questions }: AskedOf = JSON.parse(stdout);
    const found = questions.flatMap((question) =>
      question.findings.map(({ summary, events }) => `${question.id} ${summary} ${events[0]?.eventID}`),
    );
    const text = readFileSync(path.join(projectRoot(), sample), 'utf8');
    const told = resultsIn(sarif)
      .filter(({ ruleId }) => !/^WT/.test(ruleId))
      .map(({ ruleId, message, locations: [{ physicalLocation: at }] }) => {
        const { charOffset = 0, charLength = 0 } = at.region;
        assert.equal(at.artifactLocation.uri, sample);
        const { eventID } = JSON.parse(text.slice(charOffset, charOffset + charLength));
        return `${ruleId} ${message.text} ${eventID}`;
      });
    assert.deepEqual(told, found);
  });
});
