/** What a meta-schema can't say of schemas/state.json: that it names what there is. */

/** One sentence for each name of a table, member, action or parameter that there is not. */
export function stateMistakes(file, { tables, actions, others, changesNothing }, { catalog, actions: schemas }) {
  const found = [];
  for (const [name, table] of Object.entries(tables)) {
    found.push(...tableMistakes(file, name, table));
    for (const beside of table.besides ?? [])
      if (!Object.hasOwn(tables, beside))
        found.push(`schemas/${file} at /tables/${name}: there is no table ${beside}.`);
  }
  for (const action of [...Object.keys(actions), ...changesNothing])
    if (!Object.hasOwn(catalog.actions, action)) found.push(`schemas/${file}: the catalog has no action ${action}.`);
  for (const [action, { access }] of Object.entries(catalog.actions))
    if (
      access === 'write' &&
      schemas.has(action) &&
      !Object.hasOwn(actions, action) &&
      !changesNothing.includes(action)
    )
      found.push(`schemas/${file}: it does not say what ${action} changes.`);
  for (const [action, { effects }] of Object.entries(actions)) {
    const say = (what) => found.push(`schemas/${file} at /actions/${action}: ${what}`);
    for (const effect of effects) {
      for (const wrong of effectMistakes(effect, tables)) say(wrong);
      const schema = schemas.get(action);
      if (schema !== undefined)
        for (const path of pathsIn(effect)) if (!leads(schema, path)) say(`${path} is not in its schema.`);
    }
  }
  // Of the calls of other services there are no schemas.
  for (const [service, calls] of Object.entries(others))
    for (const [action, { effects }] of Object.entries(calls))
      for (const wrong of effects.flatMap((effect) => effectMistakes(effect, tables)))
        found.push(`schemas/${file} at /others/${service}/${action}: ${wrong}`);
  return found;
}

function tableMistakes(file, name, { keys, values, line, always = [], needs = [], goesWith = [], names }) {
  const all = { ...keys, ...values };
  const inLine = Array.from(line.matchAll(/\{(\w+)\}/g), ([, member]) => member);
  const used = [
    ...always,
    ...needs,
    ...goesWith,
    ...inLine,
    ...(names ? [names.of, ...names.by, ...names.called] : []),
  ];
  return used
    .filter((member) => !Object.hasOwn(all, member))
    .map((member) => `schemas/${file} at /tables/${name}: it has no ${member}.`);
}

function effectMistakes(effect, tables) {
  const { keys = {}, values = {}, sameNames = {}, holding = {}, changeKnown = [] } = effect;
  const named = [effect.set ?? effect.change ?? effect.remove ?? [], changeKnown].flat();
  const found = named.filter((table) => !Object.hasOwn(tables, table)).map((table) => `there is no table ${table}.`);
  if (found.length > 0) return found;
  for (const table of named) {
    const { keys: known, values: held } = tables[table];
    if (changeKnown.length === 0 && Object.keys(keys).join() !== Object.keys(known).join())
      found.push(`${table} has other keys, or in another order.`);
    for (const member of [...Object.keys(values), ...Object.values(sameNames).flat(), ...Object.keys(holding)])
      if (!Object.hasOwn(held, member)) found.push(`${table} has no ${member}.`);
  }
  return found;
}

/** Paths of an effect that its action's schema must know; those in items are below its list. */
function pathsIn({
  each,
  keys = {},
  values = {},
  sameNames = {},
  completeUnless = [],
  key,
  removeEverythingOf,
  when,
  unless,
}) {
  const sources = [...Object.values(keys), ...Object.values(values)].flatMap((source) =>
    typeof source === 'string' ? [source] : (source.path ?? source.unless ?? []),
  );
  const same = Object.entries(sameNames).flatMap(([side, members]) => members.map((member) => `${side}.${member}`));
  return [each, key, removeEverythingOf, when?.path, unless?.path, ...sources, ...same]
    .filter((path) => path !== undefined && !path.startsWith('item'))
    .concat(completeUnless.filter((path) => path.startsWith('requestParameters')));
}

function leads({ properties }, path) {
  const [side, member] = path.split('.');
  return member === undefined || Object.hasOwn(properties[side]?.properties ?? {}, member);
}
