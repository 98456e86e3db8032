import type { Span } from '../../server/src/core/record';

/** `"user│Name"`: the text without the mark, and the offset at which the mark stood. */
export function cursor(withMark: string): { readonly text: string; readonly offset: number } {
  const offset = withMark.indexOf('│');
  if (offset < 0) throw new Error(`No │ in ${withMark}`);
  return { text: withMark.slice(0, offset) + withMark.slice(offset + 1), offset };
}

/** `{"a":1 ⟦"b"⟧:2}`: the text without the marks, and the span between them. */
export function marked(withMarks: string): { readonly text: string; readonly span: Span } {
  const start = withMarks.indexOf('⟦');
  const end = withMarks.indexOf('⟧') - 1;
  if (start < 0 || end < start) throw new Error(`No ⟦…⟧ in ${withMarks}`);
  return { text: withMarks.replace('⟦', '').replace('⟧', ''), span: { start, end } };
}

/** The reverse of `marked`: a text with a span shown in it. Failures of tests are read by people. */
export function withMarks(text: string, { start, end }: Span): string {
  return `${text.slice(0, start)}⟦${text.slice(start, end)}⟧${text.slice(end)}`;
}
