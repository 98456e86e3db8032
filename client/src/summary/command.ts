import { commands, Disposable, ProgressLocation, Uri, window } from 'vscode';
import { labelText } from '../../../server/src/wire/protocol';
import type { CaseNotes } from '../cases/caseNotes';
import type { PlaceNode } from '../events/nodes';
import type { LogServer } from '../logServer';
import { trailScheme } from '../logs/candidates';
import type { LogDocuments } from '../logs/logDocuments';
import type { Places } from '../places/places';
import { chooseEvents, type ShownFilter } from './chooseEvents';
import { chooseLogs } from './chooseLogs';
import { everything } from './everything';
import { logsInFront } from './inFront';
import type { ReportQuery } from './links';
import type { ReportFiles } from './reportFiles';
import { showPage } from './showPage';
import { namesOf, type Reported, summarize } from './summarize';

/**
 * "Summarize WorkMail events": for the log whose editor title was clicked or the place in the tree, else the active log, or all
 * logs in the timeline, else what the user chooses. "Summarize All Open Logs and Inspected Folders": for what the tree shows,
 * whatever is in front.
 */
export function registerSummarize(
  server: LogServer,
  logs: LogDocuments,
  places: Places,
  files: ReportFiles,
  notes: CaseNotes,
  filter: ShownFilter,
): Disposable {
  const isKnown = (uri: Uri): boolean => logs.has(uri) || places.has(uri);
  const reportOn = async (chosen: readonly Uri[], known: readonly Uri[]): Promise<void> => {
    const events = await chooseEvents(filter);
    if (events !== undefined) await report(server, { logs: chosen, ...events }, files, notes, known);
  };
  const known = (): readonly Uri[] => [...logs.all(), ...places.all()].map(({ uri }) => uri);
  return Disposable.from(
    commands.registerCommand('workmailTrail.summarize', async (target?: unknown) => {
      const clicked = target instanceof Uri ? [target].filter(isKnown) : logsInFront(logs, places);
      const chosen = clicked?.length ? clicked : await chooseLogs(logs, places);
      if (chosen === undefined) {
        return;
      }
      if (!chosen.every(isKnown)) {
        await window.showInformationMessage('This file holds no CloudTrail events, so there is nothing to sum up.');
        return;
      }
      await reportOn(chosen, known());
    }),
    commands.registerCommand('workmailTrail.summarizeAll', async () => {
      const all = everything(logs, places);
      if (all.length === 0) {
        await window.showInformationMessage(
          'No CloudTrail log is open and no folder is inspected: there is nothing to sum up.',
        );
        return;
      }
      await reportOn(all, all);
    }),
    commands.registerCommand('workmailTrail.summarizePlace', ({ place }: PlaceNode) =>
      reportOn([Uri.parse(place.uri, true)], known()),
    ),
  );
}

/** @param known what its tab must be told from, beside the logs themselves */
async function report(
  server: LogServer,
  subject: Reported,
  files: ReportFiles,
  notes: CaseNotes,
  known: readonly Uri[],
): Promise<void> {
  const markdown = await window.withProgress(
    { location: ProgressLocation.Notification, title: 'Summarizing WorkMail events', cancellable: true },
    (progress, token) => {
      let done = 0;
      return summarize(server, subject, notes, token, ({ percentage, message }) => {
        progress.report({ increment: percentage - done, message: labelText(message) });
        done = percentage;
      }).catch((error) => server.fail('The WorkMail events could not be summarized.', error));
    },
  );
  if (typeof markdown === 'string') {
    const uri = reportUri(subject, known);
    files.put(uri, markdown);
    await showPage(uri);
  }
}

/** The same logs always have the same report, and another one for each filter: asking again replaces it. */
function reportUri({ logs, where }: Reported, known: readonly Uri[]): Uri {
  const [first] = logs;
  const subject = logs.length === 1 && first !== undefined ? titleOf(first, known) : `${logs.length} places`;
  const query: ReportQuery = { uris: logs.map((log) => log.toString()), ...(where !== undefined && { where }) };
  const some = where === undefined ? '' : ', filtered';
  return Uri.from({
    scheme: trailScheme,
    path: `/WorkMail events in ${subject}${some}.md`,
    query: JSON.stringify(query),
  });
}

/** `log.json`, or `log.json (left)` where another one of its name is known. A slash would end the name of the report's file. */
function titleOf(log: Uri, known: readonly Uri[]): string {
  const others = known.filter((uri) => uri.toString() !== log.toString());
  const [name = ''] = namesOf([log, ...others]);
  const folders = name.split('/');
  const file = folders.pop() ?? '';
  return folders.length === 0 ? file : `${file} (${folders.join(' › ')})`;
}
