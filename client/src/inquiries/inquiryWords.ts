import {
  cutLabel,
  type EventItem,
  type FindingLink,
  type InquiryAnswer,
  type InquiryFinding,
  labelText,
  pathText,
  type QuestionNotes,
} from '../../../server/src/wire/protocol';
import { eventLabel } from '../events/words';
import type { InquiryNode } from './nodes';

/** What a row says: what is drawn, what stands in its tooltip, and what a screen reader says. Safe as labels, whatever logs and notes hold. */
export interface InquiryWords {
  readonly label: string;
  readonly description: string;
  readonly tooltip: string;
  readonly spoken: string;
}

const statusWords: Readonly<Record<InquiryAnswer['status'], string>> = {
  answered: 'found',
  'nothing-found': 'nothing found',
  'cannot-tell': 'these logs cannot tell',
};

/** Of what is drawn in a row, and of what is said of it. UTF-16 units. */
const LONGEST_ROW = 300;
const LONGEST_SAID = 1800;

/** What each sign of a row means, for whoever points at it. */
const weightWords: Readonly<Record<InquiryFinding['weight'], string>> = {
  critical: 'Flame: critical, look at it first',
  high: 'Bolt: high, look at it next',
  medium: 'Full circle: medium, worth a look',
  low: 'Empty circle: low, mostly daily work',
  info: 'Letter i: good to know',
};

function signWords({ status, findings: [first] }: InquiryAnswer, isSettled: boolean): string {
  if (isSettled) return 'Two ticks: settled';
  if (status === 'answered') return weightWords[first?.weight ?? 'info'];
  return status === 'nothing-found'
    ? 'Tick: nothing in these logs tells of it'
    : 'Question mark: it could have happened, and these logs would not say';
}

/** Of a question: in the row the verdict first, then what somebody concluded, else what was found, which begins with what was done. */
export function questionWords(answer: InquiryAnswer, { isSettled, conclusion, notes }: QuestionNotes): InquiryWords {
  const { title, question, status, verdict, sentence, why, findings } = answer;
  const [first] = findings;
  const noted = notes.length === 0 ? '' : notes.length === 1 ? '1 note' : `${notes.length} notes`;
  const shown = conclusion === '' ? shortly(answer) : labelText(conclusion, LONGEST_ROW);
  const weight = status === 'answered' && first !== undefined ? `, ${first.weight}` : '';
  const found = `${statusWords[status]}${weight}`;
  const concluded = conclusion === '' ? '' : `Conclusion: ${said(conclusion)}${/[.!?…]$/.test(conclusion) ? '' : '.'}`;
  const written = [isSettled ? 'Settled.' : '', noted === '' ? '' : `${noted}.`, concluded].filter(isSaid).join(' ');
  return {
    label: `${title}: ${isSettled ? 'settled' : verdict}`,
    description: cutLabel([conclusion === '' ? noted : '', shown].filter(isSaid).join(' · '), LONGEST_ROW),
    tooltip: [
      question,
      ...(written === '' ? [] : [written]),
      `${found}: ${said(sentence)}`,
      '',
      `${signWords(answer, isSettled)}.`,
      why,
    ].join('\n'),
    spoken: `${question} ${written === '' ? '' : `${written} `}${found}. ${said(sentence)}`,
  };
}

/** Where an answer tells of its first finding, the few words of that. */
function shortly({ sentence, findings: [first], total }: InquiryAnswer): string {
  if (first === undefined || !sentence.includes(first.summary)) return labelText(sentence, LONGEST_ROW);
  const more = total === 1 ? '' : ` · and ${total - 1} more`;
  return `${labelText(first.label, LONGEST_ROW - more.length)}${more}`;
}

/** Of a finding: few words in the row, and the whole sentence for whoever points at it or hears it. */
export function findingWords({ weight, summary, label, count }: InquiryFinding): InquiryWords {
  const state = `${weight}, ${count === 1 ? '1 event' : `${count} events`}`;
  return {
    label: labelText(label, LONGEST_ROW),
    description: weight,
    tooltip: `${state}\n${said(summary)}\n\n${weightWords[weight]}.`,
    spoken: `${state}: ${said(summary)}`,
  };
}

/** Of a step of a finding: how many events carry it stands in the row. */
export function linkWords({ step, sentence, count }: FindingLink): InquiryWords {
  const carried = count === 0 ? 'no event' : count === 1 ? '1 event' : `${count.toLocaleString('en-US')} events`;
  const words = `${step}: ${sentence}`;
  const shown = said(words);
  return {
    label: labelText(words, LONGEST_ROW),
    description: carried,
    tooltip: `${carried}\n${shown}.`,
    spoken: `${carried}: ${shown}.`,
  };
}

/** Of the record that would carry a step. */
export function lookForWords(words: string): InquiryWords {
  const shown = said(`Look for: ${words}`);
  return { label: shown, description: '', tooltip: shown, spoken: shown };
}

/** Of a conclusion or a note: what was written comes first. */
export function writtenWords(kind: 'conclusion' | 'note', text: string): InquiryWords {
  return {
    label: labelText(text, LONGEST_ROW),
    description: kind,
    tooltip: labelText(text, LONGEST_SAID),
    spoken: `${kind === 'note' ? 'Note' : 'Conclusion'}: ${said(text)}`,
  };
}

/** Of what logs do not tell. */
export function missingWords(words: string): InquiryWords {
  const shown = said(words);
  return { label: shown, description: '', tooltip: shown, spoken: `Not told here. ${shown}` };
}

/** What is offered where ids of mailboxes and groups have no names. */
export function unnamedWords(count: number): InquiryWords {
  const label = `Add Names… for ${count === 1 ? '1 id' : `${count.toLocaleString('en-US')} ids`}`;
  const why =
    'Nothing in these logs says who is behind them. Lists that the AWS CLI prints do: aws workmail list-users and list-groups.';
  return { label, description: 'of mailboxes and groups without a name', tooltip: why, spoken: `${label}. ${why}` };
}

/** Of so many events of a finding is told when it is copied. */
const MOST_COPIED = 20;

/** A row as plain text for whoever pastes it: of a question with what was concluded, noted and found, the events that carry it, and what cannot be told. Undefined where there is nothing to copy. */
export function copiedText(node: InquiryNode): string | undefined {
  switch (node.kind) {
    case 'question': {
      const { question, sentence, findings, total, notCovered, missing } = node.answer;
      const { isSettled, conclusion, notes } = node.notes;
      return [
        question,
        ...(isSettled ? ['Settled.'] : []),
        ...(conclusion === '' ? [] : [`Conclusion: ${whole(conclusion)}`]),
        ...notes.map(({ text }) => `Note: ${whole(text)}`),
        whole(sentence),
        ...findings.flatMap(copiedFinding),
        ...(total > findings.length ? [`- and ${total - findings.length} more findings of less weight`] : []),
        ...[...notCovered, ...missing.map(({ what, log }) => `${what} ${log}`)].map(
          (words) => `Not told here: ${whole(words)}`,
        ),
      ].join('\n');
    }
    case 'conclusion':
    case 'note':
      return whole(node.text);
    case 'finding':
      return copiedFinding(node.finding).join('\n');
    case 'link':
      return copiedLink(node.link, '').join('\n');
    case 'missing':
      return whole(node.words);
    default:
      return undefined;
  }
}

/** With the events that carry it, each with where it stands; step by step where it has steps. */
function copiedFinding({ weight, summary, label, events, count, links }: InquiryFinding): readonly string[] {
  return links === undefined
    ? [`- ${weight}: ${whole(summary)}`, ...copiedEvents(events, count, '  ')]
    : [`- ${weight}: ${whole(label)}`, ...links.flatMap((link) => copiedLink(link, '  '))];
}

function copiedLink({ step, sentence, events, count, missing }: FindingLink, indent: string): readonly string[] {
  return [
    `${indent}- ${whole(`${step}: ${sentence}`)}`,
    ...copiedEvents(events, count, `${indent}  `),
    ...(missing === undefined ? [] : [`${indent}  - Look for: ${whole(missing)}`]),
  ];
}

function copiedEvents(events: readonly EventItem[], count: number, indent: string): readonly string[] {
  const shown = events.slice(0, MOST_COPIED);
  return [
    ...shown.map((event) => `${indent}- ${copiedEvent(event)}`),
    ...(count > shown.length ? [`${indent}- and ${count - shown.length} more events`] : []),
  ];
}

function copiedEvent(event: EventItem): string {
  const id = event.eventID === undefined || event.eventID === '' ? '' : `, eventID ${whole(event.eventID)}`;
  return `${whole(eventLabel(event, new Set(), true))}, ${whole(pathText(event.uri))}${id}`;
}

function isSaid(part: string): boolean {
  return part !== '';
}

function said(text: string): string {
  return labelText(text, LONGEST_SAID);
}

function whole(text: string): string {
  return labelText(text, Number.POSITIVE_INFINITY);
}
