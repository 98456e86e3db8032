/** A text, or its beginning and how long it is: a log can hold a value of megabytes. @param longest UTF-16 units */
export function shortened(text: string, longest: number): string {
  if (text.length <= longest) return text;
  // Half of a character is none.
  const begin = text.slice(0, longest).replace(/[\ud800-\udbff]$/, '');
  return `${begin}… (${text.length.toLocaleString('en-US')} characters)`;
}
