/**
 * Names that tell files and folders apart: each is called by its own name, and two of one name get as much of the folders they
 * lie in as it takes. Where one way is the end of another, or the same, it is there as a whole.
 *
 * @param ways the names of the folders that lead to a file, and its own, which comes last
 * @returns in the order of the ways, with `/` between the names
 */
export function namesApart(ways: readonly (readonly string[])[]): readonly string[] {
  const names = ways.map((way) => way.at(-1) ?? '');
  let same = sharing(names, names.keys());
  for (let length = 2; same.length > 0; length++) {
    const longer = same.filter((at) => (ways[at]?.length ?? 0) >= length);
    if (longer.length === 0) break;
    for (const at of longer) names[at] = ways[at]?.slice(-length).join('/') ?? '';
    same = sharing(names, same);
  }
  return names;
}

/** Positions of names that stand at more than one of the given positions. */
function sharing(names: readonly string[], positions: Iterable<number>): readonly number[] {
  const byName = new Map<string, number[]>();
  for (const at of positions) {
    const name = names[at] ?? '';
    const known = byName.get(name);
    if (known === undefined) byName.set(name, [at]);
    else known.push(at);
  }
  return Array.from(byName.values())
    .filter(({ length }) => length > 1)
    .flat();
}
