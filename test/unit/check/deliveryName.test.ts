import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { deliveryName } from '../../../server/src/core/check/deliveryName';

const NAME = '111111111111_CloudTrail_us-east-1_20260301T0705Z_Mu0KsOhtH1ar15ZZ.json.gz';
const read = { account: '111111111111', region: 'us-east-1', time: Date.UTC(2026, 2, 1, 7, 5) };

suite('the name of a delivered log', () => {
  const names: readonly (readonly [path: string, expected: ReturnType<typeof deliveryName>])[] = [
    [NAME, read],
    [`file:///logs/${NAME}`, read],
    [`C:\\logs\\${NAME}`, read],
    [`s3://bucket/AWSLogs/o-a1b2c3d4e5/111111111111/CloudTrail/us-east-1/2026/03/01/${NAME}`, read],
    [NAME.replace('.json.gz', ' (1).json'), read],
    [NAME.replace('CloudTrail', 'CloudTrail-NetworkActivity'), read],
    [NAME.replace('us-east-1', 'us-gov-west-1'), { ...read, region: 'us-gov-west-1' }],
    [NAME.replace('111111111111', '015043439996'), { ...read, account: '015043439996' }],
    [NAME.replace('T0705Z', 'T070530Z'), read],
    [NAME.replace('0301T', '1301T'), { ...read, time: Number.NaN }],
    [NAME.replace('111111111111', '1111'), undefined],
    [`copy-of-${NAME}`, undefined],
    [`${NAME}/events.json`, undefined],
    ['AWSLogs/111111111111/CloudTrail/us-east-1/2026/03/01/events.json', undefined],
    ['', undefined],
  ];
  for (const [path, expected] of names) test(path, () => assert.deepEqual(deliveryName(path), expected));
});
