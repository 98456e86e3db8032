/**
 * What a query on a table of structs gives: a column for each text in them, called by its whole way, since a struct as text can't be
 * read without doubt. Lists and maps come as JSON.
 *
 * @param columns of the table, with types as Hive writes them
 */
export function resultColumns(columns: readonly { readonly name: string; readonly type: string }[]): readonly string[] {
  return columns.flatMap(({ name, type }) => textsIn(name, type));
}

function textsIn(path: string, type: string): readonly string[] {
  if (type === 'string') return [path.includes('.') ? `${path} AS "${path}"` : path];
  if (type.startsWith('struct<'))
    return membersOf(type.slice('struct<'.length, -1)).flatMap(({ name, type: inner }) =>
      textsIn(`${path}.${name}`, inner),
    );
  return [`json_format(CAST(${path} AS json)) AS "${path}"`];
}

/** `a:string,b:struct<c:string>` as its members. */
function membersOf(text: string): readonly { readonly name: string; readonly type: string }[] {
  const members: string[] = [];
  let depth = 0;
  let member = '';
  for (const character of text) {
    if (character === '<') depth++;
    if (character === '>') depth--;
    if (character === ',' && depth === 0) {
      members.push(member);
      member = '';
    } else member += character;
  }
  members.push(member);
  return members.map((each) => {
    const colon = each.indexOf(':');
    return { name: each.slice(0, colon), type: each.slice(colon + 1) };
  });
}
