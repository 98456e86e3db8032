import type { InputFile, ReadOfInput } from '../investigate/inputFile';
import { byText } from '../investigate/order';

export type { InputFile as ManifestFile, ReadOfInput };

/** What stood in a place at a moment: every input with its hash, and what was read of it. In the order of the paths. */
export interface Manifest {
  readonly tool: string;
  readonly version: string;
  readonly files: readonly InputFile[];
}

/** Lines that `sha256sum -c` takes in the folder of the place. What could not be read stands in a remark. */
export function* manifestText({ tool, version, files }: Manifest): Generator<string> {
  yield `# ${tool} ${version}: check it in the folder of the files, with sha256sum -c`;
  for (const { file, sha256 } of files) {
    const name = escapedName(file);
    if (sha256 === null) yield `# not read: ${name}`;
    else yield `${name === file ? '' : '\\'}${sha256}  ${name}`;
  }
}

/** As coreutils writes names that hold a line break or a backslash. */
function escapedName(file: string): string {
  return file.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\r', '\\r');
}

/** A file as an earlier manifest has it. */
export interface KnownFile {
  readonly file: string;
  readonly sha256: string | null;
}

/**
 * Reads a manifest, as JSON or as `sha256sum` writes one.
 *
 * @returns a sentence that says why it is none
 */
export function readManifest(text: string): readonly KnownFile[] | string {
  if (!/^\s*\{/.test(text)) return sumsIn(text);
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    return NO_MANIFEST;
  }
  const list: unknown = typeof read === 'object' && read !== null && 'files' in read ? read.files : undefined;
  if (!Array.isArray(list)) return NO_MANIFEST;
  const known = list.map(knownIn).filter((file) => file !== undefined);
  return known.length === list.length ? known : NO_MANIFEST;
}

const NO_MANIFEST =
  'it is no manifest: expected is what manifest writes, as JSON or as text, or what sha256sum writes.';
const SUM = /^(\\?)([0-9a-f]{64}) [ *](.+)$/;

function sumsIn(text: string): readonly KnownFile[] | string {
  const known: KnownFile[] = [];
  for (const line of text.split('\n')) {
    if (line === '' || line.startsWith('#')) continue;
    const [, isEscaped = '', sha256, name = ''] = SUM.exec(line) ?? [];
    if (sha256 === undefined) return NO_MANIFEST;
    known.push({ file: isEscaped === '' ? name : unescapedName(name), sha256 });
  }
  return known.length === 0 ? NO_MANIFEST : known;
}

function unescapedName(name: string): string {
  return name.replaceAll(/\\([\\nr])/g, (_, sign: string) => (sign === 'n' ? '\n' : sign === 'r' ? '\r' : sign));
}

function knownIn(entry: unknown): KnownFile | undefined {
  if (typeof entry !== 'object' || entry === null || !('file' in entry) || !('sha256' in entry)) return undefined;
  const { file, sha256 } = entry;
  return typeof file === 'string' && (typeof sha256 === 'string' || sha256 === null) ? { file, sha256 } : undefined;
}

/** What is different from an earlier manifest. */
export interface ManifestChange {
  readonly file: string;
  readonly change: 'changed' | 'missing' | 'added' | 'renamed';
  /** The earlier name of what was renamed. */
  readonly from?: string;
}

/** In the order of the paths. What could not be read now or then is taken for changed. */
export function manifestChanges(before: readonly KnownFile[], now: readonly KnownFile[]): readonly ManifestChange[] {
  const [then, today] = [before, now].map((files) => new Map(files.map(({ file, sha256 }) => [file, sha256])));
  const gone = new Map<string, string>();
  for (const { file, sha256 } of before) if (sha256 !== null && !today?.has(file)) gone.set(sha256, file);
  const changes: ManifestChange[] = [];
  const renamed = new Set<string>();
  for (const { file, sha256 } of now) {
    const known = then?.get(file);
    if (known !== undefined) {
      if (known === null || known !== sha256) changes.push({ file, change: 'changed' });
      continue;
    }
    const from = sha256 === null ? undefined : gone.get(sha256);
    if (from === undefined) {
      changes.push({ file, change: 'added' });
      continue;
    }
    renamed.add(from);
    changes.push({ file, change: 'renamed', from });
  }
  for (const { file } of before) if (!today?.has(file) && !renamed.has(file)) changes.push({ file, change: 'missing' });
  return changes.sort((left, right) => byText(left.file, right.file));
}
