import { skipSpace } from '../characters';

/**
 * Whether the quote at an offset ends a string, told by what follows: in JSON a comma and the next key or element, a closing
 * bracket, the end of the line or of the text. A quote that only lost its backslash is followed by something else.
 */
export function endsString(text: string, at: number): boolean {
  let next = skipSpace(text, at + 1, text.length);
  if (next === text.length) return true;
  const first = text[next];
  // No string goes on in the next line.
  if (first !== ',' && first !== '}' && first !== ']' && /[\r\n]/.test(text.slice(at + 1, next))) return true;
  if (first === '"' || first === '{') return false;
  if (first === ',') {
    const behind = skipSpace(text, next + 1, text.length);
    return behind === text.length || isOpening(text, behind);
  }
  if (first !== '}' && first !== ']') return false;
  let closer = next;
  while (text[next] === '}' || text[next] === ']') {
    closer = next;
    next = skipSpace(text, next + 1, text.length);
  }
  if (/[\r\n]/.test(text.slice(closer, next))) return true;
  const behind = text[next] ?? '';
  return (
    behind === '' ||
    behind === '{' ||
    behind === '[' ||
    (behind === ',' && isOpening(text, skipSpace(text, next + 1, text.length)))
  );
}

/** A key, a string, an object or a number begins here, none of them in a string. */
function isOpening(text: string, at: number): boolean {
  if (text[at] === '"') return text[at + 1] !== '\\' || text[at + 2] !== '"';
  if (text[at] !== '{' && text[at] !== '[') return /[-\dtfn]/.test(text[at] ?? '');
  const inside = text[skipSpace(text, at + 1, text.length)] ?? '';
  return '"{[]}'.includes(inside) && inside !== '';
}
