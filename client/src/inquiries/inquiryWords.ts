import {
  cutLabel,
  type InquiryAnswer,
  type InquiryFinding,
  labelText,
  type QuestionNotes,
} from '../../../server/src/wire/protocol';
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

/** Of a question: in the row what somebody concluded, else what was found, which begins with what was done. */
export function questionWords(answer: InquiryAnswer, { isSettled, conclusion, notes }: QuestionNotes): InquiryWords {
  const { title, question, status, sentence, why, findings } = answer;
  const [first] = findings;
  const noted = notes.length === 0 ? '' : notes.length === 1 ? '1 note' : `${notes.length} notes`;
  const shown = conclusion === '' ? shortly(answer) : labelText(conclusion, LONGEST_ROW);
  const weight = status === 'answered' && first !== undefined ? `, ${first.weight}` : '';
  const found = `${statusWords[status]}${weight}`;
  const concluded = conclusion === '' ? '' : `Conclusion: ${said(conclusion)}${/[.!?…]$/.test(conclusion) ? '' : '.'}`;
  const written = [isSettled ? 'Settled.' : '', noted === '' ? '' : `${noted}.`, concluded].filter(isSaid).join(' ');
  return {
    label: title,
    description: cutLabel(
      [isSettled ? 'settled' : '', conclusion === '' ? noted : '', shown].filter(isSaid).join(' · '),
      LONGEST_ROW,
    ),
    tooltip: [question, ...(written === '' ? [] : [written]), `${found}: ${said(sentence)}`, '', why].join('\n'),
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
    tooltip: `${state}\n${said(summary)}`,
    spoken: `${state}: ${said(summary)}`,
  };
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

/** A row as plain text for whoever pastes it: of a question with what was concluded, noted and found. Undefined where there is nothing to copy. */
export function copiedText(node: InquiryNode): string | undefined {
  switch (node.kind) {
    case 'question': {
      const { question, sentence, findings } = node.answer;
      const { isSettled, conclusion, notes } = node.notes;
      return [
        question,
        ...(isSettled ? ['Settled.'] : []),
        ...(conclusion === '' ? [] : [`Conclusion: ${whole(conclusion)}`]),
        ...notes.map(({ text }) => `Note: ${whole(text)}`),
        whole(sentence),
        ...findings.map(({ weight, summary }) => `- ${weight}: ${whole(summary)}`),
      ].join('\n');
    }
    case 'conclusion':
    case 'note':
      return whole(node.text);
    case 'finding':
      return whole(node.finding.summary);
    case 'missing':
      return whole(node.words);
    default:
      return undefined;
  }
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
