import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { suite, test } from 'node:test';
import type { JsonObject } from '../../../server/src/core';
import { readRules } from '../../../server/src/core/sigma/sigmaEngine';
import { projectRoot } from '../../support/projectRoot';
import { logOf, outcomesOf } from '../../support/sigma';
import { recordOf } from '../investigate/given';

/** Events of a case: what they have in common with all calls is left out, and `at` is the minute in which each was made. */
type Case = readonly JsonObject[];

interface Cases {
  /** Of each all events are hit. */
  readonly hit: readonly Case[];
  /** Of each none is. */
  readonly nearMiss: readonly Case[];
}

const folder = path.join(projectRoot(), 'rules', 'workmail');
const names = readdirSync(folder).sort();
const textOf = (name: string): string => readFileSync(path.join(folder, name), 'utf8');

function casesOf(name: string): Cases {
  const file = path.join(projectRoot(), 'test', 'fixtures', 'sigma', name.replace(/\.yml$/, '.json'));
  return JSON.parse(readFileSync(file, 'utf8'));
}

function recordIn({ at, eventName, ...own }: JsonObject, index: number): JsonObject {
  const eventTime = new Date(Date.UTC(2026, 2, 1, 8, Number(at))).toISOString().replace('.000Z', 'Z');
  return recordOf(String(eventName), { eventTime, eventID: `e-${index}`, ...own });
}

/** How many events of a case the last rule of a file hits: where there are several, the others are what it correlates. */
function hits(text: string, events: Case): number {
  const { rules } = readRules([{ name: 'rule.yml', text }]);
  return outcomesOf(rules, [logOf(events.map(recordIn))]).outcomes.at(-1)?.[1].length ?? -1;
}

suite('the rules that are shipped', () => {
  test('each hit what they are for, and not what is near it', () => {
    const found = names.map((name) => {
      const { hit, nearMiss } = casesOf(name);
      const text = textOf(name);
      return [name, hit.map((events) => hits(text, events)), nearMiss.map((events) => hits(text, events))];
    });
    const expected = names.map((name) => {
      const { hit, nearMiss } = casesOf(name);
      return [name, hit.map(({ length }) => length), nearMiss.map(() => 0)];
    });
    assert.deepEqual(found, expected);
  });

  test('are thirty or more, all of which can be asked and tell what they are', () => {
    const { rules, problems } = readRules(names.map((name) => ({ name, text: textOf(name) })));
    assert.deepEqual(problems, []);
    const wanting = rules.filter(
      ({ asked, id, title, level, status, description, falsepositives, references }) =>
        asked.kind === 'unsupported' ||
        !/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id) ||
        [title, description].includes('') ||
        status !== 'experimental' ||
        level === undefined ||
        falsepositives.length === 0 ||
        references.length === 0 ||
        !references.every((each) => each.startsWith('https://docs.aws.amazon.com/')),
    );
    assert.deepEqual(wanting, []);
    assert.equal(new Set(rules.map(({ id }) => id)).size, rules.length);
    assert.equal(new Set(rules.map(({ title }) => title)).size, rules.length);
    assert.ok(rules.filter(({ isQuiet }) => !isQuiet).length >= 30);
  });

  test('name calls that the catalog knows, and tags in the form of ATT&CK', () => {
    const catalog = readFileSync(path.join(projectRoot(), 'schemas', 'workmail', 'catalog.json'), 'utf8');
    const { rules } = readRules(names.map((name) => ({ name, text: textOf(name) })));
    const ofMail = names.filter((name) => textOf(name).includes("'workmail"));
    const unknown = ofMail.flatMap((name) =>
      Array.from(textOf(name).matchAll(/'([A-Z][a-z]+[A-Z][A-Za-z]+)'/g), ([, call = '']) => call).filter(
        (call) => !catalog.includes(`"${call}"`) && !/^(?:IAMUser|AccessDenied|AssumedRole)$/.test(call),
      ),
    );
    const tags = rules
      .flatMap(({ tags }) => tags)
      .filter((tag) => !/^attack\.(?:t\d{4}(?:\.\d{3})?|[a-z-]+)$/.test(tag));
    assert.deepEqual({ unknown, tags }, { unknown: [], tags: [] });
  });
});
