import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  type EventGroup,
  entitiesOf,
  type GroupField,
  groupFields,
  inGroupOrder,
  matches,
  parseQuestion,
} from '../../../server/src/core';
import type { Analysis } from '../../../server/src/documents/analysis';
import { GroupedEvents } from '../../../server/src/events/groupedEvents';
import { MergedEvents } from '../../../server/src/events/mergedEvents';
import { Partitions } from '../../../server/src/events/partitions';
import { RowsTogether } from '../../../server/src/events/rowsTogether';
import { Selections } from '../../../server/src/events/selections';
import { placeText, type SlowGroup, slowGroups } from '../../support/slowGroups';
import { analysesOf, openLogsOf, repeatingLogs, singleLogs, speakingOf, toEnd } from './given';

/** @param open how many of the logs are open, the last ones; the others lie on disk */
function merged(analyses: readonly Analysis[], open: number): MergedEvents {
  const logs = openLogsOf(analyses);
  const first = logs.length - open;
  const onDisk = toEnd(RowsTogether.collect(logs.slice(0, first), 0));
  return new MergedEvents(logs, onDisk, toEnd(RowsTogether.collect(logs.slice(first), first)), 0);
}

async function grouped(events: MergedEvents, by: readonly GroupField[]): Promise<GroupedEvents> {
  const partitions = new Partitions(async (work) => toEnd(work));
  const levels = await partitions.levels(events, by);
  return new GroupedEvents(events, new Selections().of(events, 'all'), levels);
}

/** All groups with all that they hold, in the order of their keys. */
function told(events: GroupedEvents, path: readonly string[] = []): readonly SlowGroup[] {
  const { groups, total } = events.groups(path, 0, 1000);
  assert.equal(groups.length, total);
  return groups
    .map(({ key, count, failed, malformed, first, last, weight }): SlowGroup => {
      const below = [...path, key];
      const isInnermost = below.length === events.depth;
      const holds = isInnermost ? events.events(below).slice().map(placeText) : told(events, below);
      return { key, count, failed, malformed, first, last, weight, holds };
    })
    .sort((left, right) => (left.key < right.key ? -1 : 1));
}

const levels = fc.uniqueArray(fc.constantFrom(...groupFields), { minLength: 1, maxLength: 2 });

test('made from columns, groups hold what they hold when each event is asked', async () => {
  await fc.assert(
    fc.asyncProperty(repeatingLogs, levels, async (texts, by) => {
      const analyses = analysesOf(texts);
      const speaking = speakingOf(analyses);
      const entities = entitiesOf(speaking.map(({ event }) => event));
      assert.deepEqual(told(await grouped(merged(analyses, analyses.length), by)), slowGroups(speaking, by, entities));
    }),
    { numRuns: 500, seed: 1 },
  );
});

test('events that lie on disk and events that are open are grouped as one', async () => {
  await fc.assert(
    fc.asyncProperty(singleLogs, fc.nat(4), levels, async (texts, open, by) => {
      const analyses = analysesOf(texts);
      const all = await grouped(merged(analyses, Math.min(open, analyses.length)), by);
      const speaking = speakingOf(analyses);
      const entities = entitiesOf(speaking.map(({ event }) => event));
      assert.deepEqual(told(all), slowGroups(speaking, by, entities));
    }),
    { numRuns: 500, seed: 1 },
  );
});

test('an event is found where it is listed', async () => {
  await fc.assert(
    fc.asyncProperty(singleLogs, fc.nat(4), levels, async (texts, open, by) => {
      const analyses = analysesOf(texts);
      const events = merged(analyses, Math.min(open, analyses.length));
      const all = await grouped(events, by);
      for (const { event } of speakingOf(analyses)) {
        const here = events.event(event.log, event.facts.index);
        const place = here && all.placeOf(here);
        assert.ok(here !== undefined && place !== undefined);
        const path: string[] = [];
        for (const { group, position } of place.groups) {
          assert.deepEqual(all.groups(path, position, position + 1).groups, [group]);
          path.push(group.key);
        }
        assert.equal(all.events(path).slice(place.position, place.position + 1)[0], here);
      }
    }),
    { numRuns: 200, seed: 1 },
  );
});

test('the question of a group picks its events, and none of other groups but by other targets', async () => {
  await fc.assert(
    fc.asyncProperty(singleLogs, fc.constantFrom(...groupFields), async (texts, by) => {
      const analyses = analysesOf(texts);
      const all = await grouped(merged(analyses, analyses.length), [by]);
      const speaking = speakingOf(analyses);
      for (const { key, question } of all.groups([], 0, 1000).groups) {
        const asked = parseQuestion(question);
        assert.deepEqual(asked.problems, [], question);
        const answers = matches(asked.question);
        const picked = speaking.filter(({ row }) => answers(Object.assign(row, { raw: () => '' })));
        const held = all.events([key]).slice().map(placeText);
        const found = picked.map(({ event }) => placeText(event));
        assert.deepEqual(by === 'target' ? found.filter((place) => held.includes(place)) : found, held, question);
      }
    }),
    { numRuns: 500, seed: 1 },
  );
});

test('groups come in an order of their own for each thing they are by, page by page', async () => {
  await fc.assert(
    fc.asyncProperty(singleLogs, fc.nat(4), fc.constantFrom(...groupFields), async (texts, open, by) => {
      const analyses = analysesOf(texts);
      const all = await grouped(merged(analyses, Math.min(open, analyses.length)), [by]);
      const { total, groups } = all.groups([], 0, 1000);
      const pages: (readonly EventGroup[])[] = [];
      for (let from = 0; from < total; from += 2) pages.push(all.groups([], from, from + 2).groups);
      assert.deepEqual(pages.flat(), groups);
      assert.deepEqual(groups, groups.slice().sort(inGroupOrder(by)));
    }),
    { numRuns: 200, seed: 1 },
  );
});

test('what was done in a mailbox weighs what is known of it, not what the log is', async () => {
  const acts = ['read', 'read', 'update_permissions', 'create', 'an act of tomorrow'];
  const lines = acts.map((action, at) =>
    JSON.stringify({
      event_timestamp: 1_772_350_000_000 + at,
      organization_arn: 'arn:aws:workmail:eu-west-1:111122223333:organization/m-5e6f708192a3b4c5d6e7f8091a2b3c4d',
      action,
      action_allowed: true,
    }),
  );
  const groupsBy = async (by: 'weight' | 'action'): Promise<unknown> => {
    const { groups } = (await grouped(merged(analysesOf([lines]), 1), [by])).groups([], 0, 10);
    return groups.map(({ label, count, weight }) => [label, count, weight]);
  };
  assert.deepEqual(await groupsBy('action'), [['Mailbox access', 5, 'high']]);
  assert.deepEqual(await groupsBy('weight'), [
    ['High', 3, 'high'],
    ['Info', 1, 'info'],
    ['No weight known', 1, undefined],
  ]);
});
