import { type QuickPickItem, window } from 'vscode';
import { labelText } from '../../../server/src/wire/protocol';

/** The question that the tree shows the events of; undefined where it shows all. */
export interface ShownFilter {
  readonly where: string | undefined;
}

/** More of a question than a row of a list has room for. UTF-16 units. */
const LONGEST = 300;

/** The choice of those events alone that the tree shows. */
export function filteredItem(where: string): QuickPickItem {
  return { label: 'Only What the Filter Shows', description: labelText(where, LONGEST) };
}

/**
 * Lets the user choose which events a report is on, where the tree is filtered: all of them, or those that the filter shows. Without a filter
 * nobody is asked. Undefined when the user thinks better of it.
 */
export async function chooseEvents({ where }: ShownFilter): Promise<ShownFilter | undefined> {
  if (where === undefined) return { where };
  const all = { label: 'All Events', description: 'with what was found in them', where: undefined };
  const chosen = await window.showQuickPick<QuickPickItem & ShownFilter>([all, { ...filteredItem(where), where }], {
    title: 'Summarize WorkMail Events',
    placeHolder: 'Which events?',
  });
  return chosen && { where: chosen.where };
}
