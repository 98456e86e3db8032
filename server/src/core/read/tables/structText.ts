/**
 * Structs and maps as Athena, CloudTrail Lake and some shippers print them: `{type=IAMUser, sessioncontext={…}, tags=[a, b]}`.
 * Nothing in it is quoted, so a value ends at a comma that a further `name=` follows, or at the bracket that closes its struct.
 */

/** Longer structs are left as they are. */
const LONG = 300_000;
const DEEP = 64;

/**
 * @param named what a key is called in CloudTrail's own record
 * @returns JSON that says the same, as far as that can be told; undefined for what is no such struct
 */
export function jsonOfStruct(text: string, named: (key: string) => string): string | undefined {
  const source = text.trim();
  if (source.length > LONG || !/^(?:\{\s*(?:[\w.:\-/]+=|\}$)|\[\s*(?:\{|\]$))/.test(source)) return undefined;
  let json = '';
  const open: string[] = [];
  let at = 0;
  while (at < source.length) {
    const mark = source.charAt(at);
    if (mark === '{' || mark === '[') {
      open.push(mark);
      if (open.length > DEEP) return undefined;
      json += mark;
      at = skipBlank(source, at + 1);
      if (mark === '{' && source[at] !== '}') at = takeKey(at);
      else if (mark === '[' && source[at] !== ']' && source[at] !== '{') at = takeValue(at);
    } else if (mark === '}' || mark === ']') {
      if (open.pop() !== (mark === '}' ? '{' : '[')) return undefined;
      json += mark;
      at = skipBlank(source, at + 1);
    } else if (mark === ',') {
      json += mark;
      at = skipBlank(source, at + 1);
      if (open.at(-1) === '{') at = takeKey(at);
      else if (source[at] !== '{') at = takeValue(at);
    } else return undefined;
    if (at < 0) return undefined;
  }
  return open.length === 0 ? json : undefined;

  function takeKey(from: number): number {
    const equals = source.indexOf('=', from);
    if (equals < 0) return -1;
    json += `${JSON.stringify(named(source.slice(from, equals).trim()))}:`;
    const value = equals + 1;
    return source[value] === '{' || source[value] === '[' ? value : takeValue(value);
  }

  function takeValue(from: number): number {
    const end = valueEnd(source, from, open.at(-1) === '{');
    const value = source.slice(from, end).trim();
    json += value === 'null' || value === '' ? 'null' : JSON.stringify(value);
    return end;
  }
}

/** Where an unquoted value ends: before the next member, or before the brackets that end its struct. */
function valueEnd(source: string, from: number, inStruct: boolean): number {
  const next = inStruct ? /, ?[\w.:\-/]+=|[}\]]+(?=, ?[\w.:\-/]+=|, ?\{|[}\]]|\s*$)/g : /, |[}\]]/g;
  next.lastIndex = from;
  return next.exec(source)?.index ?? source.length;
}

function skipBlank(source: string, from: number): number {
  let at = from;
  while (source[at] === ' ') at++;
  return at;
}
