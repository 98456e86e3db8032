import { commands, Disposable, env, window } from 'vscode';
import { type CopiedAs, pathText } from '../../../server/src/wire/protocol';
import type { EventsModel } from './model';
import { type EventNode, type GroupNode, type PlaceNode, pathOf } from './nodes';
import { events, number } from './words';

/** The commands that copy an event, or what a group of them shows, into the clipboard. */
export function registerCopyEvents(model: EventsModel): Disposable {
  const registerEventCopy = (command: string, as: CopiedAs): Disposable =>
    commands.registerCommand(command, ({ item }: EventNode) => copy(model, [item], 1, as));
  const registerGroupCopy = (command: string, as: CopiedAs): Disposable =>
    commands.registerCommand(command, async (node: GroupNode) => {
      const page = await model.page(pathOf(node)).catch(() => undefined);
      if (page !== undefined) {
        await copy(model, page.events, page.total, as);
      }
    });
  return Disposable.from(
    registerEventCopy('workmailTrail.copyAsJson', 'json'),
    registerEventCopy('workmailTrail.copyAsMarkdown', 'markdown'),
    registerEventCopy('workmailTrail.copyAsCsv', 'csv'),
    registerEventCopy('workmailTrail.copyEventId', 'id'),
    registerGroupCopy('workmailTrail.copyGroupAsMarkdown', 'markdown'),
    registerGroupCopy('workmailTrail.copyGroupAsCsv', 'csv'),
    commands.registerCommand('workmailTrail.copyPlacePath', ({ place }: PlaceNode) =>
      env.clipboard.writeText(pathText(place.uri)),
    ),
  );
}

/** Silent when all went well, as VS Code's own copying is. @param total of the events, of which not all may be copied */
async function copy(
  model: EventsModel,
  items: Parameters<EventsModel['copied']>[0],
  total: number,
  as: CopiedAs,
): Promise<void> {
  const copied = await model.copied(items, as).catch(() => undefined);
  if (copied === undefined) {
    return;
  }
  if (copied.text === '') {
    const nothing = as === 'id' && copied.missing === 0 ? 'The event has no eventID.' : undefined;
    await window.showInformationMessage(
      nothing ?? 'Nothing was copied: the event is no longer in a log that is open or inspected.',
    );
    return;
  }
  await env.clipboard.writeText(copied.text);
  const count = items.length - copied.missing;
  if (count < total) {
    await window.showInformationMessage(
      `The first ${events(count)} of ${number(total)} were copied. Show more of the group, or filter it, to copy others.`,
    );
  }
}
