import assert from 'node:assert/strict';
import { questionRows, type TypedQuestion } from '../../../client/src/questions/questionRows';
import type { QuestionHelp } from '../../../server/src/wire/protocol';

const nothing = { start: 0, end: 0, items: [] };
const asked: TypedQuestion = {
  text: 'key:AKIA*',
  help: { problems: [], completions: nothing },
  answered: { events: 12, of: 3481, problems: [] },
  last: [],
  isFiltered: false,
};

describe('the rows below a question that is typed', () => {
  it('begin with the one that shows its events, in the words of the question', () => {
    const show = { kind: 'show', icon: 'filter', label: 'key:AKIA*' };
    assert.deepEqual(questionRows(asked), [{ ...show, description: 'show 12 of 3,481 events' }]);
    assert.deepEqual(questionRows({ ...asked, answered: undefined }), [
      { ...show, description: 'show matching events' },
    ]);
    assert.deepEqual(questionRows({ ...asked, text: ' key:AKIA* ', answered: { events: 0, of: 1, problems: [] } }), [
      { ...show, description: 'matches none of 1 event' },
    ]);
  });

  it('say what is wrong and where, and put what was meant in its place', () => {
    const problem = { start: 8, end: 13, message: '"faild" is no value of outcome.', meant: 'failed' };
    const text = 'outcome:faild is:write';
    const help: QuestionHelp = { problems: [problem, { ...problem, start: 14 }], completions: nothing };
    assert.deepEqual(questionRows({ ...asked, text, help, answered: undefined }), [
      {
        kind: 'problem',
        icon: 'warning',
        label: text,
        description: 'at character 9 · Enter writes outcome:failed is:write',
        detail: '"faild" is no value of outcome.',
        text: 'outcome:failed is:write',
      },
    ]);
    const [unclear] = questionRows({
      ...asked,
      help: { problems: [{ ...problem, meant: undefined }], completions: nothing },
    });
    assert.deepEqual(unclear, {
      kind: 'problem',
      icon: 'warning',
      label: 'key:AKIA*',
      description: 'at character 9',
      detail: '"faild" is no value of outcome.',
      text: undefined,
    });
  });

  it('put completions in place: a blank behind a value at the end, and none behind a field', () => {
    const value = { kind: 'value', text: 'AKIA1', description: '', count: 1 } as const;
    const help = (start: number, end: number, ...items: QuestionHelp['completions']['items']): QuestionHelp => ({
      problems: [],
      completions: { start, end, items },
    });
    const put = (text: string, given: QuestionHelp) => questionRows({ ...asked, text, help: given }).slice(1);
    assert.deepEqual(put('key:AK', help(4, 6, value)), [
      { kind: 'put', icon: 'symbol-constant', label: 'AKIA1', description: '1 event', text: 'key:AKIA1 ' },
    ]);
    assert.deepEqual(put('key:AK is:write', help(4, 6, value)), [
      { kind: 'put', icon: 'symbol-constant', label: 'AKIA1', description: '1 event', text: 'key:AKIA1 is:write' },
    ]);
    const field = { kind: 'field', text: 'key:', description: 'The id of a key.', count: undefined } as const;
    const word = { kind: 'word', text: 'any', description: 'It has one.', count: 3 } as const;
    assert.deepEqual(put('k', help(0, 1, field, word)), [
      { kind: 'put', icon: 'symbol-field', label: 'key:', description: 'The id of a key.', text: 'key:' },
      { kind: 'put', icon: 'symbol-enum-member', label: 'any', description: '3 events · It has one.', text: 'any ' },
    ]);
    assert.deepEqual(put('key:AKIA1', help(4, 9, value)), []);
  });

  it('offer all values that begin with one that nothing has', () => {
    const value = { kind: 'value', text: 'AKIA1', description: '', count: 1 } as const;
    const help: QuestionHelp = { problems: [], completions: { start: 4, end: 6, items: [value] } };
    const none = { events: 0, of: 9, problems: [] };
    assert.deepEqual(questionRows({ ...asked, text: 'key:AK is:write', help, answered: none }), [
      { kind: 'show', icon: 'filter', label: 'key:AK is:write', description: 'matches none of 9 events' },
      {
        kind: 'put',
        icon: 'regex',
        label: 'key:AK* is:write',
        description: 'all that begin so',
        text: 'key:AK* is:write',
      },
      { kind: 'put', icon: 'symbol-constant', label: 'AKIA1', description: '1 event', text: 'key:AKIA1 is:write' },
    ]);
  });

  it('offer below nothing all events, what was asked last, and examples', () => {
    const rows = questionRows({ ...asked, text: ' ', help: undefined, last: ['is:read'], isFiltered: true });
    assert.deepEqual(
      rows.map(({ label }) => label),
      [
        'Show all events',
        'asked last',
        'is:read',
        'examples',
        'is:write',
        'outcome:failed',
        'key:AKIA*',
        '-service:workmail',
      ],
    );
    assert.deepEqual(rows[0], {
      kind: 'show',
      icon: 'clear-all',
      label: 'Show all events',
      description: 'clears the filter',
    });
    assert.deepEqual(rows[2], { kind: 'put', icon: 'history', label: 'is:read', description: '', text: 'is:read' });
  });

  it('draw no icon from a value of a log, and put it as it is', () => {
    const items = [{ kind: 'value', text: '"$(trash)\u202e"', description: '', count: 1 }] as const;
    const [, row] = questionRows({
      ...asked,
      text: 'actor:',
      help: { problems: [], completions: { start: 6, end: 6, items } },
    });
    assert.deepEqual(row, {
      kind: 'put',
      icon: 'symbol-constant',
      label: '"\\$(trash)\\u202e"',
      description: '1 event',
      text: 'actor:"$(trash)\u202e" ',
    });
  });
});
