import { openDuckDb, recordsBelow } from '../duckDb';
import type { Exported } from '../exported';
import { highWaterMark } from '../peak';

// `exportDuckDb FORMAT FOLDER FILE`: the same columns as our export has, as far as a record holds them, and the record whole. All members are
// taken out of the JSON at once, and nothing is kept, which is the quickest way that we know.

const COLUMNS: readonly (readonly [name: string, path: string])[] = [
  ['eventTime', '$.eventTime'],
  ['eventSource', '$.eventSource'],
  ['eventName', '$.eventName'],
  ['errorCode', '$.errorCode'],
  ['errorMessage', '$.errorMessage'],
  ['actor', '$.userIdentity.userName'],
  ['userIdentityType', '$.userIdentity.type'],
  ['userIdentityArn', '$.userIdentity.arn'],
  ['userIdentityPrincipalId', '$.userIdentity.principalId'],
  ['userIdentityAccessKeyId', '$.userIdentity.accessKeyId'],
  ['sessionIssuer', '$.userIdentity.sessionContext.sessionIssuer.arn'],
  ['userIdentityInvokedBy', '$.userIdentity.invokedBy'],
  ['sourceIPAddress', '$.sourceIPAddress'],
  ['userAgent', '$.userAgent'],
  ['awsRegion', '$.awsRegion'],
  ['recipientAccountId', '$.recipientAccountId'],
  ['readOnly', '$.readOnly'],
  ['eventCategory', '$.eventCategory'],
  ['eventType', '$.eventType'],
  ['eventID', '$.eventID'],
  ['requestID', '$.requestID'],
  ['sharedEventID', '$.sharedEventID'],
  ['requestParameters', '$.requestParameters'],
  ['responseElements', '$.responseElements'],
];

async function main([format = '', folder = '', file = '']: readonly string[]): Promise<void> {
  const connection = await openDuckDb();
  const paths = COLUMNS.map(([, path]) => `'${path}'`).join(', ');
  const columns = COLUMNS.map(([name], at) => `parts[${at + 1}] AS "${name}"`).join(', ');
  const told = `SELECT ${columns}, record AS event FROM (
    SELECT json_extract_string(record, [${paths}]) AS parts, record FROM (${recordsBelow(folder, 'JSON')}))`;
  const answer = await connection.runAndReadAll(`COPY (${told}) TO '${file}' (FORMAT ${format})`);
  const [[events] = []] = answer.getRowsJS();
  const exported: Exported = { events: Number(events), ms: performance.now(), peakBytes: highWaterMark() };
  console.log(JSON.stringify(exported));
}

main(process.argv.slice(2)).then(() => process.exit());
