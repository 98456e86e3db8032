import { commands, type Disposable, type QuickPickItem, window } from 'vscode';
import type { LikeEvent } from '../../../server/src/wire/protocol';
import type { EventsModel } from '../events/model';
import type { EventNode } from '../events/nodes';
import { likeWords } from './likeWords';

interface Choice extends QuickPickItem {
  readonly like: LikeEvent;
}

/** Leads from an event to all that have its access key, its address or something else of it, those of other services among them. */
export function registerLikeEvent(model: EventsModel): Disposable {
  return commands.registerCommand('workmailTrail.showEventsLikeThis', async ({ item }: EventNode) => {
    const likes = await model.like(item).catch(() => undefined);
    if (likes === undefined) {
      return;
    }
    if (likes === null || likes.length === 0) {
      const gone = 'The event is no longer in a log that is open or inspected.';
      const alone = 'The event has nothing that another one could have, too: no access key, no address, no name.';
      await window.showInformationMessage(likes === null ? gone : alone);
      return;
    }
    const choices = likes.map((like): Choice => ({ ...likeWords(like), like }));
    const title = 'Show All Events Like This';
    const choice = await window.showQuickPick(choices, { title, placeHolder: 'What they have in common' });
    if (choice === undefined) {
      return;
    }
    await commands.executeCommand('workmailTrail.filterEvents', choice.like.question);
    const shown = await model.groups().catch(() => undefined);
    if (shown !== undefined && shown.others > 0 && model.services !== 'all') {
      await commands.executeCommand('workmailTrail.showOtherServices');
    }
  });
}
