import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { inlineCode, markdown, prose, terminal } from '../../../server/src/core/explain/escape';
import { hoverAt } from '../../../server/src/core/explain/hoverAt';
import { plainText } from '../../../server/src/core/explain/plainText';
import { catalog, recordSchema } from '../../../server/src/generated/schemas';
import { recordOf } from './records';

const hostile = fc
  .array(
    fc.constantFrom(
      ...[
        '`',
        '``',
        '\\',
        '|',
        '*',
        '**',
        '_',
        '[',
        '](',
        ')',
        '<',
        '>',
        '!',
        '#',
        '~',
        '&',
        '&amp;',
        '$',
        '$(',
        '{',
        '=',
      ],
      ...[
        '-',
        '.',
        ' ',
        '  ',
        '\n',
        '\t',
        '\u202e',
        '\ud800',
        'https://a.bc',
        '(x)',
        'a@b.cd',
        'www.',
        '1.',
        '😀',
        'é',
        'x',
      ],
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

test('text of a log comes out of its Markdown as it is shown everywhere else', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      assert.equal(plainText(markdown(text)), terminal(text));
      // Code that is nothing, or spaces alone, is shown with spaces of its own.
      if (text.trim() !== '') assert.equal(plainText(`**${inlineCode(text)}** x`), `${terminal(text)} x`);
    }),
    { seed: 1, numRuns: 5000 },
  );
});

test('our own words lose their syntax and nothing else', () => {
  assert.equal(plainText(prose('A call of `CreateUser`; see `a|b` & <c>.')), 'A call of CreateUser; see a|b & <c>.');
  assert.equal(
    plainText('**`a`**: b\n\n[AWS documentation](https://example.com/a_b)'),
    'a: b\n\nAWS documentation: https://example.com/a_b',
  );
});

/** What a renderer shows of Markdown, a link's address behind its words. */
function rendered(markdown: string): string {
  const paragraphs = new MarkdownIt({ html: true, linkify: false })
    .parse(markdown, {})
    .filter(({ type }) => type === 'inline');
  return paragraphs
    .map(({ children }) => {
      const addresses: string[] = [];
      return (children ?? [])
        .map((token) => {
          if (token.type === 'link_open') addresses.push(String(token.attrGet('href')));
          return token.type === 'link_close' ? `: ${addresses.pop()}` : token.content;
        })
        .join('');
    })
    .join('\n\n');
}

test('whatever is said of an action or a field is said in plain text, too', () => {
  for (const [name, { eventSource }] of catalog()) {
    const action = { eventName: name, eventSource };
    const told = hoverAt(recordOf(action), { path: ['eventName'], part: 'value' }, name) ?? '';
    assert.equal(plainText(told), rendered(told));
  }
  for (const name of recordSchema().properties?.keys() ?? []) {
    const told = hoverAt(recordOf({}), { path: [name], part: 'key' }, undefined) ?? '';
    assert.equal(plainText(told), rendered(told));
  }
});

test('a hostile name is told as it is written', () => {
  const eventName = '**x** [y](command:z) `$(bug)`\u202e';
  const told = hoverAt(recordOf({ eventName }), { path: ['eventName'], part: 'value' }, eventName);
  const [name, words, ...more] = plainText(told ?? '').split('\n\n');
  assert.deepEqual(
    [name, words?.startsWith('WorkMail Trail does not know this action of WorkMail.'), more],
    ['**x** [y](command:z) `$(bug)`\\u202e', true, []],
  );
});
