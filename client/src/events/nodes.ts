import type { EventGroup, EventItem, GroupField, InspectedPlace } from '../../../server/src/wire/protocol';
import type { Verdict } from '../integrity/verdicts';

/** Events that have something in common; what it holds is asked for when it is opened. */
export interface GroupNode {
  readonly kind: 'group';
  readonly group: EventGroup;
  /** The groups that hold it, the outermost first. */
  readonly parents: readonly GroupNode[];
  /** What the tree is grouped by: the group holds groups until the last of these. */
  readonly by: readonly GroupField[];
  /** The question that picked its events, which makes another group of it: what is open there is no matter of the whole one. */
  readonly where: string | undefined;
  /** Whether it is open until the user closes it: of a few events that were asked for, nobody wants to see the number alone. */
  readonly isOpen: boolean;
}

/** One event below its group. */
export interface EventNode {
  readonly kind: 'event';
  readonly parent: GroupNode;
  readonly item: EventItem;
  /** What somebody has written about it; not escaped. */
  readonly note: string | undefined;
}

/** Stands for what is not shown yet of a group, or of all groups. */
export interface MoreNode {
  readonly kind: 'more';
  readonly parent: GroupNode | undefined;
  readonly what: 'events' | 'groups';
  readonly shown: number;
  readonly total: number;
}

/** Counts the events of other services and shows or hides them. */
export interface OthersNode {
  readonly kind: 'others';
  readonly count: number;
  readonly shown: boolean;
  /** Whether a question picked the events that are counted. */
  readonly isFiltered: boolean;
}

/** The way back from the events of a question to all of them. */
export interface FilterNode {
  readonly kind: 'filter';
  /** What is shown, for those who do not see the line above the tree; safe as a label. */
  readonly words: string;
}

/** A file or folder that is read from disk: how far, and what was found. */
export interface PlaceNode {
  readonly kind: 'place';
  readonly place: InspectedPlace;
  /** What tells it from the other places; not escaped. */
  readonly name: string;
  /** What was said of its integrity, and still holds. */
  readonly verdict?: Verdict | undefined;
}

/** The way on from a tree without events. VS Code shows either a message or a welcome with buttons, never both. */
export interface OpenNode {
  readonly kind: 'open';
}

/** Everything the tree can show; `kind` tells which it is. */
export type TreeNode = FilterNode | GroupNode | EventNode | MoreNode | OthersNode | PlaceNode | OpenNode;

/** The keys that lead to what a group holds, the outermost first; those of all groups for none. */
export function pathOf(node: GroupNode | undefined): readonly string[] {
  return node === undefined ? [] : [...node.parents, node].map(({ group }) => group.key);
}

/** Whether a group holds events, and no groups. */
export function isInnermost({ parents, by }: GroupNode): boolean {
  return parents.length + 1 >= by.length;
}

/** Stable across edits, so that what is open and selected in the tree stays so. */
export function idOf(node: TreeNode): string {
  switch (node.kind) {
    case 'group':
      return `group ${groupId(node)}`;
    case 'event':
      return `event ${node.item.index} ${node.item.uri}`;
    case 'more':
      return `more ${node.parent === undefined ? 'groups' : groupId(node.parent)}`;
    case 'place':
      return `place ${node.place.uri}`;
    case 'others':
    case 'filter':
    case 'open':
      return node.kind;
  }
}

/** Keys are a stranger's and may hold any separator, so they are written as JSON. */
function groupId(node: GroupNode): string {
  const where = node.where === undefined ? '' : ` of ${node.where}`;
  return `${node.by.join(' ')} ${JSON.stringify(pathOf(node))}${where}`;
}
