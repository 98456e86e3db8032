/**
 * Where a text stands for itself in another, and is not a part of a longer word: `u-1` in `"u-1"`, not in `u-10`.
 *
 * @returns offsets, UTF-16
 */
export function* wholeTexts(within: string, text: string): Generator<number> {
  if (text === '') return;
  for (let at = within.indexOf(text); at >= 0; at = within.indexOf(text, at + text.length)) {
    if (!isWordAt(within, at - 1) && !isWordAt(within, at + text.length)) yield at;
  }
}

function isWordAt(text: string, at: number): boolean {
  return /[\w-]/.test(text[at] ?? '');
}
