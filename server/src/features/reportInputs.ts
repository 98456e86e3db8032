import type { CancellationToken } from 'vscode-languageserver';
import { allRecords, byText, formText, type InputFile } from '../core';
import type { Analysis } from '../documents/analysis';
import type { ReportInput } from '../events/reportInput';
import { cancelled } from '../host/cooperate';
import { type InputSeen, inputFile } from '../places/inputSeen';
import { lastName, nameBelow } from '../wire/placeNames';
import { readViewUri } from '../wire/viewUri';
import type { ServerContext } from './context';
import { statusOf } from './logStatus';

interface Named {
  readonly seen: InputSeen;
  readonly name: string;
}

const OTHER_TEXT =
  'The editor holds another text than the file: the report is on what the editor holds, the hash is of the file.';

/**
 * Every file that a report is made from, with its hash. Empty where there are no files: in a browser.
 *
 * @throws ResponseError when it was called off
 */
export async function reportInputs(
  context: ServerContext,
  { logs, sources, folders }: ReportInput,
  token: CancellationToken,
): Promise<readonly InputFile[]> {
  const { platform, settings } = context;
  if (platform.integrity === undefined) return [];
  const all: Named[] = [];
  for (const [at, log] of logs.entries()) {
    if (log.kind !== 'open' && log.kind !== 'disk') continue;
    const uri = readViewUri(log.analysis.uri)?.log ?? log.analysis.uri;
    all.push({ seen: await wholeLog(context, uri, log.analysis, log.kind), name: sources[at]?.label ?? uri });
  }
  for (const { place, label } of folders) {
    const own = lastName(place.request.uri);
    for (const seen of place.inputs) {
      const name = nameBelow(place.request.uri, seen.uri);
      all.push({ seen, name: name.startsWith(`${own}/`) ? `${label}${name.slice(own.length)}` : name });
    }
  }
  const [first] = all;
  if (first === undefined) return [];
  const { limits } = await settings.of(first.seen.uri);
  const uris = all.map(({ seen: { uri } }) => uri);
  const hashes = await platform.integrity.hash(uris, limits, () => undefined, token);
  if (token.isCancellationRequested) throw cancelled();
  return all
    .map(({ seen, name }, at) => inputFile(seen, name, seen.uri.startsWith('file:') ? hashes[at] : undefined))
    .sort((left, right) => byText(left.file, right.file));
}

/** A log that an editor shows, or that was read as a whole. */
async function wholeLog(
  { platform, settings }: ServerContext,
  uri: string,
  analysis: Analysis,
  kind: 'open' | 'disk',
): Promise<InputSeen> {
  const { workmail, malformed, other, container } = statusOf(analysis);
  const counts = { workmail, malformed, other };
  const { limits } = await settings.of(uri);
  const onDisk = kind === 'open' && uri.startsWith('file:') ? await platform.files?.read(uri, limits) : undefined;
  const isOther = onDisk !== undefined && 'text' in onDisk && onDisk.text !== analysis.text.whole();
  const reasons = isOther ? [OTHER_TEXT] : [];
  return { uri, read: { outcome: 'read', form: formText(container), records: allRecords(counts), reasons } };
}
