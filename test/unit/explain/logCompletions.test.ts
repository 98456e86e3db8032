import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { eventSnippet } from '../../../server/src/core/explain/eventSnippet';
import { type LogCompletion, logCompletions } from '../../../server/src/core/explain/logCompletions';
import { cursor } from '../../support/cursor';
import { problemsOf, readLog } from '../../support/readLog';

const HEAD = '{"eventVersion":"1.08","eventSource":"workmail.amazonaws.com","eventName":"CreateAlias"';

/** What may be written at the mark, as the first record of the text was read. */
function offered(
  withMark: string,
  withSnippets = true,
): { readonly gone: string; readonly items: readonly LogCompletion[] } {
  const { text, offset } = cursor(withMark);
  const [record] = readLog(text).records;
  const found = logCompletions({ text, offset, record }, withSnippets);
  return { gone: text.slice(found?.start ?? 0, found?.end ?? 0), items: found?.items ?? [] };
}

function labels(withMark: string): readonly string[] {
  return offered(withMark).items.map(({ label }) => label);
}

suite('what may be written in a log', () => {
  test('parameters of the action, but for those that are there', () => {
    const { gone, items } = offered(`${HEAD},"requestParameters":{"organizationId":"m-1","en│}}`);
    assert.equal(gone, '"en');
    const [first, ...others] = items;
    assert.deepEqual(first && { ...first, description: first.description.length > 20 }, {
      kind: 'field',
      label: 'entityId',
      text: '"entityId": "$1"',
      isSnippet: true,
      filter: '"entityId"',
      detail: 'text, at most 256 characters',
      description: true,
    });
    assert.deepEqual(
      others.map(({ label }) => label),
      ['alias'],
    );
  });

  test('parameters by an action that stands behind', () => {
    const text =
      '{"eventVersion":"1.08","requestParameters":{"│},"eventSource":"workmail.amazonaws.com","eventName":"CreateAlias"}';
    assert.deepEqual(labels(text), ['organizationId', 'entityId', 'alias']);
  });

  test('fields of the envelope, those that every record has first', () => {
    const found = labels(`${HEAD},"│}`);
    assert.deepEqual(found.slice(0, 3), ['userIdentity', 'eventTime', 'awsRegion']);
    assert.ok(found.includes('tlsDetails') && !found.includes('eventName'));
  });

  test('fields of who acted, and the kinds of identities', () => {
    assert.ok(labels(`${HEAD},"userIdentity":{"type":"Root",│}}`).includes('sessionContext'));
    const kinds = labels(`${HEAD},"userIdentity":{"type":"│}}`);
    assert.ok(kinds.includes('AssumedRole') && kinds.includes('Root'), kinds.join());
  });

  test('names of actions of the service, also before it is known which', () => {
    const flow = labels('{"eventVersion":"1.08","eventSource":"workmailMessageFlow.amazonaws.com","eventName":"│"}');
    assert.deepEqual([...flow].sort(), ['GetRawMessageContent', 'PutRawMessageContent']);
    const all = labels('{"eventVersion":"1.08","eventName":"│","awsRegion":"eu-west-1"}');
    assert.ok(all.length > 140 && all.includes('CreateAlias') && all.includes('PutRawMessageContent'));
    assert.deepEqual(labels('{"eventVersion":"1.08","eventSource":"s3.amazonaws.com","eventName":"│"}'), []);
  });

  test('services, Regions, and the errors of the action before all others', () => {
    assert.deepEqual([...labels('{"eventVersion":"1.08","eventName":"CreateAlias","eventSource":"│"}')].sort(), [
      'workmail.amazonaws.com',
      'workmailMessageFlow.amazonaws.com',
    ]);
    assert.ok(labels(`${HEAD},"awsRegion":"│"}`).includes('eu-west-1'));
    const errors = labels(`${HEAD},"errorCode":"│"}`);
    assert.ok(errors.indexOf('EmailAddressInUseException') < errors.indexOf('AccessDenied'));
    assert.ok(errors.includes('AccessDenied'));
  });

  test('true and false, and null where a record may have that', () => {
    assert.deepEqual(labels(`${HEAD},"readOnly":│}`), ['true', 'false', 'null']);
  });

  test('without a place to fill in where the client has none, and only the key before a colon', () => {
    const head = `${HEAD},"requestParameters":{"organizationId":"m-1","entityId":"e",`;
    assert.deepEqual(
      [offered(`${head}"al│}}`, false).items[0]?.text, offered(`${head}"al│":1}}`).items[0]?.text],
      ['"alias": ', '"alias"'],
    );
  });

  test('with a comma where another field follows', () => {
    assert.equal(offered(`${HEAD},"requestParameters":{│"organizationId":"m-1"}}`).items[0]?.text, '"entityId": "$1",');
  });

  test('nothing in parameters of other services and of free names', () => {
    const other =
      '{"eventVersion":"1.08","eventSource":"s3.amazonaws.com","eventName":"GetObject","requestParameters":{"│}}';
    assert.deepEqual(labels(other), []);
  });
});

for (const isOnOneLine of [true, false]) {
  test(`a whole event is sound as it stands, ${isOnOneLine ? 'on one line' : 'on many'}`, () => {
    const snippet = eventSnippet(isOnOneLine);
    const blanks = new Map(Array.from(snippet.matchAll(/\$\{(\d+):([^}]*)\}/g), ([, place, text]) => [place, text]));
    const text = snippet
      .replace(/\$\{\d+\|([^,|]*)[^}]*\}/g, '$1')
      .replace(/\$\{\d+:([^}]*)\}/g, '$1')
      .replace(/\$([1-9]\d*)/g, (_, place: string) => blanks.get(place) ?? '')
      .replace('$0', '');
    assert.deepEqual(
      problemsOf(readLog(text)).map(({ problem }) => problem.code),
      [],
    );
    assert.equal(JSON.parse(text).userIdentity.arn, 'arn:aws:iam::111122223333:user/alice');
    assert.equal(text.includes('\n'), !isOnOneLine);
  });
}
