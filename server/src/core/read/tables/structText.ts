/**
 * Structs and maps as query engines print them, which quote next to nothing:
 *
 * - Athena, CloudTrail Lake and some shippers: `{type=IAMUser, sessioncontext={…}, tags=[a, b]}`. A value ends at a comma that
 *   a further `name=` follows, or at the bracket that closes its struct. DuckDB prints maps so, with quotes where it needs them.
 * - DuckDB, structs: `{'type': IAMUser, 'arn': 'arn:aws:…', 'sessionContext': NULL}`. Names stand in quotes, and values that need
 *   it. It writes `NULL` for every name that some other row has, which this one says nothing of. Dicts of Python look like it.
 */

/** Longer structs are left as they are. */
const LONG = 300_000;
const DEEP = 64;

/** How a struct begins, or a list of structs. */
const BEGINNING = /^(?:\{\s*(?:[\w.:\-/]+=|'(?:[^'\\]|\\.){0,200}'[:=]|\}$)|\[\s*(?:\{|\]$))/;

/** An open bracket, and whether something stands in it already. */
interface Open {
  readonly mark: '{' | '[';
  isEmpty: boolean;
}

/**
 * @param named what a key is called in CloudTrail's own record
 * @returns JSON that says the same, as far as that can be told; undefined for what is no such struct
 */
export function jsonOfStruct(text: string, named: (key: string) => string): string | undefined {
  const source = text.trim();
  if (source.length > LONG || !BEGINNING.test(source)) return undefined;
  const nothing = /^\[?\s*\{\s*'/.test(source) ? NOTHING_IN_QUOTING : NOTHING;
  const open: Open[] = [];
  let json = '';
  let at = take(0, '');
  while (at >= 0 && at < source.length) {
    const mark = source.charAt(at);
    const within = open.at(-1);
    if (mark === '}' || mark === ']') {
      if (within?.mark !== (mark === '}' ? '{' : '[')) return undefined;
      open.pop();
      json += mark;
      at = skipBlank(source, at + 1);
      if (open.length === 0 && at < source.length) return undefined;
    } else if (within !== undefined && (mark === ',' || within.isEmpty)) {
      const from = mark === ',' ? skipBlank(source, at + 1) : at;
      at = within.mark === '{' ? takeMember(from) : take(from, '');
    } else return undefined;
  }
  return at >= 0 && open.length === 0 ? json : undefined;

  function takeMember(from: number): number {
    const quoted = quotedEnd(source, from);
    const colon = quoted < 0 ? source.indexOf('=', from) : skipBlank(source, quoted);
    if (colon < 0 || !/[:=]/.test(source.charAt(colon))) return -1;
    const key = quoted < 0 ? source.slice(from, colon).trim() : unquoted(source.slice(from, quoted));
    const value = source[colon] === ':' ? skipBlank(source, colon + 1) : colon + 1;
    return take(value, `${JSON.stringify(named(key))}:`);
  }

  /** A value or the bracket that begins it; behind it. */
  function take(from: number, key: string): number {
    const mark = source[from];
    if (mark === '{' || mark === '[') {
      put(`${key}${mark}`);
      open.push({ mark, isEmpty: true });
      return open.length > DEEP ? -1 : skipBlank(source, from + 1);
    }
    const within = open.at(-1);
    const quoted = quotedEnd(source, from);
    if (quoted >= 0 && endsValue(source, quoted)) {
      put(key + JSON.stringify(unquoted(source.slice(from, quoted))));
      return skipBlank(source, quoted);
    }
    const end = valueEnd(source, from, within?.mark === '{');
    const value = source.slice(from, end).trim();
    if (value === 'NULL' && key !== '' && nothing === NOTHING_IN_QUOTING) return skipMember(end);
    put(key + (nothing.has(value) ? 'null' : JSON.stringify(value)));
    return end;
  }

  function put(member: string): void {
    const within = open.at(-1);
    if (within?.isEmpty === false) json += ',';
    if (within !== undefined) within.isEmpty = false;
    json += member;
  }

  /** A struct that says nothing yet goes on with its next member as if that were its first. */
  function skipMember(end: number): number {
    return open.at(-1)?.isEmpty === true && source[end] === ',' ? skipBlank(source, end + 1) : end;
  }
}

const NOTHING: ReadonlySet<string> = new Set(['', 'null', 'NULL']);
const NOTHING_IN_QUOTING: ReadonlySet<string> = new Set(['', 'NULL', 'None']);

/** Behind the quote that closes the one at an offset; negative where none stands there. */
function quotedEnd(source: string, at: number): number {
  const quote = source[at];
  if (quote !== "'" && quote !== '"') return -1;
  for (let end = at + 1; end < source.length; end++) {
    if (source[end] === '\\') end++;
    else if (source[end] === quote) return end + 1;
  }
  return -1;
}

/** What begins with a quote is a quoted value where the next member or a bracket follows the second quote. */
function endsValue(source: string, at: number): boolean {
  const next = source[skipBlank(source, at)];
  return next === ',' || next === '}' || next === ']';
}

function unquoted(text: string): string {
  return text.slice(1, -1).replace(/\\(.)/gs, '$1');
}

/** Where an unquoted value ends: before the next member, or before the brackets that end its struct. */
function valueEnd(source: string, from: number, inStruct: boolean): number {
  const next = inStruct
    ? /, ?(?:[\w.:\-/]+=|'(?:[^'\\]|\\.){0,200}'[:=])|[}\]]+(?=, ?[\w.:\-/]+=|, ?'|, ?\{|[}\]]|\s*$)/g
    : /, |[}\]]/g;
  next.lastIndex = from;
  return next.exec(source)?.index ?? source.length;
}

function skipBlank(source: string, from: number): number {
  let at = from;
  while (source[at] === ' ') at++;
  return at;
}
