import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type ActionGroup, distinctKey, type EventInLog } from '../../../server/src/core/index';
import { type Analysis, allFacts } from '../../../server/src/documents/analysis';
import { RequestIds } from '../../../server/src/documents/logIndex/requestIds';
import { OpenChunks } from '../../../server/src/documents/openChunks';
import { openLog } from '../../../server/src/documents/openLog';
import { MergedEvents } from '../../../server/src/events/mergedEvents';
import { RowsTogether } from '../../../server/src/events/rowsTogether';
import { EventsTogether } from '../../support/eventsTogether';
import { openedLog } from '../../support/followedLog';
import { record } from '../../support/generatedRecords';

const ids = [
  '',
  'made-up',
  '00000000-1a2b-4c3d-8e4f-0123456789ab',
  '00000001-1a2b-4c3d-8e4f-0123456789ab',
  'AB',
  '00000000-1A2B-4C3D-8E4F-0123456789AB',
  '{00000001-1a2b-4c3d-8e4f-0123456789ab}',
  '{}',
  'Made-Up',
];
const times = [
  '2026-03-01T07:00:00Z',
  '2026-03-01T07:00:01Z',
  '2026-03-01 07:00:01Z',
  '2026-03-01 07:00:00.5',
  '2026-03-01T08:00:00+01:00',
  'never',
  '',
];

const requests = ['r-1', 'r-2', '11111111-0000-4000-8000-000000000001', ''];
/** A record of WorkMail as a VPC endpoint writes it, or none. */
const networks = [{}, {}, { eventCategory: 'NetworkActivity', eventType: 'AwsVpceEvents', vpcEndpointId: 'vpce-1' }];

/** Few ids, requests and times, so that many records repeat one another; some are damaged, and some are of nobody knows whom. */
const event = fc
  .tuple(
    record,
    fc.constantFrom(...ids),
    fc.constantFrom(...times),
    fc.constantFrom(0, 0, 0, 1, 2, 3),
    fc.constantFrom(...requests),
    fc.constantFrom(...networks),
  )
  .map(([found, eventID, eventTime, harm, requestID, network]): string => {
    const text = JSON.stringify({
      ...found,
      eventID,
      eventTime,
      requestID,
      ...network,
      ...(harm === 1 && { awsRegion: 7 }),
    });
    if (harm === 2) return text.replace(',"eventName"', '"eventName"');
    return harm === 3 ? text.replace(/"eventSource":"[^"]*"/, '"eventSource":""') : text;
  });
const logs = fc.array(fc.array(event, { maxLength: 12 }), { maxLength: 3 });

function toEnd<T>(work: Generator<void, T>): T {
  for (let next = work.next(); ; next = work.next()) if (next.done) return next.value;
}

const place = ({ log, facts }: EventInLog): string => `${log}/${facts.index}`;
const toldGroup = ({ events, ...own }: ActionGroup): unknown => ({ ...own, events: events.slice().map(place) });
const ALL = { silenced: new Set<number>() };

test('made from columns, events together are what they are made from facts', () => {
  fc.assert(
    fc.property(logs, fc.nat(3), (texts, first) => {
      const analyses: Analysis[] = texts.map((each) => openedLog(`{"Records":[${each.join(',')}]}`).analysis);
      const readAgain = { requestIds: new RequestIds(), chunks: new OpenChunks() };
      const opened = analyses.map((analysis) => openLog(analysis, readAgain));
      const rows = toEnd(RowsTogether.collect(opened, first));
      const facts = toEnd(EventsTogether.collect(analyses.map(allFacts), first));
      const keys = Array.from(facts.groupKeys).sort();
      const merged = new MergedEvents(opened, toEnd(RowsTogether.collect([], 0)), rows, 0);
      assert.deepEqual(
        {
          teaching: rows.teaching.map(place).sort(),
          witnesses: rows.witnesses.map(place).sort(),
          groups: Array.from(rows.groupKeys)
            .sort()
            .map((key) => toldGroup(merged.group('all', key) ?? assert.fail(key))),
          copies: Array.from(rows.keys)
            .sort()
            .map((key) => rows.copies(key).map(place)),
        },
        {
          teaching: facts.teaching.map(place).sort(),
          witnesses: facts.witnesses.map(place).sort(),
          groups: keys.map((key) => toldGroup(facts.group(key))),
          copies: Array.from(facts.keys)
            .sort()
            .map((key) => facts.copies(key).map(place)),
        },
      );
      for (const key of rows.groupKeys) {
        for (const event of rows.list(key, ALL).slice()) assert.equal(rows.copies(distinctKey(event))[0], event);
      }
    }),
    { numRuns: 300, seed: 1 },
  );
});
