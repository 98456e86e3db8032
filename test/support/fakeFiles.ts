import type { LogFiles, ScannedFile, ScanPart } from '../../server/src/host/logFiles';
import { fileOf } from '../../server/src/node/scan/readHere';

/** Files that exist in a test only: the texts of logs by their uris. */
export type Texts = Readonly<Record<string, string>>;

/** What a host with such files offers, without a disk: every file a part of its own, in the order they are given. */
export function filesWith(texts: Texts): LogFiles {
  return {
    read: async (uri) => {
      const text = texts[uri];
      if (text === undefined) return { failure: 'there is no such file.' };
      return { text, notes: [], size: text.length, modified: 0, isCompressed: false };
    },
    scan: async ({ roots }, take, token) => {
      for (const part of partsOf(texts, roots)) {
        if (token.isCancellationRequested) return { isPartial: true };
        take(part);
      }
      return { isPartial: false };
    },
    taken: async (uri) => (texts[uri] === undefined ? 'refused' : 'whole'),
  };
}

/** What a scan of some places tells, part by part. */
export function partsOf(texts: Texts, roots: readonly string[]): readonly ScanPart[] {
  const uris = Object.keys(texts).filter((uri) => roots.some((root) => uri === root || uri.startsWith(`${root}/`)));
  const files = uris.map((uri): ScanPart => ({ kind: 'read', files: [scanned(uri, texts[uri] ?? '')] }));
  return [{ kind: 'found', files: uris.length, isAll: true }, ...files];
}

function scanned(uri: string, text: string): ScannedFile {
  return fileOf(uri, { text, notes: [], size: text.length }, {}, true);
}
