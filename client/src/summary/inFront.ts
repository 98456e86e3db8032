import { TabInputWebview, type Uri, window } from 'vscode';
import type { LogDocuments } from '../logs/logDocuments';
import type { Places } from '../places/places';
import { timelineViewType } from '../timeline/viewType';
import { activeUri } from './activeUri';
import { everything } from './everything';

/** The logs that are in front: one in an editor, or all of them in the timeline. Undefined: neither is, so the user has to choose. */
export function logsInFront(logs: LogDocuments, places: Places): readonly Uri[] | undefined {
  const uri = activeUri();
  if (uri !== undefined) return logs.has(uri) || places.has(uri) ? [uri] : undefined;
  const input = window.tabGroups.activeTabGroup.activeTab?.input;
  // VS Code puts a word of its own before the type that a page was made with.
  const isTimeline = input instanceof TabInputWebview && input.viewType.endsWith(timelineViewType);
  const all = isTimeline ? everything(logs, places) : [];
  return all.length === 0 ? undefined : all;
}
