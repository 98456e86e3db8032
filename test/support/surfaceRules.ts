import assert from 'node:assert/strict';
import MarkdownIt from 'markdown-it';

/** What may be shown on a surface, whatever a log holds. Each throws where it is not held. */
export type SurfaceRule = (text: string, value: string) => void;

const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;
const renderer = new MarkdownIt({ html: true, linkify: true });
// As a viewer would that refuses no address.
renderer.validateLink = () => true;

/** Where links of ours lead. */
const OURS =
  /^(?:https:\/\/docs\.aws\.amazon\.com\/|#[a-z0-9-]+$|event\/\d+\/[^()<>\s]*\.trail-event$|(?:selection|trail)\/[^()<>\s]*\.(?:json|md)$|data:image\/svg\+xml)/;
/** The one command that a hover leads to, with all that names the same. */
const SHOW_ALL = /^command:workmailTrail\.showAllOfThis\?([^()<>\s]*)$/;

function assertOurs(address: string): void {
  const [, asked] = SHOW_ALL.exec(address) ?? [];
  if (asked === undefined) assert.match(address, OURS);
  else assert.deepEqual(JSON.parse(decodeURIComponent(asked)).map(Object.keys), [['words', 'text', 'question']]);
}

/** Markdown of several blocks, for a preview or a hover. */
export const markdownRule: SurfaceRule = (text) => {
  assert.doesNotMatch(text.replaceAll('\n', ''), UNSEEN);
  assert.doesNotMatch(text, /\$\(/, 'the opening of an icon');
  for (const block of renderer.parse(text, {})) {
    for (const token of [block, ...(block.children ?? [])]) {
      assert.ok(!['html_inline', 'html_block', 'fence', 'code_block'].includes(token.type), `${token.type} in ${text}`);
      const address = token.attrGet('href') ?? token.attrGet('src');
      if (address !== null) assertOurs(address);
    }
  }
};

/** One line of the user interface where VS Code draws icons. */
export const labelRule: SurfaceRule = (text) => {
  assert.doesNotMatch(text, UNSEEN);
  assert.doesNotMatch(text, /(?<!\\)\$\(/, 'the opening of an icon');
  assert.ok(text.length <= 1000, `${text.length} units in a line`);
};

/** A message of several sentences, on one line. */
export const messageRule: SurfaceRule = (text) => {
  assert.doesNotMatch(text, UNSEEN);
  assert.ok(text.length <= 2000, `${text.length} units in a message`);
};

/** Several messages, one behind the other. */
export const saidRule: SurfaceRule = (text) => {
  assert.doesNotMatch(text, UNSEEN);
  assert.ok(text.length <= 5000, `${text.length} units said`);
};

/** A line of plain text that somebody pastes elsewhere, however long. */
export const unseenRule: SurfaceRule = (text) => assert.doesNotMatch(text, UNSEEN);

/** What VS Code draws links of. */
export const statusRule: SurfaceRule = (text, value) => {
  labelRule(text, value);
  assert.doesNotMatch(text, /\]\(/);
};

export const csvRule: SurfaceRule = (text) => {
  for (const row of text.split('\r\n')) {
    for (const [, quoted = '', plain = ''] of row.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,"]*))/g)) {
      assert.doesNotMatch(quoted + plain, /^\s*[=+\-@＝＋－＠]/);
      assert.doesNotMatch(quoted + plain, UNSEEN);
    }
  }
};

export const jsonRule: SurfaceRule = (text) => assert.doesNotThrow(() => JSON.parse(text), text.slice(0, 200));

/** A snippet holds nothing of a log, whatever its places are called. */
export const snippetRule: SurfaceRule = (text, value) => {
  if (value.length > 3 && value.trim() !== '' && !/^[\w ]*$/.test(value)) assert.ok(!text.includes(value), text);
};

/** A uri that is shown as the title of a tab. */
export const titleRule: SurfaceRule = (uri, value) => {
  const path = decodeURIComponent(uri.slice(0, uri.indexOf('?')));
  labelRule(path, value);
  assert.doesNotMatch(path.slice(path.indexOf(':/') + 2), /[\\/]/);
};
