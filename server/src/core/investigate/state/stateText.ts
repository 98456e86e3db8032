import { terminal } from '../../explain/escape';
import { secondText } from '../utcText';
import type { Entry } from './course';
import type { Change, Difference, State } from './history';
import { type Called, entryLine, sinceWords } from './stateLines';
import type { Table } from './stateSchema';

/** How things were at a moment, for people in a terminal: chapters by table, and at the end what the log leaves open. Escaped. */
export function stateText(at: number | undefined, { entries, notKnown }: State, called: Called): string {
  const lines = [
    at === undefined ? 'How things were' : `How things were at ${secondText(at)} UTC, as far as the logs tell`,
  ];
  if (entries.length === 0) lines.push('', 'No entry is known.');
  const told = withoutRepeated(entries).map((entry) => ({
    entry,
    lines: [`  ${entryLine(entry, called)}`, `      ${sinceWords(entry)}`],
  }));
  return text([...lines, ...chapters(told), ...openText(notKnown)]);
}

/** The same for what is different between two moments: + for what came, - for what went. */
export function differenceText(from: number, to: number, difference: Difference, called: Called): string {
  const { added, removed, changed, notKnown } = difference;
  const gone = (entry: Entry): readonly string[] => [
    `- ${entryLine(entry, called, true)}`,
    `      ${sinceWords(entry)}`,
  ];
  const come = (entry: Entry): readonly string[] => [
    `+ ${entryLine(entry, called, true)}`,
    `      ${sinceWords(entry)}`,
  ];
  const told = [
    ...added.map((entry) => ({ entry, lines: come(entry) })),
    ...removed.map((entry) => ({ entry, lines: gone(entry) })),
    ...changed.map(({ before, after }) => ({ entry: after, lines: [...gone(before), ...come(after)] })),
  ].sort((left, right) => left.entry.table.rank - right.entry.table.rank);
  const head = [`What is different at ${secondText(to)} UTC from ${secondText(from)} UTC, as far as the logs tell`];
  if (told.length === 0) head.push('', 'Nothing is different.');
  return text([...head, ...chapters(told), ...openText(notKnown)]);
}

/** What became of something, change by change, each with what was before and after. */
export function changesText(changes: readonly Change[], called: Called): string {
  if (changes.length === 0) return '';
  const lines = ['', 'What became of it'];
  for (const { act, before, after } of changes) {
    const { time, actor, action } = act.row;
    lines.push(
      `  ${secondText(time)}  ${after?.seen === true ? `seen in the answer of ${action}` : `${action} by ${actor}`}`,
    );
    if (before !== undefined) lines.push(`    - ${before.table.title}: ${entryLine(before, called, true)}`);
    if (after !== undefined) lines.push(`    + ${after.table.title}: ${entryLine(after, called, true)}`);
  }
  return text(lines);
}

/** Without what another table tells as well. */
function withoutRepeated(entries: readonly Entry[]): readonly Entry[] {
  const keyOf = (table: string, { scope, keys }: Entry): string => JSON.stringify([table, scope, keys[0]]);
  const there = new Set(entries.map((entry) => keyOf(entry.table.name, entry)));
  return entries.filter((entry) => entry.table.besides?.some((table) => there.has(keyOf(table, entry))) !== true);
}

interface ToldEntry {
  readonly entry: Entry;
  readonly lines: readonly string[];
}

/** By table; where a table has entries of several organizations, these are told apart. */
function chapters(told: readonly ToldEntry[]): readonly string[] {
  const scopes = new Set(told.map(({ entry }) => entry.scope));
  const lines: string[] = [];
  let table: Table | undefined;
  let scope: string | undefined;
  for (const { entry, lines: own } of told) {
    if (entry.table !== table) {
      ({ table } = entry);
      scope = undefined;
      lines.push('', table.heading);
    }
    if (scopes.size > 1 && entry.scope !== scope) {
      ({ scope } = entry);
      lines.push(` ${scope}`);
    }
    for (const line of own) lines.push(line);
  }
  return lines;
}

function openText(notKnown: readonly string[]): readonly string[] {
  return notKnown.length === 0 ? [] : ['', 'Not known', ...notKnown.map((words) => `  ${words}`)];
}

function text(lines: readonly string[]): string {
  return lines.map((line) => `${terminal(line)}\n`).join('');
}
