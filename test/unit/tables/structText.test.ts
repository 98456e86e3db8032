import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { innerName } from '../../../server/src/core/read/tables/columns';
import { jsonOfStruct } from '../../../server/src/core/read/tables/structText';

const CASES: readonly (readonly [what: string, struct: string, json: string | undefined])[] = [
  [
    'a struct of Athena',
    '{type=IAMUser, principalid=AIDA, sessioncontext={attributes={mfaauthenticated=true}}, username=null}',
    '{"type":"IAMUser","principalId":"AIDA","sessionContext":{"attributes":{"mfaAuthenticated":"true"}},"userName":null}',
  ],
  ['commas of its values', '{name=a, b, c, type=x}', '{"name":"a, b, c","type":"x"}'],
  ['a comma and a word in quotes among them', "{name=a, 'b', type=x}", `{"name":"a, 'b'","type":"x"}`],
  [
    'lists in it',
    '{values=[a, b], more=[{k=1}, {k=2}], none=[]}',
    '{"values":["a","b"],"more":[{"k":"1"},{"k":"2"}],"none":[]}',
  ],
  [
    'a struct of DuckDB',
    "{'type': IAMUser, 'arn': 'arn:aws:iam::1:user/a', 'accountid': 1, 'sessionContext': NULL}",
    '{"type":"IAMUser","arn":"arn:aws:iam::1:user/a","accountId":"1"}',
  ],
  ['nothing but what other rows have', "{'a': NULL, 'b': NULL}", '{}'],
  ['a first member that other rows have', "{'a': NULL, 'b': c}", '{"b":"c"}'],
  ['quotes of its own', String.raw`{'a\'b': 'O\'Brien, {x}', 'c': ''}`, `{"a'b":"O'Brien, {x}","c":""}`],
  [
    'values that old versions do not quote',
    "{'arn': arn:aws:iam::1:user/a, 'type': x}",
    '{"arn":"arn:aws:iam::1:user/a","type":"x"}',
  ],
  [
    'structs and lists in one',
    "{'a': {'b': [x, 'y, z', NULL]}, 'c': [{'d': 1}]}",
    '{"a":{"b":["x","y, z",null]},"c":[{"d":"1"}]}',
  ],
  ['a map of DuckDB', "{name='a, b', 'two words'=c, none=NULL}", '{"name":"a, b","two words":"c","none":null}'],
  [
    'a dict of Python',
    `{'type': 'IAMUser', 'userName': "O'Brien", 'invokedBy': None, 'mfaAuthenticated': False}`,
    `{"type":"IAMUser","userName":"O'Brien","invokedBy":null,"mfaAuthenticated":"False"}`,
  ],
  ['nothing', '{}', '{}'],
  ['a list of structs', "[{'arn': a}, {'arn': b}]", '[{"arn":"a"},{"arn":"b"}]'],
  ['brackets that do not belong together', "{'a': [x}", undefined],
  ['more behind it', "{'a': x} y", undefined],
  ['a struct that is cut off', "{'a': x, 'b", undefined],
  ['a set of words', "{'a', 'b'}", undefined],
  ['other text', 'Rosa Ortiz', undefined],
];

describe('structs that query engines print', () => {
  for (const [what, struct, json] of CASES) {
    it(what, () => assert.equal(jsonOfStruct(struct, innerName), json));
  }
});
