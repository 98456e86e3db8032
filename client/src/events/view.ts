import {
  type CancellationToken,
  commands,
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
  type EventItem,
  type EventPlace,
  type InspectedPlace,
  placesApart,
} from '../../../server/src/wire/protocol';
import type { Verdicts } from '../integrity/verdicts';
import type { LogDocuments } from '../logs/logDocuments';
import type { EventNotes } from '../notes/eventNotes';
import type { Places } from '../places/places';
import { filterWords } from './filterWords';
import { groupingWords, isUsual } from './groupWords';
import type { EventsModel } from './model';
import { type EventNode, type GroupNode, idOf, isInnermost, type PlaceNode, pathOf, type TreeNode } from './nodes';
import { nothingShown } from './nothingShown';
import { treeItem } from './treeItems';

/** The furthest into a group that the cursor alone pulls the tree along; the user can go further by asking for more. */
const furthestFollowed = 5000;

const FOCUS = 'workmailTrail.events.focus';

/**
 * The tree of events. VS Code collects changes, asks again only for what is open in the visible tree, and keeps the old rows
 * until the new ones are there; so nothing is collected or kept here.
 */
export class EventsView implements TreeDataProvider<TreeNode>, Disposable {
  readonly #model: EventsModel;
  readonly #logs: LogDocuments;
  readonly #places: Places;
  readonly #notes: EventNotes;
  readonly #verdicts: Verdicts;
  readonly #changed = new EventEmitter<undefined>();
  readonly #view = window.createTreeView<TreeNode>('workmailTrail.events', {
    treeDataProvider: this,
    showCollapseAll: true,
  });
  readonly #subscriptions: Disposable;
  #isFocusWanted = false;

  constructor(model: EventsModel, logs: LogDocuments, places: Places, notes: EventNotes, verdicts: Verdicts) {
    this.#model = model;
    this.#logs = logs;
    this.#places = places;
    this.#notes = notes;
    this.#verdicts = verdicts;
    const changed = () => this.#changed.fire(undefined);
    this.#subscriptions = Disposable.from(
      this.#view,
      this.#changed,
      model.onDidChange(changed),
      logs.onDidFind(changed),
      logs.onDidClose(changed),
      places.onDidChange(changed),
      notes.onDidChange(changed),
      verdicts.onDidChange(changed),
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
      item.tooltip = markdown === undefined ? undefined : withNote(markdown, node.note);
    }
    return item;
  }

  getParent(node: TreeNode): TreeNode | undefined {
    if (node.kind === 'group') {
      return node.parents.at(-1);
    }
    return node.kind === 'event' || node.kind === 'more' ? node.parent : undefined;
  }

  /**
   * Shows the view and gives it the focus: now, and once more when its first rows are there. A view without any gives the focus to
   * its welcome, which goes away, and then keys lead nowhere.
   */
  async focus(): Promise<void> {
    this.#isFocusWanted = true;
    await commands.executeCommand(FOCUS);
  }

  async getChildren(node?: TreeNode): Promise<TreeNode[]> {
    if (node === undefined) {
      const rows = await this.#roots();
      if (this.#isFocusWanted && rows.length > 0) {
        this.#isFocusWanted = false;
        // Behind the rows, which are on their way to VS Code when this function has ended.
        setTimeout(() => void commands.executeCommand(FOCUS), 0);
      }
      return rows;
    }
    return node.kind === 'group' ? this.#below(node) : [];
  }

  /**
   * Selects an event in the tree without taking the focus; its groups open.
   *
   * @returns whether it is selected now; not while VS Code is still drawing another state of the tree: it passes over, or
   *   rejects, what it has not drawn
   */
  async reveal({ groups, position, item }: EventPlace): Promise<boolean> {
    const parents: GroupNode[] = [];
    for (const { group } of groups) {
      parents.push(this.#groupNode(group, parents.slice(), false));
    }
    const positions = [...groups.map((place) => place.position), position];
    const far = positions.findIndex((each) => each >= furthestFollowed);
    const followed = far < 0 ? positions : positions.slice(0, far);
    const parent = parents[followed.length - 1];
    const node: TreeNode | undefined = parent ?? this.#eventNode(parents.at(-1), item);
    if (!this.visible || followed.length === 0 || node === undefined) {
      return false;
    }
    const isLonger = followed.map((each, level) => this.#model.wantAtLeast(pathOf(parents[level - 1]), each + 1));
    if (isLonger.includes(true)) {
      this.#changed.fire(undefined);
    }
    await this.#view.reveal(node, { select: true, focus: false }).then(undefined, () => undefined);
    return this.#view.selection.some((selected) => idOf(selected) === idOf(node));
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  async #roots(): Promise<TreeNode[]> {
    const { where, services, by } = this.#model;
    // VS Code draws no description of a view that is alone in its container, and the title is cut off behind the icons.
    this.#view.title = `Events ${groupingWords(by)}`;
    const grouped = isUsual(by) ? '' : `Grouped ${groupingWords(by)}.`;
    const answer = await this.#groups();
    if (answer === undefined) {
      this.#view.message = '';
      return [];
    }
    const shown = this.#groupNodes(answer.groups, []);
    const isEmpty = shown.length === 0;
    const nodes: TreeNode[] = [];
    if (where === undefined) {
      this.#view.message = isEmpty ? nothingShown(answer) : grouped;
    } else {
      const words = filterWords(where, services, answer, this.#model.isOfAnotherDay);
      this.#view.message = `${grouped} ${words}`.trimStart();
      nodes.push({ kind: 'filter', words });
    }
    for (const node of [...placeNodes(answer.places, this.#verdicts), ...shown]) {
      nodes.push(node);
    }
    if (shown.length < answer.total) {
      nodes.push({ kind: 'more', parent: undefined, what: 'groups', shown: shown.length, total: answer.total });
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

  /** Groups of the next level, or events. */
  async #below(parent: GroupNode): Promise<TreeNode[]> {
    const page = await this.#model.page(pathOf(parent)).catch(() => undefined);
    if (page === undefined) {
      return [];
    }
    const nodes: TreeNode[] = isInnermost(parent)
      ? page.events.flatMap((item) => this.#eventNode(parent, item) ?? [])
      : [...this.#groupNodes(page.groups, [...parent.parents, parent])];
    if (nodes.length < page.total) {
      const what = isInnermost(parent) ? 'events' : 'groups';
      return [...nodes, { kind: 'more', parent, what, shown: nodes.length, total: page.total }];
    }
    return nodes;
  }

  #groupNodes(groups: readonly EventGroup[], parents: readonly GroupNode[]): readonly GroupNode[] {
    const all = groups.reduce((sum, { count }) => sum + count, 0);
    const isOpen = this.#model.where !== undefined && all <= fewEvents;
    return groups.map((group) => this.#groupNode(group, parents, isOpen));
  }

  #eventNode(parent: GroupNode | undefined, item: EventItem): EventNode | undefined {
    return parent && { kind: 'event', parent, item, note: this.#notes.of(item) };
  }

  #groupNode(group: EventGroup, parents: readonly GroupNode[], isOpen: boolean): GroupNode {
    const { by, where } = this.#model;
    return { kind: 'group', group, parents, by, where, isOpen };
  }
}

/** Of what somebody has written, every character is shown as it is. */
function withNote(markdown: string, note: string | undefined): MarkdownString {
  const tooltip = new MarkdownString(markdown);
  return note === undefined ? tooltip : tooltip.appendMarkdown('\n\n**Note:** ').appendText(note);
}

/** A group that a question has few events of is open, if they all are few. */
const fewEvents = 30;

function placeNodes(places: readonly InspectedPlace[], verdicts: Verdicts): PlaceNode[] {
  const names = placesApart(places.map(({ uri }) => uri));
  return places.map((place, at) => ({
    kind: 'place',
    place,
    name: names[at] ?? '',
    verdict: verdicts.of(place.uri),
  }));
}
