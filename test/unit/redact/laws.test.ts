import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { suite, test } from 'node:test';
import { analyze, type JsonObject, type JsonValue } from '../../../server/src/core';
import { NamedKinds } from '../../../server/src/core/redact/fieldKinds';
import { Redactor } from '../../../server/src/core/redact/redactor';
import { projectRoot } from '../../support/projectRoot';

/** All logs of the samples and fixtures, by name. */
const logs = ['samples', 'test/fixtures'].flatMap((folder) => filesBelow(path.join(projectRoot(), folder)));

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:json|jsonl|csv|txt|log)$/.test(name) && !name.endsWith('.expected.json'))
    .map((name) => path.join(folder, name))
    .filter((file) => statSync(file).isFile())
    .sort();
}

/** Values by their place, with `[]` for positions; of each event one after the other. */
function valuesOf(text: string): ReadonlyMap<string, readonly string[]> {
  const values = new Map<string, string[]>();
  for (const { event, index } of analyze(text)) {
    const open: [string, JsonValue][] = [[`${event === undefined ? index : ''}`, event ?? null]];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const [at, value] = next;
      if (Array.isArray(value)) for (const each of value) open.push([`${at}[]`, each]);
      else if (typeof value === 'object' && value !== null) {
        for (const [name, each] of Object.entries(value as JsonObject)) open.push([`${at}.${name}`, each]);
      } else {
        const known = values.get(at);
        if (known === undefined) values.set(at, [String(value)]);
        else known.push(String(value));
      }
    }
  }
  return values;
}

/** What stands for what, as numbers of first sight: equal for values that are joined alike. */
function partition(values: readonly string[]): readonly number[] {
  const numbers = new Map<string, number>();
  return values.map((value) => {
    const number = numbers.get(value) ?? numbers.size;
    numbers.set(value, number);
    return number;
  });
}

const names = new NamedKinds();

/** Fields whose values are told apart in the copy as in the log. */
function isJoined(at: string): boolean {
  const kind = names.of(at.replaceAll('[]', '').replace(/^.*\./, ''));
  return kind !== undefined && kind !== 'secret' && kind !== 'keep' && kind !== 'text' && kind !== 'agent';
}

suite('laws of redacted copies, for every sample and fixture', () => {
  for (const file of logs) {
    test(path.relative(projectRoot(), file), () => {
      const log = readFileSync(file, 'utf8');
      const redactor = new Redactor();
      redactor.learn(log);
      const copy = redactor.copy(log);
      if ('refused' in copy) return;
      const again = new Redactor();
      again.learn(log);
      assert.deepEqual(again.copy(log), copy, 'the same log gives the same copy');
      assert.deepEqual(copy.remaining, [], 'nothing remains');
      const before = valuesOf(log);
      const after = valuesOf(copy.text);
      if (copy.byForm > 0) return;
      for (const [at, values] of before) {
        const others = after.get(at) ?? [];
        if (isJoined(at)) assert.deepEqual(partition(others), partition(values), at);
        else assert.equal(others.length, values.length, at);
      }
      for (const at of ['.eventName', '.eventTime', '.eventSource', '.awsRegion', '.errorCode', '.eventVersion'])
        assert.deepEqual(after.get(at), before.get(at), at);
    });
  }
});
