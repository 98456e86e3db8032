import { fileKey } from './fileKey';
import { readViewUri } from './viewUri';

/**
 * Of the documents that an editor has open, those whose events count: each log once. A readable view counts for its log where
 * that is not open itself, the first one of several; a view of a few records never does, because its log is one that was
 * inspected. Both sides of the wire use this.
 */
export function distinctLogs<T extends { readonly uri: string }>(open: readonly T[]): readonly T[] {
  const logs = new Set(open.filter(({ uri }) => readViewUri(uri) === undefined).map(({ uri }) => fileKey(uri)));
  return open.filter(({ uri }) => {
    const view = readViewUri(uri);
    if (view === undefined) return true;
    const key = fileKey(view.log);
    if (view.around !== undefined || logs.has(key)) return false;
    logs.add(key);
    return true;
  });
}
