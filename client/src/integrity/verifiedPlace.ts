import type { Uri } from 'vscode';

/** What is verified: a folder, or files below one. */
export interface VerifiedPlace {
  readonly folder: Uri;
  /** Absent: all that is in the folder. */
  readonly files?: readonly Uri[];
  /** So many of these are folders, which stand for all that is in them. */
  readonly folders?: number;
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
export function placeWords({ folder, files = [], folders = 0 }: VerifiedPlace, nameOf: (uri: Uri) => string): string {
  const [first] = files;
  if (first === undefined) return nameOf(folder);
  if (files.length === 1) return nameOf(first);
  const counts = [counted(files.length - folders, 'file'), counted(folders, 'folder')];
  return counts.filter((each) => each !== '').join(' and ');
}

function counted(count: number, what: string): string {
  return count === 0 ? '' : `${count} ${what}${count === 1 ? '' : 's'}`;
}
