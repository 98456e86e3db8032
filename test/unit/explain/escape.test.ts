/** The escapers against hostile text: whatever a log holds, no surface sees syntax. */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import MarkdownIt, { type Token } from 'markdown-it';
import {
  csv,
  csvJson,
  cutLabel,
  html,
  inlineCode,
  isStrictJson,
  label,
  languageStatus,
  markdown,
  prose,
  spreadsheet,
  strictJson,
  svg,
  terminal,
  visibleJson,
} from '../../../server/src/core/explain/escape';
import { withoutGuard } from '../../../server/src/core/read/tables/guard';

const pieces = [
  ...['`', '``', '\\', '|', '*', '_', '[', ']', '(', ')', '<', '>', '!', '#', '~', '&', '$', '$(', '{', '}', '=', '+'],
  ...[
    '-',
    '.',
    ':',
    '"',
    "'",
    ' ',
    '  ',
    '    ',
    '\n',
    '\r\n',
    '\t',
    '\0',
    '\u202e',
    '\u2028',
    '\u200b',
    '\ud800',
    '\x1b[',
  ],
  ...[
    'http://',
    'https://a.bc',
    'www.',
    'mailto:',
    '//a.bc',
    'a@b.cd',
    'evil.com',
    'command:x.y',
    '1.',
    '2)',
    '---',
    '===',
  ],
  ...[
    '<b>',
    '<!--',
    '&amp;',
    '&#36;',
    '![x](y)',
    '[x](y)',
    '[x]: y',
    '```',
    '~~~',
    '|---|',
    '$(alert)',
    'x',
    'é',
    '日本.jp',
    '😀',
  ],
];
const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc
    .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 3 })), { maxLength: 12 })
    .map((all) => all.join('')),
);
const runs = { numRuns: 20_000, seed: 20260310 };

const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;
const renderer = new MarkdownIt({ html: true, linkify: true });

function inlineTokens(source: string): readonly Token[] {
  return renderer.parse(source, {}).flatMap((token) => token.children ?? []);
}

/** Text a renderer may still look for links in, each run between two pieces of code on its own. */
function plainRuns(tokens: readonly Token[]): readonly string[] {
  const plain = tokens.map((token) => (token.type === 'code_inline' ? '\n' : token.content));
  return plain.join('').split('\n');
}

function assertInert(source: string, text: string): void {
  const blocks = renderer.parse(source, {}).map(({ type }) => type);
  assert.deepEqual(blocks, ['paragraph_open', 'inline', 'paragraph_close'], JSON.stringify([text, source, blocks]));
  const tokens = inlineTokens(source);
  for (const { type } of tokens) {
    assert.ok(['text', 'text_special', 'code_inline'].includes(type), `${JSON.stringify([text, source])}: ${type}`);
  }
  for (const run of plainRuns(tokens)) {
    // Older renderers look for links after they have taken the backslashes away.
    assert.equal(renderer.linkify.match(run), null, JSON.stringify([text, source]));
    assert.doesNotMatch(run, /@|\/\/|www\./i, JSON.stringify([text, source]));
  }
  assert.doesNotMatch(source, unseen);
  assert.doesNotMatch(source, /\$\(/, 'the opening of an icon');
}

const shown = (source: string): string =>
  inlineTokens(source)
    .map(({ content }) => content)
    .join('');

suite('markdown', () => {
  test('lets no syntax and no link through, at the start of a line or inside it', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        if (text === '') return;
        assertInert(markdown(text), text);
        assertInert(`a ${markdown(text)} b`, text);
      }),
      runs,
    );
  });

  test('shows what cannot be seen and keeps everything else', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        if (text !== '') assert.equal(shown(`x${markdown(text)}x`), `x${terminal(text)}x`);
      }),
      runs,
    );
  });

  test('keeps a table cell one cell', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        for (const cell of [markdown(text), inlineCode(text)]) {
          const types = renderer.parse(`|a|b|\n|-|-|\n|${cell}|c|`, {}).map(({ type }) => type);
          assert.equal(types.filter((type) => type === 'td_open').length, 2, JSON.stringify([text, cell]));
          assert.ok(!types.includes('link_open'));
        }
      }),
      runs,
    );
  });

  test('reads like the text where nothing is dangerous', () => {
    assert.equal(markdown('Jane Doe (sales), 50% off'), 'Jane Doe (sales), 50% off');
    assert.equal(markdown('FULL_ACCESS'), 'FULL\\_ACCESS');
    assert.equal(markdown('mail jane@example.com.'), 'mail `jane@example.com`.');
    assert.equal(markdown('see (https://evil.example/x?y=z)'), 'see (`https://evil.example/x?y=z`)');
    assert.equal(markdown('a\u202eb\nc'), 'a\\\\u202eb\\\\nc');
    assert.equal(markdown('$(alert) x'), '&#36;(alert) x');
    assert.equal(markdown('x'.repeat(50), 10), `${'x'.repeat(9)}…`);
  });
});

suite('inlineCode', () => {
  test('is code and nothing else, whatever backticks the text holds', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const source = inlineCode(text);
        assertInert(source, text);
        assert.equal(shown(source).trim(), terminal(text).trim());
        const outside = inlineTokens(source).filter(({ type }) => type !== 'code_inline');
        assert.match(outside.map(({ content }) => content).join(''), /^(?:\||\$\()*$/);
      }),
      runs,
    );
  });

  test('fits its fence to the text', () => {
    assert.equal(inlineCode('abc'), '`abc`');
    assert.equal(inlineCode('a``b'), '```a``b```');
    assert.equal(inlineCode('`'), '`` ` ``');
    assert.equal(inlineCode(''), '` `');
    assert.equal(inlineCode('a|b'), '`a`\\|`b`');
    assert.equal(inlineCode('$(alert)'), '&#36;(`alert)`');
  });
});

test('prose knows code, and no other syntax', () => {
  assert.equal(prose('Read `type` first. A <Region> and a_b.'), 'Read `type` first. A &lt;Region&gt; and a\\_b.');
});

suite('label', () => {
  test('shows nothing unseen, no icon, and never more than the limit', () => {
    fc.assert(
      fc.property(hostile, fc.integer({ min: 1, max: 30 }), (text, limit) => {
        const short = label(text, limit);
        assert.ok(short.length <= limit, JSON.stringify([text, short]));
        assert.doesNotMatch(short, unseen);
        assert.doesNotMatch(short, /(?<!\\)\$\(/);
        assert.equal(label(text, 1000), terminal(text).replaceAll('$(', '\\$('));
      }),
      runs,
    );
  });

  test('makes characters that deceive visible', () => {
    assert.equal(label('user\u202egpj.exe'), 'user\\u202egpj.exe');
    assert.equal(label('a\u200b\ufeff\u2029\u{e0041}\ud800'), 'a\\u200b\\ufeff\\u2029\\u{e0041}\\ud800');
    assert.equal(label('line\none'), 'line\\none');
    assert.equal(label('$(flame) hot'), '\\$(flame) hot');
    assert.equal(languageStatus(label('[a](command:b) $(c)')), '[a]\\(command:b) \\$(c)');
    assert.equal(label('日本語 😀 é'), '日本語 😀 é');
    assert.equal(label('abcdef', 4), 'abc…');
    assert.equal(label('😀😀😀', 4), '😀…');
  });

  test('is cut, alone or within other words, at whole characters and escapes', () => {
    const cuts: readonly (readonly [text: string, limit: number, cut: string])[] = [
      ['abc', 3, 'abc'],
      ['abcd', 3, 'ab…'],
      ['a b c d', 5, 'a b…'],
      ['😀😀', 3, '😀…'],
      ['😀😀', 2, '…'],
      ['ae\u0301e\u0301', 4, 'ae\u0301…'],
      ['ae\u0301e\u0301', 3, 'a…'],
      [label('ab\u202ecd'), 8, 'ab…'],
      [label('ab\u202ecd'), 9, 'ab\\u202e…'],
      [label('ab\u{e0041}cd'), 11, 'ab…'],
      [label('ab$(x)'), 5, 'ab…'],
      ['abc', 1, '…'],
      ['abc', 0, ''],
    ];
    assert.deepEqual(
      cuts.map(([text, limit]) => cutLabel(text, limit)),
      cuts.map(([, , cut]) => cut),
    );
  });
});

test('terminal lets no control character through', () => {
  fc.assert(
    fc.property(hostile, (text) => assert.doesNotMatch(terminal(text), unseen)),
    runs,
  );
  assert.equal(terminal('\x1b[31mred\x9b\x07'), '\\u001b[31mred\\u009b\\u0007');
});

test('html and svg let no markup through', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      assert.doesNotMatch(html(text), /[<>"']|&(?!(?:amp|lt|gt|quot|#39);)/);
      assert.doesNotMatch(html(text), unseen);
    }),
    runs,
  );
  assert.equal(svg('<a href="x">&\'\0'), '&lt;a href=&quot;x&quot;&gt;&amp;&#39;\\u0000');
});

test('csv gives one cell, and no formula', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const cell = csv(text);
      assert.match(cell, /^"(?:[^"]|"")*"$/);
      assert.doesNotMatch(cell.slice(1), /^\s*[=+\-@]/);
    }),
    runs,
  );
  assert.equal(csv('=HYPERLINK("http://x")'), '"\'=HYPERLINK(""http://x"")"');
  assert.equal(csv('plain'), '"plain"');
});

suite('what is read again', () => {
  const unquoted = (cell: string): string => cell.slice(1, -1).replaceAll('""', '"');

  test('a cell of CSV gives its text back, with escapes for what nobody can see', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("'", '=', '+', '@', ' ', '"', ',', 'a', '-')), (parts) => {
        const text = parts.join('');
        assert.equal(withoutGuard(unquoted(csv(text))), text);
      }),
    );
  });

  test('JSON says the same, in a cell and without, and holds nothing unseen', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces)), (parts) => {
        const json = JSON.stringify({ text: parts.join('') });
        const shown = visibleJson(json);
        assert.deepEqual(
          [JSON.parse(shown), JSON.parse(unquoted(csvJson(json)))],
          [JSON.parse(json), JSON.parse(json)],
        );
        assert.doesNotMatch(shown, /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}]/u);
      }),
    );
  });

  test('JSON for strict readers has U+FFFD for half of a pair, however it is written, and else says the same', () => {
    const written = String.raw`["\ud83d","\\ud83d","\\\ud83d","\uD83D\uDE00","\ude00\ud83d","\ud83d\ud83d\ude00","😀\n"]`;
    const strict = String.raw`["\ufffd","\\ud83d","\\\ufffd","\uD83D\uDE00","\ufffd\ufffd","\ufffd\ud83d\ude00","😀\n"]`;
    assert.deepEqual([strictJson(written), isStrictJson(written), strictJson(strict)], [strict, false, strict]);
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces, '\\', '\ud83d', '\ude00')), (parts) => {
        const text = parts.join('');
        const json = JSON.stringify({ [text]: text });
        const whole = Buffer.from(text).toString('utf8');
        assert.deepEqual(
          [JSON.parse(strictJson(json)), isStrictJson(json), isStrictJson(strictJson(json))],
          [{ [whole]: whole }, whole === text, true],
        );
      }),
    );
  });

  test('a cell of a workbook holds no escape of that format but ours, and is cut as it is shown', () => {
    assert.deepEqual(
      [spreadsheet('_x0041_=1\n', 99), spreadsheet('_x0041_b', 8), spreadsheet('abc', 2)],
      ['_x005F_x0041_=1\\n', '_x005F_x0041_b', 'a…'],
    );
  });
});
