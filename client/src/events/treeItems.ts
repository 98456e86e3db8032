import { ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode';
import {
  type EventGroup,
  type EventItem,
  type GroupField,
  type InspectedPlace,
  labelText,
} from '../../../server/src/wire/protocol';
import { hasReadableOriginal } from '../logs/views';
import { placeDescription, placeSentence } from '../places/words';
import { othersWords } from './filterWords';
import { groupDescription, groupSentence, isWeighty } from './groupWords';
import { pageSize } from './model';
import {
  type EventNode,
  type FilterNode,
  type GroupNode,
  idOf,
  isInnermost,
  type MoreNode,
  type OthersNode,
  type PlaceNode,
  pathOf,
  type TreeNode,
} from './nodes';
import {
  eventDescription,
  eventLabel,
  eventSentence,
  events,
  isOfService,
  number,
  rowWords,
  type SaidAbove,
  saidAbove,
} from './words';

// Each state has a shape of its own and is said in words beside it: colour alone tells nobody anything.
const malformedIcon = new ThemeIcon('warning', new ThemeColor('list.warningForeground'));
const failedIcon = new ThemeIcon('error', new ThemeColor('list.errorForeground'));
const succeededIcon = new ThemeIcon('pass', new ThemeColor('testing.iconPassed'));
const unknownIcon = new ThemeIcon('question');
const criticalIcon = new ThemeIcon('flame', new ThemeColor('list.errorForeground'));
const highIcon = new ThemeIcon('zap', new ThemeColor('list.warningForeground'));
const otherGroupIcon = new ThemeIcon('cloud');
const groupIcons: Readonly<Record<GroupField, ThemeIcon>> = {
  action: new ThemeIcon('mail'),
  actor: new ThemeIcon('person'),
  target: new ThemeIcon('inbox'),
  organization: new ThemeIcon('organization'),
  key: new ThemeIcon('key'),
  session: new ThemeIcon('account'),
  address: new ThemeIcon('globe'),
  outcome: new ThemeIcon('tasklist'),
  day: new ThemeIcon('calendar'),
  file: new ThemeIcon('file'),
  weight: new ThemeIcon('law'),
};
const readingIcon = new ThemeIcon('loading~spin');
const folderIcon = new ThemeIcon('folder');
const verdictIcons = {
  sound: new ThemeIcon('verified-filled', new ThemeColor('testing.iconPassed')),
  unsure: new ThemeIcon('unverified'),
  faulty: new ThemeIcon('error', new ThemeColor('list.errorForeground')),
};
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
    case 'place': {
      const { isFolder, uri, state } = node.place;
      return `place ${isFolder ? 'folder' : `file${originalWord(uri)}`} ${state}`;
    }
    case 'event': {
      const { copies, uri, range } = node.item;
      const original = range === null ? originalWord(uri) : ' original';
      return `event${original}${copies.length > 0 ? ' copies' : ''}`;
    }
    case 'group': {
      const { by, key } = node.group;
      return `group ${by}${by === 'file' ? originalWord(key) : ''}${isInnermost(node) ? ' events' : ''}`;
    }
    default:
      return node.kind;
  }
}

/** Whether an editor can show a file itself, for `contextOf`. */
function originalWord(uri: string): string {
  return hasReadableOriginal(uri) ? ' original' : '';
}

function groupItem(node: GroupNode): TreeItem {
  const { group, isOpen } = node;
  const state = isOpen ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed;
  const item = row(labelText(group.label), groupDescription(group), state);
  item.iconPath = groupIcon(group);
  item.tooltip = groupSentence(group);
  item.accessibilityInformation = { label: groupSentence(group) };
  return item;
}

/** What nobody may overlook comes before what went wrong, which the words beside it say as well. */
function groupIcon({ by, service, weight, malformed, failed }: EventGroup): ThemeIcon {
  if (weight === 'critical' || weight === 'high') {
    return weight === 'critical' ? criticalIcon : highIcon;
  }
  const usual = service === 'other' ? otherGroupIcon : groupIcons[by];
  return malformed > 0 ? malformedIcon : failed > 0 ? failedIcon : usual;
}

function eventItem({ item: event, parent, note }: EventNode): TreeItem {
  const groups = [...parent.parents, parent].map(({ group }) => group);
  const said = saidAbove(groups);
  const isServiceSaid = groups.some(isOfService);
  const noted = note === undefined ? '' : `note: ${labelText(note, longestNote)} · `;
  const item = row(eventLabel(event, said, isServiceSaid), `${noted}${eventDescription(event, said)}`);
  item.iconPath = iconOf(event, said);
  item.accessibilityInformation = {
    label: `${eventSentence(event)}${note === undefined ? '' : ` Note: ${labelText(note)}`}`,
  };
  item.command = { command: 'workmailTrail.revealEvent', title: 'Select the Event in Its Log', arguments: [event] };
  return item;
}

/** Of a note, in a row. UTF-16 units. */
const longestNote = 80;

/** Together no longer than anybody reads; the label has the first right to the room. */
function row(label: string, description: string, state = TreeItemCollapsibleState.None): TreeItem {
  const words = rowWords(label, description);
  const item = new TreeItem(words.label, state);
  item.description = words.description;
  return item;
}

/** What nobody may overlook comes before how it ended, where the groups above do not say it of all their events. */
function iconOf({ malformed, outcome, weight }: EventItem, said: SaidAbove): ThemeIcon {
  if (malformed !== null) {
    return malformedIcon;
  }
  if (outcome !== 'failed' && !said.has('action') && !said.has('weight') && isWeighty(weight)) {
    return weight === 'critical' ? criticalIcon : highIcon;
  }
  return outcome === 'failed' ? failedIcon : outcome === 'succeeded' ? succeededIcon : unknownIcon;
}

function moreItem({ parent, what, shown, total }: MoreNode): TreeItem {
  const next = Math.min(pageSize, total - shown);
  const item = new TreeItem(
    `Show the next ${number(next)} of ${what === 'events' ? events(total) : `${number(total)} groups`}`,
  );
  item.iconPath = new ThemeIcon('ellipsis');
  item.command = { command: 'workmailTrail.showMoreEvents', title: 'Show More Events', arguments: [pathOf(parent)] };
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

function placeItem({ place, name, verdict }: PlaceNode): TreeItem {
  const item = row(labelText(name), placeDescription(place, verdict));
  const sentence = placeSentence(place, verdict);
  item.iconPath = placeIcon(place, verdict);
  item.tooltip = sentence;
  item.accessibilityInformation = { label: sentence };
  return item;
}

function placeIcon({ state, isFolder }: InspectedPlace, verdict: PlaceNode['verdict']): ThemeIcon {
  switch (state) {
    case 'reading':
      return readingIcon;
    case 'partial':
      return verdict?.verdict === 'faulty' ? verdictIcons.faulty : malformedIcon;
    case 'failed':
      return failedIcon;
    case 'complete':
      if (verdict !== undefined) return verdictIcons[verdict.verdict];
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
