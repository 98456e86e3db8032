import assert from 'node:assert/strict';
import { commands, type TextEditor, window } from 'vscode';
import { noneWords } from '../../client/src/events/nextEvent';
import { closeAll, event, log, open } from './logs';
import { until } from './waiting';

const at = (hour: string, more: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> =>
  event({ eventID: hour, eventTime: `2026-03-01T${hour}:00:00Z`, ...more });
const failed = { errorCode: 'AccessDenied' };

/** The editor in front, once the event of an hour is selected in it. */
function selected(hour: string): Promise<TextEditor> {
  const look = (): TextEditor | undefined => {
    const editor = window.activeTextEditor;
    const text = editor?.document.getText(editor.selection);
    return text?.startsWith('{') && JSON.parse(text).eventID === hour ? editor : undefined;
  };
  return until(look, window.onDidChangeTextEditorSelection, window.onDidChangeActiveTextEditor);
}

describe('the next event that failed', () => {
  afterEach(closeAll);

  it('is the next one in time, in whichever log it stands, and so is the one before', async () => {
    await open(log(at('15', failed), at('09')));
    await open(log(at('12', failed), at('08', failed), at('10')));
    await commands.executeCommand('workmailTrail.nextFailedEvent');
    await selected('12');
    await commands.executeCommand('workmailTrail.nextFailedEvent');
    await selected('15');
    await commands.executeCommand('workmailTrail.previousFailedEvent');
    await selected('12');
    await commands.executeCommand('workmailTrail.previousFailedEvent');
    await selected('08');
  });

  it('is told to be missing in words', () => {
    assert.equal(noneWords('failed', 'next', true, false), 'The Events view shows no later failed event.');
    assert.equal(
      noneWords('notable', 'previous', true, true),
      'The Events view shows no earlier notable event (of high or critical weight), as it is filtered.',
    );
    assert.equal(noneWords('malformed', 'next', false, false), 'The Events view shows no malformed event.');
  });
});
