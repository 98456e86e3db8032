/** Every field, action, enum value and error code has a hover; and no hover lets log text become Markdown. */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import type { SchemaNode } from '../../../server/src/core/check/schemaTypes';
import { hover } from '../../../server/src/core/explain/hover';
import { hoverAt } from '../../../server/src/core/explain/hoverAt';
import type { EventRecord, JsonPath, JsonValue } from '../../../server/src/core/record';
import { actionSchemas, catalog, recordSchema, words } from '../../../server/src/generated/schemas';
import { exampleOf } from '../schemaExample';
import { createUser, recordOf, recordOfEvent } from './records';

const STRANGER = /WorkMail Trail does not know|AWS lists nowhere|documents no parameters|of another service\. WorkMail/;

/** Every named place below a schema, and its entries of lists. */
function* places(node: SchemaNode, path: JsonPath): Generator<readonly [JsonPath, SchemaNode]> {
  for (const [name, child] of node.properties ?? []) {
    yield [[...path, name], child];
    yield* places(child, [...path, name]);
  }
  if (node.items === undefined) return;
  yield [[...path, 0], node.items];
  yield* places(node.items, [...path, 0]);
}

function shown(record: EventRecord, path: JsonPath, part: 'key' | 'value', value?: JsonValue): string {
  const markdown = hoverAt(record, { path, part }, value);
  assert.ok(markdown !== undefined, path.join('.'));
  return markdown;
}

/** The words of a description as Markdown shows them, without what is escaped differently. */
const letters = (text: string): string =>
  text
    .replaceAll('&lt;', '')
    .replaceAll('&gt;', '')
    .replace(/[^A-Za-z0-9]/g, '');

function assertDescribed(record: EventRecord, path: JsonPath, node: SchemaNode): void {
  const key = shown(record, path, 'key');
  assert.doesNotMatch(key, STRANGER, path.join('.'));
  if (node.description !== undefined)
    assert.ok(letters(key).includes(letters(node.description)), `${path.join('.')}: ${key}`);
  const example = exampleOf(node, 'least');
  assert.ok(shown(record, path, 'value', example).length > 20, path.join('.'));
  for (const [position, value] of (node.enum ?? []).entries()) {
    const meaning = node.enumDescriptions?.[position] ?? '';
    assert.ok(letters(shown(record, path, 'value', value)).startsWith(letters(meaning)), `${path.join('.')}: ${value}`);
  }
}

/** A WorkMail or Message Flow record of an action. */
function recordOfAction(eventName: string): EventRecord {
  const entry = catalog().get(eventName);
  assert.ok(entry, eventName);
  return recordOf({ eventSource: entry.eventSource, eventName });
}

suite('there is a hover', () => {
  test('for every field of a record and every value of its lists', () => {
    for (const [path, node] of places(recordSchema(), [])) assertDescribed(recordOf(), path, node);
  });

  test('for every parameter and answer of every action', () => {
    let count = 0;
    for (const [action, sides] of actionSchemas()) {
      for (const side of ['requestParameters', 'responseElements'] as const) {
        for (const [path, node] of places(sides[side], [side])) {
          assertDescribed(recordOfAction(action), path, node);
          count += 1;
        }
      }
    }
    assert.ok(count > 500, `only ${count}`);
  });

  test('for every action, with weight, permission and documentation', () => {
    assert.equal(catalog().size, 147);
    for (const [name, entry] of catalog()) {
      const text = shown(recordOfAction(name), ['eventName'], 'value', name);
      assert.ok(text.startsWith(`**${name}** · `), text);
      for (const part of [entry.description, entry.investigate]) assert.ok(letters(text).includes(letters(part)), name);
      assert.ok(text.includes(`\`${entry.iamAction}\``), name);
      assert.ok(text.includes(`[AWS documentation](${entry.docs})`), name);
      for (const technique of entry.attack) assert.ok(text.includes(technique), name);
      assert.ok((text.match(/not proven/g) ?? []).length <= 1, name);
    }
  });

  test('for every error code', () => {
    for (const [code, word] of words().errorCodes) {
      const text = shown(recordOf({ errorCode: code }), ['errorCode'], 'value', code);
      assert.ok(letters(text).startsWith(letters(word.meaning)), `${code}: ${text}`);
    }
  });

  test('for every word that stands for a value', () => {
    for (const [prefix, word] of words().keyPrefixes) {
      const text = shown(recordOf(), ['userIdentity', 'accessKeyId'], 'value', `${prefix}IOSFODNN7EXAMPLE`);
      assert.ok(letters(text).includes(letters(word.meaning)), prefix);
    }
    for (const [source, word] of words().sources) {
      const text = shown(recordOf(), ['sourceIPAddress'], 'value', source);
      if (!/[<> ]/.test(source)) assert.ok(letters(text).includes(letters(word.meaning)), source);
    }
    for (const [region, word] of words().regions) {
      assert.ok(letters(shown(recordOf(), ['awsRegion'], 'value', region)).startsWith(letters(word.meaning)), region);
    }
  });
});

suite('what is not known is said', () => {
  const cases: readonly (readonly [what: string, record: EventRecord, path: JsonPath, words: RegExp])[] = [
    ['a field', recordOf(), ['strange'], /does not know this field: no version/],
    ['a field of a newer version', recordOf({ eventVersion: '1.13' }), ['strange'], /version 1\.13, which is newer/],
    ['a field below a known one', recordOf(), ['userIdentity', 'strange'], /does not know this field/],
    ['a parameter', recordOf(), ['requestParameters', 'strange', 'deeper'], /does not know this field of the action/],
    [
      'a parameter of a console-only action',
      recordOfAction('SetAdmin'),
      ['requestParameters', 'user'],
      /documents no parameters/,
    ],
    [
      'a parameter of an unknown action',
      recordOf({ eventName: 'Frobnicate' }),
      ['requestParameters', 'x'],
      /does not know the action/,
    ],
    [
      'a parameter of another service',
      recordOf({ eventSource: 's3.amazonaws.com' }),
      ['requestParameters', 'x'],
      /another service/,
    ],
    ['a free name', recordOf(), ['additionalEventData', 'x'], /AWS lists nowhere/],
    ['a field of a log collector', recordOf(), ['p_event_time'], /Panther/],
    ['a field of another collector', recordOf(), ['@timestamp'], /Logstash/],
    [
      'the words of a refusal in the answer',
      recordOf({ errorCode: 'AccessDenied' }),
      ['responseElements', 'message'],
      /service's words/,
    ],
    ['a name that every object has', recordOf(), ['__proto__'], /does not know this field/],
    ['another one', recordOf(), ['requestParameters', 'constructor', 'name'], /does not know this field/],
  ];
  for (const [what, record, path, expected] of cases) {
    test(what, () => assert.match(shown(record, path, 'key'), expected));
  }

  test('an action', () => {
    const unknown = shown(recordOf({ eventName: 'ExportMailbox' }), ['eventName'], 'value', 'ExportMailbox');
    assert.match(unknown, /`ExportMailbox`.*does not know this action/s);
    const elsewhere = shown(
      recordOf({ eventName: 'GetRawMessageContent' }),
      ['eventName'],
      'value',
      'GetRawMessageContent',
    );
    assert.match(elsewhere, /from `workmailMessageFlow\.amazonaws\.com`/);
    const other = shown(
      recordOf({ eventSource: 's3.amazonaws.com', eventName: 'GetObject' }),
      ['eventName'],
      'value',
      'GetObject',
    );
    assert.match(other, /another service.*Amazon S3/s);
  });

  test('a note in the place of something too large', () => {
    const record = recordOf({
      requestParameters: { reason: 'requestParameters too large', omitted: 'true', originalSize: '149893' },
    });
    assert.match(shown(record, ['requestParameters', 'omitted'], 'key'), /note that CloudTrail writes/);
    assert.match(
      shown(record, ['requestParameters'], 'value', record.event?.requestParameters),
      /too large.*149893 bytes|149893/s,
    );
  });
});

test('names are found whatever the case of their letters', () => {
  assert.match(shown(recordOf(), ['userIdentity', 'principalid'], 'key'), /\*\*`userIdentity\.principalId`\*\*/);
  assert.match(
    shown(recordOf(), ['requestParameters', 'DisplayName'], 'key'),
    /\*\*`requestParameters\.displayName`\*\*/,
  );
  const record = recordOf({ eventName: 'createuser' });
  assert.match(shown(record, ['eventName'], 'value', 'createuser'), /^\*\*CreateUser\*\*/);
});

suite('from text and offset', () => {
  /** The text without its cursor `▮`, and where that was. */
  const cursor = (marked: string): [text: string, offset: number] => [marked.replace('▮', ''), marked.indexOf('▮')];

  test('a key and a value, with the characters they take', () => {
    const [text, offset] = cursor('{"eventName":"Creat▮eUser","eventSource":"workmail.amazonaws.com"}');
    const record = { ...recordOfEvent(JSON.parse(text)), end: text.length };
    const value = hover(text, record, offset);
    assert.equal(value && text.slice(value.span.start, value.span.end), '"CreateUser"');
    assert.match(value?.markdown ?? '', /^\*\*CreateUser\*\*/);
    const key = hover(text, record, 3);
    assert.equal(key && text.slice(key.span.start, key.span.end), '"eventName"');
    assert.match(key?.markdown ?? '', /^\*\*`eventName`\*\*/);
  });

  test('of an object the brackets only, and nothing for the record itself', () => {
    const text = '{ "userIdentity": { "type": "Root" } }';
    const record = { ...recordOfEvent(JSON.parse(text)), end: text.length };
    assert.equal(hover(text, record, 0), undefined);
    assert.deepEqual(hover(text, record, 18)?.span, { start: 18, end: 19 });
    assert.equal(hover(text, record, 19), undefined);
    assert.equal(hover(text, record, text.length), undefined);
  });

  test('of a key that stands twice each by its own value', () => {
    const text = '{"errorCode":"MessageFrozen","errorCode":"AccessDenied"}';
    const record = { ...recordOfEvent(JSON.parse(text)), end: text.length };
    assert.match(hover(text, record, 15)?.markdown ?? '', /on its way/);
    assert.match(hover(text, record, 45)?.markdown ?? '', /policy refused/);
  });

  test('in a damaged record, before and after the damage', () => {
    const [text, offset] = cursor('{"accessKeyId":"x" "eventTime":"2017-▮12-12T17:49:59Z"}');
    const mends = [{ start: 18, end: 18, text: ',' }];
    const event = { accessKeyId: 'x', eventTime: '2017-12-12T17:49:59Z' };
    const record: EventRecord = { ...recordOfEvent(event), end: text.length, malformed: 'syntax', mends };
    const time = hover(text, record, offset, { timeZone: 'Europe/Berlin' });
    assert.equal(time && text.slice(time.span.start, time.span.end), '"2017-12-12T17:49:59Z"');
    assert.match(time?.markdown ?? '', /2017-12-12 17:49:59 UTC.*Europe\/Berlin/s);
  });
});

suite('hostile records', () => {
  const renderer = new MarkdownIt({ html: true, linkify: true });
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.constantFrom(
      '[x](https://evil.example)',
      'https://evil.example',
      '<img src=x>',
      '![](x)',
      '$(alert)',
      'a@b.cd\n# x',
      '`|`',
      '\u202e',
    ),
  );
  const leaf = fc.oneof(text, fc.integer(), fc.boolean(), fc.constant(null), fc.double());
  const names = [
    ...(recordSchema().properties?.keys() ?? []),
    ...(recordSchema().properties?.get('userIdentity')?.properties?.keys() ?? []),
  ];
  const path = fc.array(fc.oneof(fc.constantFrom(...names), text, fc.nat(3)), { minLength: 1, maxLength: 4 });

  /** Addresses of every link a renderer makes of the Markdown. */
  function links(markdown: string): readonly string[] {
    const found: string[] = [];
    for (const block of renderer.parse(markdown, {})) {
      for (const token of [block, ...(block.children ?? [])]) {
        assert.ok(
          !['html_inline', 'html_block', 'image', 'fence', 'heading_open', 'table_open'].includes(token.type),
          markdown,
        );
        if (token.type === 'link_open') found.push(String(token.attrGet('href')));
      }
    }
    return found;
  }

  test('give no link but those to the AWS documentation', () => {
    fc.assert(
      fc.property(path, leaf, fc.constantFrom('key' as const, 'value' as const), text, (steps, value, part, name) => {
        const fields = {
          [name]: value,
          eventName: name,
          errorMessage: name,
          eventVersion: name,
          recipientAccountId: name,
        };
        for (const record of [
          recordOf(fields),
          recordOf({ eventName: name, eventSource: name }),
          recordOf({ requestParameters: fields }),
        ]) {
          for (const link of links(hoverAt(record, { path: steps, part }, value) ?? '')) {
            assert.match(link, /^https:\/\/docs\.aws\.amazon\.com\//);
          }
        }
      }),
      { numRuns: 5000, seed: 20260310 },
    );
  });

  test('make no explainer throw, whatever type stands where', () => {
    for (const [steps] of places(recordSchema(), [])) {
      for (const value of [null, 7, true, 'x', [], {}, [[]], { a: [{}] }] as readonly JsonValue[]) {
        shown(recordOf({ [String(steps[0])]: value }), steps, 'value', value);
        shown({ ...recordOf(), event: undefined, action: undefined }, steps, 'value', value);
      }
    }
  });

  test('long values are cut', () => {
    for (const name of [
      'userAgent',
      'sourceIPAddress',
      'errorCode',
      'errorMessage',
      'eventName',
      'eventVersion',
      'awsRegion',
    ]) {
      const long = `arn:aws:iam::111111111111:user/${'.'.repeat(200_000)}`;
      const record = recordOf({ [name]: long });
      assert.ok(shown(record, [name], 'value', long).length < 4000, name);
    }
    assert.ok(
      shown(createUserWith('x'.repeat(100_000)), ['requestParameters', 'x'.repeat(100_000)], 'key').length < 4000,
    );
  });
});

function createUserWith(parameter: string): EventRecord {
  return recordOfEvent({ ...createUser, requestParameters: { [parameter]: 1 } });
}
