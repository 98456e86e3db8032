import { commands, type Disposable, type Memento, type QuickPickItem, window } from 'vscode';
import { askedFields, type GroupField, groupFields, MOST_LEVELS } from '../../../server/src/wire/protocol';
import { fieldChoice } from './groupWords';
import type { EventsModel } from './model';

const remembered = 'workmailTrail.groupBy';

/** What the tree was grouped by when this workspace was last open. */
export function rememberedFields(memento: Memento): readonly GroupField[] {
  return askedFields(memento.get(remembered));
}

/** The command that chooses what the tree is grouped by, remembered for the workspace. */
export function registerGroupBy(model: EventsModel, memento: Memento): Disposable {
  // With fields as its argument, as a keybinding may give them, the command asks nobody.
  return commands.registerCommand('workmailTrail.groupEvents', async (asked?: unknown) => {
    const by = Array.isArray(asked) ? askedFields(asked) : await chosenFields(model.by);
    if (by !== undefined) {
      model.group(by);
      await memento.update(remembered, by);
    }
  });
}

interface Choice extends QuickPickItem {
  /** Undefined for no further level. */
  readonly by: GroupField | undefined;
}

/** Asks level by level, and offers first what is chosen already. Undefined when the user left it as it was. */
async function chosenFields(current: readonly GroupField[]): Promise<readonly GroupField[] | undefined> {
  const by: GroupField[] = [];
  while (by.length < MOST_LEVELS) {
    const left = groupFields.filter((field) => !by.includes(field));
    const fields = left.map((field) => ({ ...fieldChoice(field), by: field }));
    const choices: Choice[] = by.length === 0 ? fields : [{ label: 'Nothing More', by: undefined }, ...fields];
    const now = current[by.length];
    const choice = await window.showQuickPick(inFront(choices, now), {
      title: by.length === 0 ? 'Group Events By' : 'And Each Group By',
      placeHolder: 'What the events of a group have in common',
      matchOnDescription: true,
    });
    if (choice === undefined) {
      return undefined;
    }
    if (choice.by === undefined) {
      break;
    }
    by.push(choice.by);
  }
  return by;
}

/** A quick pick has its first row chosen: it is the one that holds now. */
function inFront(choices: readonly Choice[], now: GroupField | undefined): readonly Choice[] {
  const current = choices.filter(({ by }) => by === now);
  const marked = current.map((choice) => ({
    ...choice,
    description: ['now', choice.description].filter(isText).join(' · '),
  }));
  return [...marked, ...choices.filter(({ by }) => by !== now)];
}

function isText(text: string | undefined): text is string {
  return text !== undefined && text !== '';
}
