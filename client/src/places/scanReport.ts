import { commands, type Disposable, Uri, window } from 'vscode';
import { ScanReportRequest } from '../../../server/src/wire/protocol';
import type { PlaceNode } from '../events/nodes';
import type { LogServer } from '../logServer';
import { trailScheme } from '../logs/candidates';
import type { ReportQuery } from '../summary/links';
import type { ReportFiles } from '../summary/reportFiles';
import { showPage } from '../summary/showPage';

/** "Show Scan Report": what became of every file of an inspected folder, in the Markdown preview. */
export function registerScanReport(server: LogServer, files: ReportFiles): Disposable {
  return commands.registerCommand('workmailTrail.showScanReport', async ({ place: { uri } }: PlaceNode) => {
    try {
      const report = await server.ask(ScanReportRequest, { uri });
      if (report === undefined || report === null) {
        await window.showInformationMessage('This folder is not inspected any more.');
        return;
      }
      const shown = reportUri(Uri.parse(uri, true));
      files.put(shown, report.markdown);
      await showPage(shown);
    } catch (error) {
      server.fail('The scan report could not be made.', error);
    }
  });
}

/** The same folder always has the same report: asking again replaces it. */
function reportUri(place: Uri): Uri {
  const query: ReportQuery = { uris: [place.toString()] };
  const name = place.path.slice(place.path.lastIndexOf('/') + 1);
  return Uri.from({ scheme: trailScheme, path: `/scan/What was read of ${name}.md`, query: JSON.stringify(query) });
}
