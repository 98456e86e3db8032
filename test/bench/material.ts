import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { projectRoot } from '../support/projectRoot';
import { writeDigests } from './digestFolder';
import { type LogOptions, writeLog, writeYear } from './generator/log';
import { type OwnTreeSize, writeOwnTree } from './generator/ownTree';
import { type TreeSize, writeTree } from './generator/tree';

const SEED = 1;
/** Of WorkMail among the records of a log that is opened: many, since every one of them is checked further than its neighbours. */
const SHARE = 0.2;

/** Logs are made up once and kept; what was made by another generator is thrown away with `out`. */
function folder(): string {
  return path.join(projectRoot(), 'out', 'bench-material');
}

/**
 * A made-up log on disk.
 *
 * @param size in megabytes
 * @param share of WorkMail among its records
 * @returns the path of the file
 */
export async function logFile(
  { form, family }: Pick<LogOptions, 'form' | 'family'>,
  size: number,
  share = SHARE,
): Promise<string> {
  const file = path.join(folder(), `${family}-${form}-${size}MB${share === SHARE ? '' : `-${share}`}.json`);
  await once(file, (unfinished) => writeLog(unfinished, { form, family, seed: SEED, share }, size * 1e6));
  return file;
}

/** The log of a year in which nothing happens: see `ordinaryYear`. @returns the path of the file */
export async function yearFile(): Promise<string> {
  const file = path.join(folder(), 'year.json');
  await once(file, (unfinished) => writeYear(unfinished, SEED));
  return file;
}

/** A made-up folder of `.json.gz`, and how much is in it. */
export async function treeFolder(
  files: number,
  share: number,
  isHouse = false,
): Promise<TreeSize & { readonly folder: string }> {
  const tree = path.join(folder(), `${isHouse ? 'house' : 'tree'}-${files}-${share}`);
  await once(tree, async (unfinished) => {
    const size = await writeTree(path.join(unfinished, 'bucket'), { files, share, seed: SEED, isHouse });
    await writeFile(path.join(unfinished, 'size.json'), JSON.stringify(size));
  });
  const size: TreeSize = JSON.parse(await readFile(path.join(tree, 'size.json'), 'utf8'));
  return { ...size, folder: path.join(tree, 'bucket') };
}

/** A made-up folder of WorkMail's own logs, and how much is in it. */
export async function ownFolder(files: number): Promise<OwnTreeSize & { readonly folder: string }> {
  const tree = path.join(folder(), `own-${files}`);
  await once(tree, async (unfinished) => {
    const size = await writeOwnTree(path.join(unfinished, 'bucket'), files, SEED);
    await writeFile(path.join(unfinished, 'size.json'), JSON.stringify(size));
  });
  const size: OwnTreeSize = JSON.parse(await readFile(path.join(tree, 'size.json'), 'utf8'));
  return { ...size, folder: path.join(tree, 'bucket') };
}

/** Digests of a made-up folder, in a folder of their own: nothing else looks at them. */
export async function digestFolder(files: number, share: number): Promise<string> {
  const { folder: bucket } = await treeFolder(files, share);
  const digests = path.join(folder(), `digests-${files}-${share}`);
  await once(digests, (unfinished) => writeDigests(bucket, path.join(unfinished, 'bucket')));
  return path.join(digests, 'bucket');
}

/** Makes a file or folder under another name first, so that one that is there is whole. */
async function once(place: string, make: (unfinished: string) => Promise<void>): Promise<void> {
  if (existsSync(place)) return;
  const unfinished = `${place}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(path.dirname(place), { recursive: true });
  await make(unfinished);
  await rename(unfinished, place);
}
