import { type QuickPickItem, window } from 'vscode';
import type { Days } from './places';

interface Choice extends QuickPickItem {
  readonly days: () => Promise<Days | undefined>;
}

/** Lets the user choose which days of a folder are read. Undefined when they chose nothing. */
export async function askDays(folder: string): Promise<Days | undefined> {
  const choices: readonly Choice[] = [
    { label: 'All days', detail: 'Every log in the folder is read.', days: async () => ({}) },
    {
      label: 'Certain days…',
      detail: 'Only events of these days. A log whose path names another day is not opened.',
      days: askFirstAndLast,
    },
  ];
  const choice = await window.showQuickPick(choices, { title: `Inspect ${folder}`, placeHolder: 'Which days?' });
  return choice?.days();
}

async function askFirstAndLast(): Promise<Days | undefined> {
  const since = await askDay('First day (UTC)', 'Leave empty to begin with the oldest event.', undefined);
  if (since === undefined) {
    return undefined;
  }
  const until = await askDay('Last day (UTC)', 'Leave empty to go on to the newest event.', since);
  if (until === undefined) {
    return undefined;
  }
  return { ...(since !== '' && { since }), ...(until !== '' && { until }) };
}

/** @returns `YYYY-MM-DD`, or an empty text for an open end; undefined when the user changed their mind */
function askDay(title: string, prompt: string, first: string | undefined): Thenable<string | undefined> {
  return window.showInputBox({
    title,
    prompt,
    placeHolder: '2026-03-01',
    ignoreFocusOut: true,
    ...(first !== undefined && first !== '' && { value: first }),
    validateInput: (text) => whatIsWrong(text, first),
  });
}

/** Undefined when nothing is. */
function whatIsWrong(text: string, first: string | undefined): string | undefined {
  if (text === '') {
    return undefined;
  }
  if (!isDay(text)) {
    return 'Write a day as YYYY-MM-DD, such as 2026-03-01.';
  }
  return first !== undefined && first !== '' && text < first ? `This is before the first day, ${first}.` : undefined;
}

/** Whether a calendar has such a day: `2026-02-30` is none. */
function isDay(text: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
