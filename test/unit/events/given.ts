import fc from 'fast-check';
import { eventRow } from '../../../server/src/core';
import { type Analysis, allFacts, recordAt } from '../../../server/src/documents/analysis';
import type { EventLog } from '../../../server/src/documents/eventLog';
import { RequestIds } from '../../../server/src/documents/logIndex/requestIds';
import { OpenChunks } from '../../../server/src/documents/openChunks';
import { openLog } from '../../../server/src/documents/openLog';
import { EventsTogether } from '../../support/eventsTogether';
import { openedLog } from '../../support/followedLog';
import { record } from '../../support/generatedRecords';
import type { WholeEvent } from '../../support/slowGroups';

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
const repeating = fc
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

/** Records of up to three logs. */
export const repeatingLogs = fc.array(fc.array(repeating, { maxLength: 12 }), { maxLength: 3 });

/** Records of which each is an event of its own, on two days. */
const single = fc
  .tuple(record, fc.uuid(), fc.constantFrom('2026-03-01T07:00:00Z', '2026-03-02T07:00:00Z', 'never'))
  .map(([found, eventID, eventTime]) => JSON.stringify({ ...found, eventID, eventTime, requestID: eventID }));

/** Logs without an event that is there twice. */
export const singleLogs = fc.array(fc.array(single, { maxLength: 8 }), { maxLength: 4 });

/** Logs as they are read, each with a uri of its own. */
export function analysesOf(texts: readonly (readonly string[])[]): readonly Analysis[] {
  return texts.map((each, at) => {
    const { analysis } = openedLog(`{"Records":[${each.join(',')}]}`);
    return { ...analysis, uri: `file:///logs/${at}.json` };
  });
}

/** The same as logs whose events are looked at together. */
export function openLogsOf(analyses: readonly Analysis[]): readonly EventLog[] {
  const readAgain = { requestIds: new RequestIds(), chunks: new OpenChunks() };
  return analyses.map((analysis) => openLog(analysis, readAgain));
}

/** The events of logs that speak, in the order they happened, event by event. */
export function speakingOf(analyses: readonly Analysis[]): readonly WholeEvent[] {
  const { speaking } = toEnd(EventsTogether.collect(analyses.map(allFacts), 0));
  return speaking.flatMap((event) => {
    const analysis = analyses[event.log];
    const found = analysis && recordAt(analysis, event.facts.index);
    return found === undefined || analysis === undefined ? [] : [{ event, row: eventRow(found, analysis.uri) }];
  });
}

export function toEnd<T>(work: Generator<void, T>): T {
  for (let next = work.next(); ; next = work.next()) if (next.done) return next.value;
}
