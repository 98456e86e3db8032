/**
 * Which files below a folder are opened. Logs are recognised by their content alone; this only keeps a folder that holds
 * pictures and programs, too, from being read from end to end. A file that was named itself is always opened.
 */

/** Ends of names under which logs are kept: as AWS writes them, and as tools export them. */
const OPENED = new Set([
  'json',
  'gz',
  'gzip',
  'zip',
  'jsonl',
  'ndjson',
  'log',
  'txt',
  'text',
  'csv',
  'tsv',
  'out',
  'dat',
]);
/** What stands behind the end of a copy, of a rotated log, or of a file that is not complete yet. */
const BEHIND = /\.(?:\d{1,10}|bak|old|orig|copy|save|tmp|part|partial|crdownload|download)$/;
/** More of a name than this after its last dot is no kind of file. */
const LONGEST_ENDING = 10;

/** @returns undefined for a file that is opened, else the end of its name, with its dot, in small letters */
export function endingNotOpened(name: string): string | undefined {
  const plain = name.toLowerCase().replace(BEHIND, '');
  const dot = plain.lastIndexOf('.');
  const ending = plain.slice(dot + 1);
  if (dot <= 0 || ending.length > LONGEST_ENDING || !/^[a-z0-9]+$/.test(ending) || OPENED.has(ending)) return undefined;
  return `.${ending}`;
}
