import { commands, Disposable, type ExtensionContext, ViewColumn, type WebviewPanel, window } from 'vscode';
import { pageFolder } from './page';
import type { TimelineParts } from './parts';
import { TimelinePanel } from './timelinePanel';
import { timelineViewType } from './viewType';

/** *Show Timeline*: all events over time, in a tab. There is one; a window that is loaded again has it again. */
export function registerTimeline(context: ExtensionContext, parts: TimelineParts): Disposable {
  const options = { enableScripts: true, localResourceRoots: [pageFolder(context.extensionUri)] };
  let shown: WebviewPanel | undefined;
  const show = (panel: WebviewPanel): void => {
    shown = panel;
    const timeline = new TimelinePanel(context, parts, panel);
    panel.onDidDispose(() => {
      timeline.dispose();
      if (shown === panel) shown = undefined;
    });
  };
  return Disposable.from(
    commands.registerCommand('workmailTrail.showTimeline', () => {
      if (shown === undefined)
        show(window.createWebviewPanel(timelineViewType, 'WorkMail Timeline', ViewColumn.Active, options));
      else shown.reveal();
    }),
    window.registerWebviewPanelSerializer(timelineViewType, {
      async deserializeWebviewPanel(panel) {
        panel.webview.options = options;
        show(panel);
      },
    }),
    { dispose: () => shown?.dispose() },
  );
}
