import { terminal } from '../../explain/escape';
import type { AccessLink } from '../access/accessLink';
import type { Act } from '../act';
import { EMAIL_EVENTS } from '../deliveries/logDeliveriesFile';
import type { LogToAsk } from '../deliveries/switchOn';
import type { Answer, Finding } from './answer';
import type { InquiryId } from './inquiry';
import { type Answered, inOrderOfReading } from './readingOrder';
import { shortened } from './shortened';
import { counted } from './told';
import { elsewhereOf, toldInquiry } from './toldInquiry';

/** Findings of one question that are told one by one. */
const MOST_FINDINGS = 5;
/** Events of one finding whose places are told. */
const MOST_EVENTS = 3;
/** So many questions with one answer are told together. */
const MOST_ALIKE = 3;
/** Characters of a line. */
const WIDTH = 110;
/** Characters of a value and of a sentence that are told: a log can hold a value of megabytes. */
const LONGEST_VALUE = 300;
const LONGEST_SENTENCE = 5000;

/** How WorkMail's own logs are switched on is told where no more questions than these are asked: it is the same for many. */
const FEW_QUESTIONS = 3;

/**
 * Answers for a terminal: what was found first, the weightiest first, then what was not, then what logs can't tell. Where few questions
 * are asked, each is followed by which of WorkMail's own logs tells more, and how that is switched on.
 */
export function* answersText(
  answers: readonly Answered[],
  beside: (id: InquiryId) => readonly LogToAsk[] = () => [],
): Generator<string> {
  const found = inOrderOfReading(answers).filter(({ answer }) => answer.status === 'answered');
  for (const { id, answer } of found) yield* chapter(id, answer);
  yield* shortly('Nothing found', answers, 'nothing-found');
  yield* shortly('These logs cannot tell', answers, 'cannot-tell');
  if (answers.length > FEW_QUESTIONS) return;
  const logs = new Map(answers.flatMap(({ id }) => beside(id).map((log) => [log.logType, log])));
  const told = answers.flatMap(({ answer }) => (answer.status === 'answered' ? answer.notCovered : []));
  for (const log of logs.values()) yield* toAsk(log, told);
}

function* chapter(id: InquiryId, answer: Answer): Generator<string> {
  const { question } = toldInquiry(id);
  yield `${question}  [${id}]\n`;
  yield* wrapped(terminal(answer.sentence), '  ');
  for (const finding of answer.findings.slice(0, MOST_FINDINGS)) {
    yield* toldFinding(finding, answer.sentence.includes(finding.summary));
  }
  const left = answer.findings.length - MOST_FINDINGS;
  if (left > 0) yield `  … and ${left} more: --json has all\n`;
  for (const each of answer.notCovered) yield* wrapped(terminal(`Not covered: ${each}`), '  ');
  const [first] = elsewhereOf(id, answer);
  if (first !== undefined) yield* wrapped(`Not told here: ${first.what} ${first.log}`, '  ');
  yield '\n';
}

/** @param isTold whether the answer's own sentence says the same */
function* toldFinding({ weight, summary, parts, links, acts }: Finding, isTold: boolean): Generator<string> {
  if (links !== undefined) {
    yield* wrapped(terminal(`${weight}: ${parts?.lead ?? summary}`), '  - ', '    ');
    for (const link of links) yield* toldLink(link);
    return;
  }
  if (!isTold) yield* wrapped(terminal(`${weight}: ${summary}`), '  - ', '    ');
  yield* placesOf(acts, '    ');
}

/** Each with the events that carry it, or with what would. */
function* toldLink({ step, sentence, acts, missing }: AccessLink): Generator<string> {
  yield* wrapped(terminal(`${step}: ${sentence}.`), '    ', '      ');
  yield* placesOf(acts, '      ');
  if (missing !== undefined) yield* wrapped(terminal(`Look for: ${missing}`), '      ');
}

function* placesOf(acts: readonly Act[], indent: string): Generator<string> {
  if (acts.length === 0) return;
  const places = acts.slice(0, MOST_EVENTS).map(({ row }) => `${row.file}#${row.index}`);
  const left = acts.length - MOST_EVENTS;
  yield* wrapped(terminal(`${places.join(', ')}${left > 0 ? ` and ${counted(left, 'more event')}` : ''}`), indent);
}

/** A log that tells what CloudTrail does not. Commands stand alone in their lines, to be copied. @param told what was said already */
function* toAsk(
  { logType, title, tells, delivered, commands, note }: LogToAsk,
  told: readonly string[],
): Generator<string> {
  const type = logType === EMAIL_EVENTS ? '' : ` (${logType})`;
  yield* wrapped(`Ask the ${title}${type}: ${tells}.${note === '' ? '' : ` ${note}`}`, '');
  for (const each of delivered.filter((text) => !told.includes(text))) yield* wrapped(terminal(each), '  ');
  for (const command of commands) yield `    ${terminal(command)}\n`;
  yield '\n';
}

function* shortly(title: string, answers: readonly Answered[], status: Answer['status']): Generator<string> {
  const some = answers.filter(({ answer }) => answer.status === status);
  if (some.length === 0) return;
  yield `${title}\n`;
  for (const { id, answer } of some) {
    const same = some.filter((each) => each.answer.sentence === answer.sentence);
    if (same.length < MOST_ALIKE) {
      yield* wrapped(terminal(`${toldInquiry(id).question} ${answer.sentence}`), '  - ', '    ');
    } else if (same[0]?.id === id) {
      // Nobody wants to hear of each question that there is nothing.
      yield* wrapped(terminal(`${answer.sentence} That is said to ${same.length} questions.`), '  - ', '    ');
    }
  }
  yield '\n';
}

/** Words in lines of a readable width. */
function* wrapped(text: string, first: string, others = first): Generator<string> {
  let line = first;
  let isEmpty = true;
  const told = text.split(' ').map((word) => shortened(word, LONGEST_VALUE));
  for (const word of shortened(told.join(' '), LONGEST_SENTENCE).split(' ')) {
    if (!isEmpty && line.length + 1 + word.length > WIDTH) {
      yield `${line}\n`;
      line = others;
      isEmpty = true;
    }
    line += isEmpty ? word : ` ${word}`;
    isEmpty = false;
  }
  yield `${line}\n`;
}
