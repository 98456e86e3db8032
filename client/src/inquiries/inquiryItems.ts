import { ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode';
import type { FindingLink, InquiryAnswer, InquiryFinding } from '../../../server/src/wire/protocol';
import { eventLabel, eventSentence } from '../events/words';
import {
  findingWords,
  type InquiryWords,
  linkWords,
  lookForWords,
  missingWords,
  questionWords,
  unnamedWords,
  writtenWords,
} from './inquiryWords';
import { type ConclusionNode, type InquiryNode, idOfInquiry, type NoteNode, type QuestionNode } from './nodes';

// Each state has a shape of its own and is said in words beside it: colour alone tells nobody anything.
const weightIcons: Readonly<Record<InquiryFinding['weight'], ThemeIcon>> = {
  critical: new ThemeIcon('flame', new ThemeColor('list.errorForeground')),
  high: new ThemeIcon('zap', new ThemeColor('list.warningForeground')),
  medium: new ThemeIcon('circle-filled'),
  low: new ThemeIcon('circle-outline'),
  info: new ThemeIcon('info'),
};
const nothingIcon = new ThemeIcon('pass', new ThemeColor('testing.iconPassed'));
const untoldIcon = new ThemeIcon('question');
// Nobody has to look at it any more.
const settledIcon = new ThemeIcon('check-all', new ThemeColor('disabledForeground'));
const conclusionIcon = new ThemeIcon('bookmark');
const noteIcon = new ThemeIcon('note');
const namesIcon = new ThemeIcon('person-add');
const linkIcon = new ThemeIcon('arrow-small-right');
const elsewhereIcon = new ThemeIcon('telescope');

/** How a row looks. */
export function inquiryItem(node: InquiryNode): TreeItem {
  const item = itemOf(node);
  item.id = idOfInquiry(node);
  item.contextValue = contextOf(node);
  return item;
}

/** What menus of package.json ask for: the kind of a node first, then what can be done with it. */
function contextOf(node: InquiryNode): string {
  if (node.kind !== 'question') return node.kind;
  const { isSettled, conclusion } = node.notes;
  return `question ${isSettled ? 'settled' : 'open'}${conclusion === '' ? '' : ' concluded'}`;
}

function itemOf(node: InquiryNode): TreeItem {
  switch (node.kind) {
    case 'again':
      return againItem(node.words);
    case 'unnamed': {
      const item = row(unnamedWords(node.count), namesIcon);
      item.command = { command: 'workmailTrail.addNames', title: 'Add Names…' };
      return item;
    }
    case 'question':
      return questionItem(node);
    case 'conclusion':
    case 'note':
      return writtenItem(node);
    case 'finding':
      return row(findingWords(node.finding), weightIcons[node.finding.weight], TreeItemCollapsibleState.Collapsed);
    case 'link':
      return linkItem(node.link);
    case 'lookFor':
      return row(lookForWords(node.words), elsewhereIcon);
    case 'missing':
      return row(missingWords(node.words), elsewhereIcon);
    case 'event': {
      const item = new TreeItem(eventLabel(node.item, new Set(), true));
      item.accessibilityInformation = { label: eventSentence(node.item) };
      item.command = {
        command: 'workmailTrail.revealEvent',
        title: 'Select the Event in Its Log',
        arguments: [node.item],
      };
      return item;
    }
    case 'moreFindings':
      return new TreeItem(`… and ${node.answer.total - node.answer.findings.length} more findings of less weight`);
    case 'moreEvents':
      return new TreeItem(`… and ${node.count} more events`);
  }
}

function againItem(words: string): TreeItem {
  const item = new TreeItem(words);
  item.iconPath = new ThemeIcon('refresh');
  item.command = { command: 'workmailTrail.askQuestions', title: 'Ask Questions' };
  return item;
}

function questionItem({ answer, notes }: QuestionNode): TreeItem {
  const icon = notes.isSettled ? settledIcon : iconOf(answer);
  return row(questionWords(answer, notes), icon, TreeItemCollapsibleState.Collapsed);
}

function iconOf({ status, findings: [first] }: InquiryAnswer): ThemeIcon {
  if (status === 'answered') return weightIcons[first?.weight ?? 'info'];
  return status === 'nothing-found' ? nothingIcon : untoldIcon;
}

/** What no event carries has its own sign: somebody is to look for it elsewhere. */
function linkItem(link: FindingLink): TreeItem {
  const { Collapsed, None } = TreeItemCollapsibleState;
  const isLeaf = link.count === 0 && link.missing === undefined;
  return row(linkWords(link), link.count === 0 ? elsewhereIcon : linkIcon, isLeaf ? None : Collapsed);
}

/** A click edits what was written. */
function writtenItem(node: ConclusionNode | NoteNode): TreeItem {
  const isNote = node.kind === 'note';
  const item = row(writtenWords(node.kind, node.text), isNote ? noteIcon : conclusionIcon);
  item.command = isNote
    ? { command: 'workmailTrail.editQuestionNote', title: 'Edit Note', arguments: [node] }
    : { command: 'workmailTrail.editConclusion', title: 'Edit Conclusion', arguments: [node] };
  return item;
}

function row(words: InquiryWords, icon: ThemeIcon, state = TreeItemCollapsibleState.None): TreeItem {
  const item = new TreeItem(words.label, state);
  item.description = words.description;
  item.tooltip = words.tooltip;
  item.accessibilityInformation = { label: words.spoken };
  item.iconPath = icon;
  return item;
}
