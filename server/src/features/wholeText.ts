import type { Span } from '../core';

/**
 * Where a text stands for itself in JSON, and is not a part of a longer word: `u-1` in `"u-1"`, not in `u-10`. Signs that JSON or a
 * program spells otherwise are found as `JSON.stringify` and as programs write them that keep to ASCII.
 *
 * @returns in ascending order; offsets, UTF-16
 */
export function wholeTexts(within: string, text: string): readonly Span[] {
  if (text === '') return [];
  const escaped = JSON.stringify(text).slice(1, -1);
  const spelled = new Set([text, escaped, escaped.replace(/[^\0-\x7f]/g, asEscape)]);
  const found: Span[] = [];
  for (const each of spelled) {
    for (let at = within.indexOf(each); at >= 0; at = within.indexOf(each, at + each.length)) {
      if (!isWordAt(within, at - 1) && !isWordAt(within, at + each.length))
        found.push({ start: at, end: at + each.length });
    }
  }
  return found.sort((left, right) => left.start - right.start);
}

function asEscape(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

function isWordAt(text: string, at: number): boolean {
  return /[\w-]/.test(text[at] ?? '');
}
