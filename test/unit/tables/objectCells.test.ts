/** Which cells hold an object, a list or yes and no: what the record format says of the field, not how its last step is called. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { viewOfCells } from '../../../server/src/core/read/tables/rowView';

const CELLS: readonly (readonly [column: string, text: string, value: unknown])[] = [
  ['userIdentity.onBehalfOf', '{"userId":"u","identityStoreArn":"a"}', { userId: 'u', identityStoreArn: 'a' }],
  ['userIdentity.invokedByDelegate', '{accountid=111122223333}', { accountId: '111122223333' }],
  ['userIdentity.sessionContext.attributes', '{mfaauthenticated=true}', { mfaAuthenticated: 'true' }],
  ['tlsDetails', 'NULL', null],
  ['readOnly', 'True', true],
  ['requestParameters.attributes', '{"color":"red"}', '{"color":"red"}'],
  ['requestParameters.resources', 'None', 'None'],
  ['requestParameters.readOnly', 'True', 'True'],
];

for (const [column, text, value] of CELLS) {
  test(`${column} says ${text}`, () => {
    const span = { start: 0, end: text.length };
    const { source } = viewOfCells([{ column, key: undefined, value: span, says: { text } }]);
    const nested = column.split('.').reduceRight<unknown>((inner, step) => ({ [step]: inner }), value);
    assert.deepEqual(JSON.parse(source), nested);
  });
}
