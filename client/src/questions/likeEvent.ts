import { commands, type Disposable, type QuickPickItem, window } from 'vscode';
import type { EventItem, LikeEvent } from '../../../server/src/wire/protocol';
import type { EventsModel } from '../events/model';
import type { EventNode } from '../events/nodes';
import { likeWords } from './likeWords';

interface Choice extends QuickPickItem {
  readonly like: LikeEvent;
}

/** Leads from an event to all that have its access key, its address or something else of it, those of other services among them. */
export function registerLikeEvent(model: EventsModel): Disposable {
  return commands.registerCommand('workmailTrail.showEventsLikeThis', async ({ item }: EventNode) => {
    const like = await chooseLike(model, item, 'Show All Events Like This');
    if (like === undefined) {
      return;
    }
    await commands.executeCommand('workmailTrail.filterEvents', like.question);
    await showOtherServicesFor(model);
  });
}

/** Has the user choose something of an event that others have in common with it; undefined when nothing was chosen. */
export async function chooseLike(model: EventsModel, event: EventItem, title: string): Promise<LikeEvent | undefined> {
  const likes = await model.like(event).catch(() => undefined);
  if (likes === undefined) {
    return undefined;
  }
  if (likes === null || likes.length === 0) {
    const gone = 'The event is no longer in a log that is open or inspected.';
    const alone = 'The event has nothing that another one could have, too: no access key, no address, no name.';
    await window.showInformationMessage(likes === null ? gone : alone);
    return undefined;
  }
  const choices = likes.map((like): Choice => ({ ...likeWords(like), like }));
  const choice = await window.showQuickPick(choices, { title, placeHolder: 'What they have in common' });
  return choice?.like;
}

/** Shows other services where the question of the tree picks events of them: whoever asks for all of something means those, too. */
export async function showOtherServicesFor(model: EventsModel): Promise<void> {
  const shown = await model.groups().catch(() => undefined);
  if (shown !== undefined && shown.others > 0 && model.services !== 'all') {
    await commands.executeCommand('workmailTrail.showOtherServices');
  }
}
