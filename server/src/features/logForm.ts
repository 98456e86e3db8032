import type { CancellationToken, Disposable } from 'vscode-languageserver';
import { formName, label, type ReadNote, readNotes } from '../core/index';
import { type Analysis, problemsOfLog, textFieldAt } from '../documents/analysis';
import type { ReadNote as FileNote } from '../host/logFiles';
import { fileNote } from '../views/fileNote';
import { type LogForm, LogFormRequest } from '../wire/protocol';
import { readViewUri } from '../wire/viewUri';
import type { ServerContext } from './context';
import { statusOf } from './logStatus';

/** How the log that an editor shows is read: what it is, what was taken off it, what was not read. */
export function register({ connection, documents, inspected, views }: ServerContext): Disposable {
  return connection.onRequest(LogFormRequest, async ({ uri }, token): Promise<LogForm | null> => {
    const log = await logShown(uri, token);
    return log === undefined || log.analysis.outline.container === 'none' ? null : formOf(log);
  });

  async function logShown(uri: string, token: CancellationToken): Promise<ShownLog | undefined> {
    const view = readViewUri(uri);
    if (view !== undefined) {
      const log = await views.log(view.log, token);
      return 'failure' in log ? undefined : log;
    }
    const open = await documents.newest(uri, token);
    if (open !== undefined) return { analysis: open, notes: [] };
    const place = inspected.place(uri);
    const notes = place?.reasons.map((message) => ({ message, isLoss: true })) ?? [];
    return place?.analysis && { analysis: place.analysis, notes };
  }
}

/** A log, and what is wrong with the file around its text. */
interface ShownLog {
  readonly analysis: Analysis;
  readonly notes: readonly Pick<FileNote, 'message' | 'isLoss'>[];
}

function formOf({ analysis, notes }: ShownLog): LogForm {
  const { outline, recordCount, index, hasFailed } = analysis;
  const ofFile = notes.map(fileNote).map(({ message, isLoss }) => ({ message: label(message, LONGEST_NOTE), isLoss }));
  const failure = { message: 'See the Problems panel.', isLoss: true };
  return {
    ...statusOf(analysis),
    form: hasFailed ? 'Log' : formName(outline),
    ...versionOf(analysis),
    records: recordCount,
    ofWorkMail: index.blocks.reduce((sum, { block }) => sum + block.ofWorkMail, 0),
    notes: hasFailed ? [failure] : [...ofFile, ...notesOf(analysis)],
  };
}

const LONGEST_NOTE = 600;
const LONGEST_VERSION = 12;

/** Records of one log hardly ever differ in it. */
function versionOf(analysis: Analysis): Pick<LogForm, 'eventVersion'> {
  const version = textFieldAt(analysis, 0, 'eventVersion');
  return version === '' ? {} : { eventVersion: label(version, LONGEST_VERSION) };
}

/** Where events can't be read, the status says already what the text is; what to do is said by the problem. */
function notesOf(analysis: Analysis): readonly ReadNote[] {
  return readNotes(problemsOfLog(analysis));
}
