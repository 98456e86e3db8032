/** The text of a report with every paragraph and every entry of a list in one line, however it was wrapped. */
export function unwrapped(text: string): string {
  return text
    .split('\n\n')
    .map((block) => (/^(?:\S.*\n)?[-=]{3,}|\n-{3,}/.test(block) ? block : block.replace(/\n(?!\* ) */g, ' ')))
    .join('\n\n');
}
