import { commands, Disposable, type Uri } from 'vscode';
import type { ContextKeys } from '../contextKeys';
import type { EventsModel } from '../events/model';
import { askQuestion } from './askQuestion';
import type { LastQuestions } from './lastQuestions';

/**
 * The commands that choose by a question what the tree shows. It holds until the window closes and no longer: in a window that is
 * opened again on another day, a question that nobody remembers would hide evidence. What was asked last is offered then.
 *
 * @param guide a text that says what can be asked
 */
export function registerFilter(model: EventsModel, keys: ContextKeys, last: LastQuestions, guide: Uri): Disposable {
  const keep = () => keys.eventsAreFiltered.set(model.where !== undefined);
  const filter = async (asked?: unknown): Promise<void> => {
    const question = typeof asked === 'string' ? asked.trim() : await askQuestion(model, last.all(), guide);
    if (question === undefined) {
      return;
    }
    model.filter(question);
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
    commands.registerCommand('workmailTrail.clearFilter', () => model.filter('')),
  );
}
