import { commands, Disposable, type Memento, type Uri } from 'vscode';
import type { ContextKeys } from '../contextKeys';
import type { EventsModel } from '../events/model';
import { askQuestion } from './askQuestion';
import type { LastQuestions } from './lastQuestions';

const remembered = 'workmailTrail.filter';

/** The question that the tree showed the events of when this workspace was last open; undefined for all events. */
export function rememberedFilter(memento: Memento): string | undefined {
  const kept: unknown = memento.get(remembered);
  return typeof kept === 'string' && kept.trim() !== '' ? kept.trim() : undefined;
}

/** Shows the events of a question, or all of them for an empty one, and remembers it for the workspace. */
export async function showFiltered(model: EventsModel, memento: Memento, question: string): Promise<void> {
  model.filter(question);
  await memento.update(remembered, model.where);
}

/**
 * The commands that choose by a question what the tree shows, remembered for the workspace. So that one that nobody remembers hides no
 * evidence, the line above the tree says of a question of another day that it is one, and the row below it clears it.
 *
 * @param guide a text that says what can be asked
 */
export function registerFilter(
  model: EventsModel,
  keys: ContextKeys,
  last: LastQuestions,
  memento: Memento,
  guide: Uri,
): Disposable {
  const keep = () => keys.eventsAreFiltered.set(model.where !== undefined);
  const show = (question: string): Promise<void> => showFiltered(model, memento, question);
  const filter = async (asked?: unknown): Promise<void> => {
    const question = typeof asked === 'string' ? asked.trim() : await askQuestion(model, last.all(), guide);
    if (question === undefined) {
      return;
    }
    await show(question);
    if (question !== '') {
      await last.add(question);
    }
  };
  keep();
  return Disposable.from(
    model.onDidChange(keep),
    // With a question as its argument, as a keybinding may give it, the command asks nobody.
    commands.registerCommand('workmailTrail.filterEvents', filter),
    commands.registerCommand('workmailTrail.changeFilter', () => filter()),
    commands.registerCommand('workmailTrail.clearFilter', () => show('')),
  );
}
