/** The sentence names every step and nothing else, what all steps share is shared by all, and one step at least is needed. */
export function sequenceMistakes(file, { sentence, steps, endedBy = [], unless }, { catalog }) {
  const say = (what) => `schemas/${file}: ${what}`;
  const found = [];
  const named = Array.from(sentence.matchAll(/\{([^}]*)\}/g), ([, name]) => name);
  const names = steps.map(({ name }) => name);
  for (const name of named)
    if (![...names, 'actor', 'addresses', 'span'].includes(name)) found.push(say(`there is no step ${name}.`));
  for (const { name, optional } of steps) {
    if (!named.includes(name)) found.push(say(`the sentence does not name the step ${name}.`));
    const isInBrackets = new RegExp(`\\[[^\\]]*\\{${name}\\}[^\\]]*\\]`).test(sentence);
    if (isInBrackets !== (optional === true))
      found.push(say(`an optional step stands in square brackets, and no other one: ${name}.`));
  }
  if (new Set(names).size < names.length) found.push(say('two steps have one name.'));
  if (steps.every(({ optional }) => optional)) found.push(say('no step is needed.'));
  const acts = [...steps, ...endedBy, ...(unless === undefined ? [] : [unless])];
  const lengths = new Set([...steps, ...endedBy].map(({ same = [] }) => same.length));
  if (lengths.size > 1) found.push(say('what is the same in some steps is the same in all of them.'));
  for (const { on } of acts)
    for (const action of [...(on.workmail ?? []), ...(on.workmailMessageFlow ?? [])])
      if (action !== '*' && !Object.hasOwn(catalog.actions, action))
        found.push(say(`the catalog has no action ${action}.`));
  return found;
}
