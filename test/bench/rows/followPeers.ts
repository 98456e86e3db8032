import { createRequire } from 'node:module';
import path from 'node:path';
import { runCommand, runProgram } from '../child';
import { type AskedName, type NameKind, openLogFrom } from '../follow/material';
import { treeFolder } from '../material';
import { peersFolder } from '../peers';
import type { FollowedInTable } from '../programs/followDuckDb';
import type { Followed } from '../programs/followProduct';
import { median } from '../samples';
import { duration, ratio, type Section } from '../section';
import { SHARE } from './follow';
import type { Scale } from './scale';

const QUESTIONS = 80;
const KINDS: Readonly<Record<NameKind, string>> = {
  key: 'an access key',
  address: 'an address',
  identity: 'the ARN of who acted',
  thing: 'the id of a mailbox or group',
};

/** All events that name the same: ours, SQL over a loaded table, and a search of the files. */
export async function measureFollowPeers({ followFiles }: Scale): Promise<Section> {
  const { folder } = await treeFolder(followFiles, SHARE);
  const names = openLogFrom(folder).names.slice(0, QUESTIONS);
  const told = JSON.stringify(names.map(({ kind, text }) => [kind, text]));
  const product = await runProgram<Followed>('followProduct', {
    args: [folder, 'references', `${QUESTIONS}`, 'at-once'],
  });
  const duckDb = await runProgram<FollowedInTable>('followDuckDb', { args: [folder, told] });
  const ours = product.result;
  const rows: string[][] = [];
  for (const kind of Object.keys(KINDS) as NameKind[]) {
    // The very first question is a row of its own.
    const places = names.flatMap((name, place) => (name.kind === kind && place > 0 ? [place] : []));
    const [own, theirs] = [[ours.firstMs, ...ours.otherMs], duckDb.result.ms].map((all) =>
      median(places.map((place) => all[place] ?? Number.NaN)),
    );
    const searchMs = await searchFor(names[places[0] ?? 0], folder);
    rows.push([
      KINDS[kind],
      median(places.map((place) => duckDb.result.found[place] ?? Number.NaN)).toLocaleString('en'),
      duration(own ?? Number.NaN),
      duration(theirs ?? Number.NaN),
      duration(searchMs),
      ratio((theirs ?? Number.NaN) / (own ?? Number.NaN)),
      ratio(searchMs / (own ?? Number.NaN)),
    ]);
  }
  rows.push([
    'before the first question: reading',
    '–',
    duration(ours.inspectMs),
    duration(duckDb.result.loadMs),
    '–',
    ratio(duckDb.result.loadMs / ours.inspectMs),
    '–',
  ]);
  rows.push([
    'the first question, at once',
    '–',
    duration(ours.firstMs),
    duration(duckDb.result.ms[0] ?? Number.NaN),
    '–',
    ratio((duckDb.result.ms[0] ?? Number.NaN) / ours.firstMs),
    '–',
  ]);
  return {
    title: 'Follow a name, beside SQL and a search of the files',
    method:
      'The same folder and log: all events that name the same as a value, the first 1,000 in the order they happened. Ours: references, over the standard streams. DuckDB: a table in memory of the records ' +
      'of all services, each thing that is asked a column of its own, the request and the answer as texts in which ids are looked for. ripgrep: `rg -z` counts the files that hold the text, once for each kind, with all threads; ' +
      'it starts `gzip` for every file. Medians, ours and DuckDB’s from the second question on.',
    columns: ['what is named', 'events, median', 'ours', 'DuckDB', '`rg -z`', 'ahead of DuckDB', 'ahead of `rg -z`'],
    rows,
  };
}

async function searchFor(name: AskedName | undefined, folder: string): Promise<number> {
  const load = createRequire(path.join(peersFolder(), 'node_modules', '@vscode', 'ripgrep', 'package.json'));
  const program = process.platform === 'win32' ? 'rg.exe' : 'rg';
  const rg = load.resolve(`@vscode/ripgrep-${process.platform}-${process.arch}/bin/${program}`);
  const { wallMs } = await runCommand(rg, ['--search-zip', '--fixed-strings', '--count', name?.text ?? '', folder]);
  return wallMs;
}
