import type { Uri } from 'vscode';

/** What is verified: a folder, or files below one. */
export interface VerifiedPlace {
  readonly folder: Uri;
  /** Absent: all that is in the folder. */
  readonly files?: readonly Uri[];
}

/** Files as files below the folder that holds all of them. Undefined where there are none, or where they lie on no disk. */
export function placeOfFiles(files: readonly Uri[]): VerifiedPlace | undefined {
  const [first] = files;
  if (first === undefined || files.some(({ scheme, authority }) => scheme !== 'file' || authority !== first.authority))
    return undefined;
  const shared = files
    .map(({ path }) => path.split('/').slice(0, -1))
    .reduce((common, folders) => {
      const differ = common.findIndex((name, at) => folders[at] !== name);
      return differ < 0 ? common : common.slice(0, differ);
    });
  return { folder: first.with({ path: shared.join('/') || '/' }), files };
}

/** How it is called in a title. */
export function placeWords({ folder, files }: VerifiedPlace, nameOf: (uri: Uri) => string): string {
  const [first] = files ?? [];
  if (first === undefined) return nameOf(folder);
  return files?.length === 1 ? nameOf(first) : `${files?.length} files`;
}
