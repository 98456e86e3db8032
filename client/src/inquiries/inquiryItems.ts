import { ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode';
import { cutLabel, type InquiryAnswer, type InquiryFinding, labelText } from '../../../server/src/wire/protocol';
import { eventLabel, eventSentence } from '../events/words';
import { type InquiryNode, idOfInquiry } from './nodes';

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
const elsewhereIcon = new ThemeIcon('telescope');

const statusWords: Readonly<Record<InquiryAnswer['status'], string>> = {
  answered: 'found',
  'nothing-found': 'nothing found',
  'cannot-tell': 'these logs cannot tell',
};

/** Of a sentence in a row. UTF-16 units. */
const longestSentence = 300;

/** How a row looks. Every value of a log goes through `labelText`. */
export function inquiryItem(node: InquiryNode): TreeItem {
  const item = itemOf(node);
  item.id = idOfInquiry(node);
  item.contextValue = node.kind;
  return item;
}

function itemOf(node: InquiryNode): TreeItem {
  switch (node.kind) {
    case 'again':
      return againItem(node.words);
    case 'question':
      return questionItem(node.answer);
    case 'finding':
      return findingItem(node.finding);
    case 'missing':
      return missingItem(node.words);
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

function questionItem(answer: InquiryAnswer): TreeItem {
  const { title, question, status, sentence, why, findings } = answer;
  const item = new TreeItem(title, TreeItemCollapsibleState.Collapsed);
  item.description = cutLabel(labelText(sentence), longestSentence);
  const [first] = findings;
  item.iconPath =
    status === 'answered'
      ? weightIcons[first?.weight ?? 'info']
      : status === 'nothing-found'
        ? nothingIcon
        : untoldIcon;
  const weight = status === 'answered' && first !== undefined ? `, ${first.weight}` : '';
  const said = `${statusWords[status]}${weight}`;
  item.tooltip = `${question}\n${said}: ${labelText(sentence)}\n\n${why}`;
  item.accessibilityInformation = { label: `${question} ${said}. ${labelText(sentence)}` };
  return item;
}

function findingItem({ weight, summary, label, count }: InquiryFinding): TreeItem {
  const words = labelText(summary);
  const item = new TreeItem(
    cutLabel(labelText(label, longestSentence), longestSentence),
    TreeItemCollapsibleState.Collapsed,
  );
  item.iconPath = weightIcons[weight];
  item.description = weight;
  item.tooltip = `${weight}, ${count === 1 ? '1 event' : `${count} events`}\n${words}`;
  item.accessibilityInformation = { label: `${weight}, ${count === 1 ? '1 event' : `${count} events`}: ${words}` };
  return item;
}

function missingItem(words: string): TreeItem {
  const item = new TreeItem(words);
  item.iconPath = elsewhereIcon;
  item.tooltip = words;
  item.accessibilityInformation = { label: `Not told here. ${words}` };
  return item;
}
