import { ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode';
import { type EventItem, type InspectedPlace, labelText } from '../../../server/src/wire/protocol';
import { placeDescription, placeSentence } from '../places/words';
import { othersWords } from './filterWords';
import { pageSize } from './model';
import {
  type EventNode,
  type FilterNode,
  type GroupNode,
  idOf,
  type MoreNode,
  type OthersNode,
  type PlaceNode,
  type TreeNode,
} from './nodes';
import {
  eventDescription,
  eventLabel,
  eventSentence,
  events,
  groupDescription,
  groupSentence,
  number,
  rowWords,
  severalDays,
} from './words';

// Each state has a shape of its own and is said in words beside it: colour alone tells nobody anything.
const malformedIcon = new ThemeIcon('warning', new ThemeColor('list.warningForeground'));
const failedIcon = new ThemeIcon('error', new ThemeColor('list.errorForeground'));
const succeededIcon = new ThemeIcon('pass', new ThemeColor('testing.iconPassed'));
const unknownIcon = new ThemeIcon('question');
const groupIcon = new ThemeIcon('mail');
const otherGroupIcon = new ThemeIcon('cloud');
const readingIcon = new ThemeIcon('loading~spin');
const folderIcon = new ThemeIcon('folder');
const fileIcon = new ThemeIcon('file');

/** How a node looks. An event's tooltip is missing: it is asked for when somebody points at the event. */
export function treeItem(node: TreeNode): TreeItem {
  const item = itemOf(node);
  item.id = idOf(node);
  item.contextValue = contextOf(node);
  return item;
}

function itemOf(node: TreeNode): TreeItem {
  switch (node.kind) {
    case 'group':
      return groupItem(node);
    case 'event':
      return eventItem(node);
    case 'more':
      return moreItem(node);
    case 'others':
      return othersItem(node);
    case 'place':
      return placeItem(node);
    case 'filter':
      return filterItem(node);
    case 'open':
      return openItem();
  }
}

/** What menus of package.json ask for: the kind of a node first, then what can be done with it. */
function contextOf(node: TreeNode): string {
  switch (node.kind) {
    case 'place':
      return `place ${node.place.isFolder ? 'folder' : 'file'} ${node.place.state}`;
    case 'event':
      return node.item.copies.length > 0 ? 'event copies' : 'event';
    default:
      return node.kind;
  }
}

function groupItem({ group, isOpen }: GroupNode): TreeItem {
  const state = isOpen ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed;
  const item = row(labelText(group.action), groupDescription(group), state);
  const usual = group.service === 'other' ? otherGroupIcon : groupIcon;
  item.iconPath = group.malformed > 0 ? malformedIcon : group.failed > 0 ? failedIcon : usual;
  item.tooltip = groupSentence(group);
  item.accessibilityInformation = { label: groupSentence(group) };
  return item;
}

function eventItem({ item: event, parent }: EventNode): TreeItem {
  const isOther = parent.group.service === 'other';
  const item = row(eventLabel(event, severalDays(parent.group), isOther), eventDescription(event));
  item.iconPath = iconOf(event);
  item.accessibilityInformation = { label: eventSentence(event, isOther ? parent.group.eventSource : undefined) };
  item.command = { command: 'workmailTrail.revealEvent', title: 'Select the Event in Its Log', arguments: [event] };
  return item;
}

/** Together no longer than anybody reads; the label has the first right to the room. */
function row(label: string, description: string, state = TreeItemCollapsibleState.None): TreeItem {
  const words = rowWords(label, description);
  const item = new TreeItem(words.label, state);
  item.description = words.description;
  return item;
}

function iconOf({ malformed, outcome }: EventItem): ThemeIcon {
  if (malformed !== null) {
    return malformedIcon;
  }
  return outcome === 'failed' ? failedIcon : outcome === 'succeeded' ? succeededIcon : unknownIcon;
}

function moreItem({ parent: { group }, shown }: MoreNode): TreeItem {
  const next = Math.min(pageSize, group.count - shown);
  const item = new TreeItem(`Show the next ${number(next)} of ${events(group.count)}`);
  item.iconPath = new ThemeIcon('ellipsis');
  item.command = { command: 'workmailTrail.showMoreEvents', title: 'Show More Events', arguments: [group.key] };
  return item;
}

function othersItem({ count, shown, isFiltered }: OthersNode): TreeItem {
  const label = othersWords(count, shown, isFiltered);
  const item = new TreeItem(label);
  item.iconPath = new ThemeIcon(shown ? 'eye-closed' : 'eye');
  const command = shown ? 'workmailTrail.hideOtherServices' : 'workmailTrail.showOtherServices';
  item.command = { command, title: label };
  return item;
}

function filterItem({ words }: FilterNode): TreeItem {
  const label = 'Clear the filter';
  const item = new TreeItem(label);
  item.iconPath = new ThemeIcon('clear-all');
  item.tooltip = words;
  item.accessibilityInformation = { label: `${label}. ${words}` };
  item.command = { command: 'workmailTrail.clearFilter', title: label };
  return item;
}

function placeItem({ place, name }: PlaceNode): TreeItem {
  const item = row(labelText(name), placeDescription(place));
  item.iconPath = placeIcon(place);
  item.tooltip = placeSentence(place);
  item.accessibilityInformation = { label: placeSentence(place) };
  return item;
}

function placeIcon({ state, isFolder }: InspectedPlace): ThemeIcon {
  switch (state) {
    case 'reading':
      return readingIcon;
    case 'partial':
      return malformedIcon;
    case 'failed':
      return failedIcon;
    case 'complete':
      return isFolder ? folderIcon : fileIcon;
  }
}

function openItem(): TreeItem {
  const label = 'Open another log…';
  const item = new TreeItem(label);
  item.iconPath = new ThemeIcon('folder-opened');
  item.command = { command: 'workmailTrail.openLog', title: label };
  return item;
}
