import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { copiedText, findingWords, linkWords, questionWords } from '../../../client/src/inquiries/inquiryWords';
import type { EventItem, InquiryAnswer, InquiryFinding } from '../../../server/src/wire/protocol';

const event: EventItem = {
  index: 3,
  uri: 'file:///case/a.json',
  range: null,
  copies: [],
  eventName: 'StartMailboxExportJob',
  eventID: 'e-1',
  eventTime: '2026-05-17T02:32:55Z',
  otherSource: '',
  actor: 'directory-sync',
  target: 'x',
  outcome: 'succeeded',
  errorCode: '',
  malformed: null,
  weight: 'critical',
};
const finding: InquiryFinding = {
  kind: 'export',
  weight: 'critical',
  summary: 'directory-sync exported the mailbox x.',
  label: 'Exported the mailbox x · directory-sync',
  count: 25,
  events: [event],
};
const answer: InquiryAnswer = {
  id: 'mailbox-exported',
  title: 'Exports',
  question: 'Which mailboxes were exported, and where to?',
  why: 'An export is a whole mailbox in somebody’s bucket.',
  weight: 'critical',
  status: 'answered',
  verdict: 'critical',
  sentence: finding.summary,
  findings: [finding],
  total: 1,
  notCovered: ['Not whether it ran.'],
  missing: [{ what: 'Who fetched it.', log: 'Data events of the bucket.' }],
  next: [],
};
const none = { isSettled: false, conclusion: '', notes: [] };

suite('rows of the questions', () => {
  test('begin with the verdict, and their tooltip says what the sign means', () => {
    assert.deepEqual(questionWords(answer, none), {
      label: 'Exports: critical',
      description: 'Exported the mailbox x · directory-sync',
      tooltip: [
        'Which mailboxes were exported, and where to?',
        'found, critical: directory-sync exported the mailbox x.',
        '',
        'Flame: critical, look at it first.',
        'An export is a whole mailbox in somebody’s bucket.',
      ].join('\n'),
      spoken: 'Which mailboxes were exported, and where to? found, critical. directory-sync exported the mailbox x.',
    });
  });

  test('say that a question is settled, and what was concluded', () => {
    const { label, description } = questionWords(answer, { isSettled: true, conclusion: 'It was Eve', notes: [] });
    assert.deepEqual([label, description], ['Exports: settled', 'It was Eve']);
  });

  test('of findings say what their sign means', () => {
    assert.equal(
      findingWords(finding).tooltip,
      'critical, 25 events\ndirectory-sync exported the mailbox x.\n\nFlame: critical, look at it first.',
    );
  });

  test('are copied with what was written, the events that carry the answer, and what cannot be told', () => {
    const notes = { isSettled: false, conclusion: 'It was Eve', notes: [{ id: 'n', text: 'Ask the bank' }] };
    assert.equal(
      copiedText({ kind: 'question', answer, notes }),
      [
        'Which mailboxes were exported, and where to?',
        'Conclusion: It was Eve',
        'Note: Ask the bank',
        'directory-sync exported the mailbox x.',
        '- critical: directory-sync exported the mailbox x.',
        '  - 2026-05-17 02:32:55  StartMailboxExportJob by directory-sync → x, /case/a.json, eventID e-1',
        '  - and 24 more events',
        'Not told here: Not whether it ran.',
        'Not told here: Who fetched it. Data events of the bucket.',
      ].join('\n'),
    );
  });

  test('of a finding with steps are copied step by step, each with its events or with what would carry it', () => {
    const links = [
      { step: 'grant', sentence: 'eve gave it', count: 25, events: [event] },
      { step: 'assume', sentence: 'nothing of it is here', count: 0, events: [], missing: 'AssumeRole in the trail.' },
    ];
    const steps: InquiryFinding = { ...finding, events: [], links };
    assert.deepEqual(
      [
        copiedText({ kind: 'finding', answer, finding: steps, at: 0 }),
        links.map((link) => linkWords(link).description),
      ],
      [
        [
          '- critical: Exported the mailbox x · directory-sync',
          '  - grant: eve gave it',
          '    - 2026-05-17 02:32:55  StartMailboxExportJob by directory-sync → x, /case/a.json, eventID e-1',
          '    - and 24 more events',
          '  - assume: nothing of it is here',
          '    - Look for: AssumeRole in the trail.',
        ].join('\n'),
        ['25 events', 'no event'],
      ],
    );
  });
});
