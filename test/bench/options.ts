/** The value of `--name=value`. */
export function optionOf(args: readonly string[], name: string): string | undefined {
  const prefix = `--${name}=`;
  return args.find((arg) => arg.startsWith(prefix))?.slice(prefix.length);
}

/** @throws Error in words for the user, when there is nothing of that name */
export function oneOf<Name extends string>(choices: Readonly<Record<Name, unknown>>, name: string): Name {
  for (const choice in choices) if (choice === name) return choice;
  throw new Error(`There is no "${name}". Known: ${Object.keys(choices).join(', ')}.`);
}

/**
 * @param size `50MB`, `700kB`
 * @throws Error in words for the user
 */
export function megabytes(size: string): number {
  const match = /^(\d+(?:\.\d+)?)(MB|kB)$/.exec(size);
  if (match === null) throw new Error(`"${size}" is no size. Write 50MB or 700kB.`);
  return Number(match[1]) / (match[2] === 'MB' ? 1 : 1000);
}
