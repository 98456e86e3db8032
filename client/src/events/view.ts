import {
  type CancellationToken,
  Disposable,
  EventEmitter,
  MarkdownString,
  type TreeDataProvider,
  type TreeItem,
  window,
} from 'vscode';
import {
  type EventGroup,
  type EventGroups,
  type EventPlace,
  type InspectedPlace,
  placesApart,
} from '../../../server/src/wire/protocol';
import type { LogDocuments } from '../logs/logDocuments';
import type { Places } from '../places/places';
import { filterWords } from './filterWords';
import type { EventsModel } from './model';
import { type EventNode, type GroupNode, idOf, type PlaceNode, type TreeNode } from './nodes';
import { nothingShown } from './nothingShown';
import { treeItem } from './treeItems';

/** The furthest into a group that the cursor alone pulls the tree along; the user can go further by asking for more. */
const furthestFollowed = 5000;

/**
 * The tree of events. VS Code collects changes, asks again only for what is open in the visible tree, and keeps the old rows
 * until the new ones are there; so nothing is collected or kept here but the groups that are shown.
 */
export class EventsView implements TreeDataProvider<TreeNode>, Disposable {
  readonly #model: EventsModel;
  readonly #logs: LogDocuments;
  readonly #places: Places;
  readonly #changed = new EventEmitter<undefined>();
  readonly #view = window.createTreeView<TreeNode>('workmailTrail.events', {
    treeDataProvider: this,
    showCollapseAll: true,
  });
  readonly #subscriptions: Disposable;
  #shown: readonly GroupNode[] = [];

  constructor(model: EventsModel, logs: LogDocuments, places: Places) {
    this.#model = model;
    this.#logs = logs;
    this.#places = places;
    const changed = () => this.#changed.fire(undefined);
    this.#subscriptions = Disposable.from(
      this.#view,
      this.#changed,
      model.onDidChange(changed),
      logs.onDidFind(changed),
      logs.onDidClose(changed),
      places.onDidChange(changed),
    );
  }

  get onDidChangeTreeData() {
    return this.#changed.event;
  }

  get visible(): boolean {
    return this.#view.visible;
  }

  get onDidChangeVisibility() {
    return this.#view.onDidChangeVisibility;
  }

  getTreeItem(node: TreeNode): TreeItem {
    return treeItem(node);
  }

  async resolveTreeItem(item: TreeItem, node: TreeNode, token: CancellationToken): Promise<TreeItem> {
    if (node.kind === 'event') {
      const markdown = await this.#model.details(node.item, token).catch(() => undefined);
      // Not trusted, no HTML, no icons: the text is made of values from a log.
      item.tooltip = markdown === undefined ? undefined : new MarkdownString(markdown);
    }
    return item;
  }

  getParent(node: TreeNode): TreeNode | undefined {
    return node.kind === 'event' || node.kind === 'more' ? node.parent : undefined;
  }

  async getChildren(node?: TreeNode): Promise<TreeNode[]> {
    if (node === undefined) {
      return this.#roots();
    }
    return node.kind === 'group' ? this.#eventsOf(node) : [];
  }

  /**
   * Selects an event in the tree without taking the focus; its group opens.
   *
   * @returns whether it is selected now; not while VS Code is still drawing another state of the tree: it passes over, or
   *   rejects, what it has not drawn
   */
  async reveal({ groupKey, position, item }: EventPlace): Promise<boolean> {
    const isParent = ({ group }: GroupNode): boolean => group.key === groupKey;
    if (!this.#shown.some(isParent)) {
      // A view that was only just opened, or a log, has not asked for its groups yet.
      await this.#roots();
    }
    const parent = this.#shown.find(isParent);
    if (parent === undefined || !this.visible) {
      return false;
    }
    const node: TreeNode = position < furthestFollowed ? { kind: 'event', parent, item } : parent;
    if (node.kind === 'event' && this.#model.wantAtLeast(groupKey, position + 1)) {
      this.#changed.fire(undefined);
    }
    await this.#view.reveal(node, { select: true, focus: false }).then(undefined, () => undefined);
    return this.#view.selection.some((selected) => idOf(selected) === idOf(node));
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  async #roots(): Promise<TreeNode[]> {
    const { where, services } = this.#model;
    const answer = await this.#groups();
    this.#shown = groupNodes(answer?.groups ?? [], where);
    if (answer === undefined) {
      this.#view.message = '';
      return [];
    }
    const isEmpty = this.#shown.length === 0;
    const nodes: TreeNode[] = [];
    if (where === undefined) {
      this.#view.message = isEmpty ? nothingShown(answer) : '';
    } else {
      const words = filterWords(where, services, answer);
      this.#view.message = words;
      nodes.push({ kind: 'filter', words });
    }
    for (const node of [...placeNodes(answer.places), ...this.#shown]) {
      nodes.push(node);
    }
    if (answer.others > 0) {
      nodes.push({ kind: 'others', count: answer.others, shown: services === 'all', isFiltered: where !== undefined });
    }
    const isReading = answer.places.some(({ state }) => state === 'reading');
    return isEmpty && where === undefined && !isReading ? [...nodes, { kind: 'open' }] : nodes;
  }

  /** Silent on failure: the language client says it, starts the server again, and that is a change to the tree. */
  async #groups(): Promise<EventGroups | undefined> {
    const isNothingThere = this.#logs.size === 0 && this.#places.size === 0;
    return isNothingThere ? undefined : this.#model.groups().catch(() => undefined);
  }

  async #eventsOf(parent: GroupNode): Promise<TreeNode[]> {
    const page = await this.#model.events(parent.group.key).catch(() => undefined);
    if (page === undefined) {
      return [];
    }
    const nodes: TreeNode[] = page.events.map((item): EventNode => ({ kind: 'event', parent, item }));
    if (page.events.length < page.total) {
      nodes.push({ kind: 'more', parent, shown: page.events.length });
    }
    return nodes;
  }
}

/** A group that a question has few events of is open, if they all are few. */
const fewEvents = 30;

function groupNodes(groups: readonly EventGroup[], where: string | undefined): readonly GroupNode[] {
  const isOpen = where !== undefined && groups.reduce((sum, { count }) => sum + count, 0) <= fewEvents;
  return inOrder(groups).map((group) => ({ kind: 'group', group, where, isOpen }));
}

function placeNodes(places: readonly InspectedPlace[]): PlaceNode[] {
  const names = placesApart(places.map(({ uri }) => uri));
  return places.map((place, at) => ({ kind: 'place', place, name: names[at] ?? '' }));
}

/** WorkMail and Message Flow first; other services, when shown, below them. The server sorted by name. */
function inOrder(groups: readonly EventGroup[]): readonly EventGroup[] {
  const isOther = ({ service }: EventGroup) => service === 'other';
  return [...groups.filter((group) => !isOther(group)), ...groups.filter(isOther)];
}
