import assert from 'node:assert/strict';
import { commands, type TextEditor, window } from 'vscode';
import { foundRows } from '../../client/src/goTo/foundRows';
import type { FoundEvent, FoundEvents } from '../../server/src/wire/protocol';
import { closeAll, event, log, open } from './logs';
import { until } from './waiting';

const id = (first: string): string => `${first}-0000-4000-8000-000000000002`;

function selected(eventID: string): Promise<TextEditor> {
  const look = (): TextEditor | undefined => {
    const editor = window.activeTextEditor;
    const text = editor?.document.getText(editor.selection);
    return text?.startsWith('{') && JSON.parse(text).eventID === eventID ? editor : undefined;
  };
  return until(look, window.onDidChangeTextEditorSelection, window.onDidChangeActiveTextEditor);
}

describe('Go to Event…', () => {
  afterEach(closeAll);

  it('opens the event whose id begins so, in whichever log it stands', async () => {
    await open(log(event({ eventID: id('aaaa0001') }), event({ eventID: id('aaaa0002') })));
    await open(log(event({ eventID: id('bbbb0001') })));
    await commands.executeCommand('workmailTrail.goToEvent', 'aaaa0002');
    await selected(id('aaaa0002'));
  });
});

describe('the rows of Go to Event…', () => {
  const none = { events: [], total: 0 };
  const nothing: FoundEvents = { of: 7, isRead: true, ids: none, times: none };
  const found: FoundEvent = {
    uri: 'file:///logs/$(zap)\u202e.json',
    range: null,
    copies: [],
    index: 0,
    eventName: 'ResetPassword',
    otherSource: '',
    eventTime: '2026-03-01T08:00:00Z',
    actor: '[x](command:y)\n$(zap)',
    target: 'bob',
    outcome: 'failed',
    errorCode: 'AccessDenied',
    malformed: null,
    weight: 'high',
    eventSource: 'workmail.amazonaws.com',
    eventID: id('aaaa0001'),
    requestID: 'REQ1',
  };

  const labels = (text: string, told: FoundEvents | undefined): readonly string[] =>
    foundRows(text, told).map(({ label }) => label);

  it('say what can be typed, and what to do where nothing is found', () => {
    const forms = ['An eventID or a requestID', 'A time in UTC', 'A clock'];
    assert.deepEqual(labels(' ', undefined), forms);
    assert.deepEqual(labels('aa', { ...nothing, isRead: false }), ['This is no id and no time yet', ...forms]);
    assert.deepEqual(labels('aaaa', { ...nothing, of: 0 }), ['No events are known']);
    assert.deepEqual(labels('aaaa', nothing), [
      'No event has an eventID or a requestID that begins so',
      'A key, a name, an address?',
      'It may lie in a log that is not here',
    ]);
    assert.deepEqual(labels('8:00', nothing), [
      'Nothing happened from then on',
      'It may lie in a log that is not here',
    ]);
  });

  it('are events, each once, with the id that was typed the beginning of; values are safe as labels', () => {
    const both = { events: [found], total: 1 };
    assert.deepEqual(foundRows('AAAA', { ...nothing, ids: both, times: { events: [found], total: 3 } }), [
      {
        icon: 'error',
        label: 'UTC 2026-03-01 08:00:00  failed: ResetPassword by [x](command:y)\\n\\$(zap)',
        description: 'workmail · \\$(zap)\\u202e.json · AccessDenied · on bob',
        detail: `eventID ${id('aaaa0001')}`,
        event: found,
      },
      { icon: 'ellipsis', label: '2 more', description: 'Type more of the id, or a later time.' },
    ]);
  });

  it('lead to the last event where none happened from a time on', () => {
    assert.deepEqual(labels('2027', { ...nothing, from: '2027', last: found }), [
      'Nothing happened from then on',
      'UTC 2026-03-01 08:00:00  failed: ResetPassword by [x](command:y)\\n\\$(zap)',
    ]);
  });
});
