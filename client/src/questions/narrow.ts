import { commands, Disposable } from 'vscode';
import type { LikeEvent } from '../../../server/src/wire/protocol';
import type { EventsModel } from '../events/model';
import type { EventNode, GroupNode, PlaceNode } from '../events/nodes';
import { chooseLike, showOtherServicesFor } from './likeEvent';

/** The commands that lead from a row of the tree to a question: all of what it stands for, that besides what is asked, or all but that. */
export function registerNarrow(model: EventsModel): Disposable {
  const ask = async (question: string | undefined): Promise<void> => {
    if (question !== undefined) {
      await commands.executeCommand('workmailTrail.filterEvents', question);
    }
  };
  const narrow = async (more: string | undefined, isLeftOut: boolean): Promise<void> => {
    const question = more === undefined ? undefined : await model.narrowed(more, isLeftOut).catch(() => undefined);
    await ask(question);
  };
  const chosen = async ({ item }: EventNode, title: string): Promise<LikeEvent['question'] | undefined> =>
    (await chooseLike(model, item, title))?.question;
  return Disposable.from(
    commands.registerCommand('workmailTrail.showEventsOfThis', async (node: GroupNode | PlaceNode) => {
      await ask(questionOf(node));
      await showOtherServicesFor(model);
    }),
    commands.registerCommand('workmailTrail.filterByThis', (node: GroupNode | PlaceNode) =>
      narrow(questionOf(node), false),
    ),
    commands.registerCommand('workmailTrail.excludeThis', (node: GroupNode | PlaceNode) =>
      narrow(questionOf(node), true),
    ),
    commands.registerCommand('workmailTrail.filterByEvent', async (node: EventNode) =>
      narrow(await chosen(node, 'Filter by This'), false),
    ),
    commands.registerCommand('workmailTrail.excludeEvent', async (node: EventNode) =>
      narrow(await chosen(node, 'Exclude This'), true),
    ),
  );
}

/** The question that picks what a row stands for. */
function questionOf(node: GroupNode | PlaceNode): string {
  return node.kind === 'group' ? node.group.question : questionOfPlace(node.place);
}

/** All files of a folder, or a file. */
export function questionOfPlace({ uri, isFolder }: PlaceNode['place']): string {
  const quoted = (text: string): string => `"${text.replace(/["\\]/g, '\\$&')}"`;
  return isFolder ? `file:${quoted(`${uri.replace(/\/+$/, '')}/`)}*` : `file:${quoted(uri)}`;
}
