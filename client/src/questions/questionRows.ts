import {
  type Answered,
  labelText,
  type QuestionCompletion,
  type QuestionHelp,
  type QuestionProblem,
} from '../../../server/src/wire/protocol';
import { events, number } from '../events/words';

/** A row below a question that is being typed. Its texts are safe as labels; `text` is what the question becomes by choosing it. */
export type QuestionRow =
  | { readonly kind: 'heading'; readonly label: string }
  /** Shows the events that the question picks. */
  | (Words & { readonly kind: 'show'; readonly icon: string })
  /** The question can't be read. Choosing the row mends it where it is known what was meant. */
  | (Words & { readonly kind: 'problem'; readonly icon: string; readonly text: string | undefined })
  | (Words & { readonly kind: 'put'; readonly icon: string; readonly text: string });

interface Words {
  readonly label: string;
  readonly description: string;
  readonly detail?: string;
}

/** What is known of a question that is being typed; what the server has not answered yet is absent. */
export interface TypedQuestion {
  readonly text: string;
  readonly help: QuestionHelp | undefined;
  /** Of a question without problems. */
  readonly answered: Answered | undefined;
  /** What was asked last in this workspace, newest first. */
  readonly last: readonly string[];
  /** Whether events are filtered while this is typed. */
  readonly isFiltered: boolean;
}

/** Questions that make sense of any log, and what they ask for. */
const examples: readonly (readonly [question: string, meaning: string])[] = [
  ['is:write', 'what was changed'],
  ['outcome:failed', 'what was refused or went wrong'],
  ['key:AKIA*', 'what was done with keys that do not expire'],
  ['-service:workmail', 'what other services recorded'],
];

/**
 * The rows below a question, the one that shows its events first. Its label is the question itself: VS Code puts rows whose label
 * matches what is typed first, and of them the shortest, so that Enter never takes a completion that nobody chose.
 */
export function questionRows({ text, help, answered, last, isFiltered }: TypedQuestion): readonly QuestionRow[] {
  const completions = completionRows(text, help);
  if (text.trim() !== '') {
    return [headOf(text, help, answered), ...wildcardRows(text, help, answered), ...completions];
  }
  const all = { label: 'Show all events', description: isFiltered ? 'clears the filter' : '' };
  return [
    { kind: 'show', icon: isFiltered ? 'clear-all' : 'list-unordered', ...all },
    ...under(
      'asked last',
      last.map((question) => put('history', question, '', question)),
    ),
    ...under(
      'examples',
      examples.map(([question, meaning]) => put('lightbulb', question, meaning, question)),
    ),
    ...under('fields', completions),
  ];
}

function headOf(text: string, help: QuestionHelp | undefined, answered: Answered | undefined): QuestionRow {
  const label = labelText(text.trim());
  const [problem] = help?.problems ?? [];
  if (problem === undefined) {
    return { kind: 'show', icon: 'filter', label, description: shownWords(answered) };
  }
  const mended = problem.meant === undefined ? undefined : replaced(text, problem, problem.meant);
  return {
    kind: 'problem',
    icon: 'warning',
    label,
    description:
      mended === undefined ? placeWords(problem) : `${placeWords(problem)} · Enter writes ${labelText(mended)}`,
    detail: labelText(problem.message, 300),
    text: mended,
  };
}

function shownWords(answered: Answered | undefined): string {
  if (answered === undefined) {
    return 'show matching events';
  }
  return answered.events === 0
    ? `matches none of ${events(answered.of)}`
    : `show ${number(answered.events)} of ${events(answered.of)}`;
}

/** A value is asked for as a whole: for the beginning of one that occurs, the way to all that begin so. */
function wildcardRows(
  text: string,
  help: QuestionHelp | undefined,
  answered: Answered | undefined,
): readonly QuestionRow[] {
  const { end, items } = help?.completions ?? { end: 0, items: [] };
  const isBeginning =
    answered?.events === 0 && items.some(({ kind }) => kind === 'value') && /[\w.@/-]/.test(text[end - 1] ?? '');
  const wild = `${text.slice(0, end)}*${text.slice(end)}`;
  return isBeginning ? [put('regex', wild.trim(), 'all that begin so', wild)] : [];
}

/** One based, as people count. */
function placeWords({ start }: QuestionProblem): string {
  return `at character ${number(start + 1)}`;
}

function completionRows(text: string, help: QuestionHelp | undefined): readonly QuestionRow[] {
  if (help === undefined) {
    return [];
  }
  const { completions } = help;
  const rows: QuestionRow[] = [];
  for (const item of completions.items) {
    // Behind a value another term may follow; behind the colon of a field its value does.
    const blank = item.kind === 'field' || completions.end < text.length ? '' : ' ';
    const completed = replaced(text, completions, item.text + blank);
    if (completed.trim() !== text.trim()) {
      rows.push(put(icons[item.kind], item.text, completionWords(item), completed));
    }
  }
  return rows;
}

const icons: Readonly<Record<QuestionCompletion['kind'], string>> = {
  field: 'symbol-field',
  word: 'symbol-enum-member',
  value: 'symbol-constant',
};

function completionWords({ count, description }: QuestionCompletion): string {
  return [...(count === undefined ? [] : [events(count)]), ...(description === '' ? [] : [description])].join(' · ');
}

function replaced(text: string, { start, end }: { readonly start: number; readonly end: number }, by: string): string {
  return text.slice(0, start) + by + text.slice(end);
}

function put(icon: string, label: string, description: string, text: string): QuestionRow {
  return { kind: 'put', icon, label: labelText(label), description, text };
}

function under(label: string, rows: readonly QuestionRow[]): readonly QuestionRow[] {
  return rows.length === 0 ? [] : [{ kind: 'heading', label }, ...rows];
}
