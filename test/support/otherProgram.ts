import { existsSync } from 'node:fs';
import path from 'node:path';

/** A program that npm has not and that may be on this machine. */
export interface OtherProgram {
  /** What people call it. */
  readonly name: string;
  readonly file: string;
  /** The environment variable that names its file, where it is not on the PATH. */
  readonly variable: string;
  /** Debian's packages. */
  readonly packages: readonly string[];
  /** What is not tested without it: "the server". */
  readonly tested: string;
}

/**
 * The file of a program. Undefined where there is none, which is said; on CI that is an error, since the program is part of what
 * is tested there.
 */
export function programFile({ name, file, variable, packages, tested }: OtherProgram): string | undefined {
  const named = process.env[variable];
  if (named !== undefined && named !== '') return named;
  const found = (process.env.PATH ?? '')
    .split(path.delimiter)
    .map((folder) => path.join(folder, file))
    .find((each) => existsSync(each));
  if (found !== undefined) return found;
  const remedy = `Install it (Debian: apt-get install ${packages.join(' ')}), or set ${variable} to its program file.`;
  if (process.env.CI) throw new Error(`${name} was not found. ${remedy}`);
  console.log(`${name} was not found, so ${tested} is not tested with it. ${remedy}`);
  return undefined;
}
