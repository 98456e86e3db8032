import { byField, groupRows, type RowField, rowKey } from '../../../server/src/core';
import { PAGE, timed } from '../rowTasks';
import { storedRows } from '../storedRows';

// `rowsNaive ROWS`: so many rows as objects, asked in the plainest way, each with the test that this one question needs.
const TIMES = 3;
const { chunks, rowAt } = storedRows(Number(process.argv[2]));
const rows = chunks.flatMap((chunk) =>
  Array.from({ length: chunk.count }, (_, at) => {
    const row = rowAt(chunk, at);
    const { file, index, start, end, time, eventTime, source, service, action, outcome, errorCode, region } = row;
    const { account, readOnly, category, type, actorKind, actor, actorArn, actorId, accessKey, sessionIssuer } = row;
    const { sessionName, sessionCreated, mfa, invokedBy, address, userAgent, eventID, requestID } = row;
    const { sharedEventID, targets, malformed, weight } = row;
    return {
      ...{ file, index, start, end, time, eventTime, source, service, action, outcome, errorCode, region },
      ...{ account, readOnly, category, type, actorKind, actor, actorArn, actorId, accessKey, sessionIssuer },
      ...{ sessionName, sessionCreated, mfa, invokedBy, address, userAgent, eventID, requestID },
      ...{ sharedEventID, targets, malformed, weight },
    };
  }),
);
const SERVICES = ['s3', 'iam', 'kms'];

const timings = timed(TIMES, {
  filter: () =>
    rows.filter(
      ({ service, readOnly, address }) =>
        SERVICES.includes(service) && readOnly === false && address.startsWith('203.0.113.'),
    ).length,
  oneColumn: () => groupRows(rows, ['service', 'action']).length,
  twoColumns: () => groupRows(rows, ['actor', 'address']).length,
  byTime: () => sort('time'),
  byText: () => sort('userAgent'),
  byId: () => sort('eventID'),
  distinct: () => new Set(rows.map(rowKey)).size,
});
console.log(JSON.stringify(timings));

function sort(field: RowField): number {
  const page = rows.slice().sort(byField(field)).slice(0, PAGE);
  return page.at(-1)?.time ?? Number.NaN;
}
