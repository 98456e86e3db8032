import { everything, printQuestion, toldInquiry } from '../../core';
import {
  engineOf,
  type HandedOver,
  handoverText,
  type LogsPlace,
  type ReadHere,
  trailPlaces,
} from '../../core/handover/engineTexts';
import type { ReadMet } from '../scan/readMet';
import { AnsweringRows } from './answeringRows';
import type { CommandContext } from './commandContext';
import { counted } from './counted';
import { writeTo } from './exportTarget';
import type { HandingOver } from './handoverArguments';
import { placesNamed } from './places';
import { readRows } from './readRows';
import { eventsIn, type MetFile, readThere } from './readThere';

/** A folder of logs, as their paths are told to engines that read this machine: packed, or plain. */
const ENDINGS = ['.json.gz', '.json'] as const;

/**
 * Writes a question in the language of an engine, with what was found here to be compared with.
 *
 * @param readMet reads what is more than a little
 * @returns whether something that should have been read or written could not be, or was not
 */
export async function handover(asked: HandingOver, around: CommandContext, readMet: ReadMet): Promise<boolean> {
  return writeTo(asked, around, 'handover', async (target) => {
    const { over, isIncomplete } = await handedOver(asked, around, readMet);
    await target.write(handoverText(asked.engine, over));
    return { what: `for ${engineOf(asked.engine).words}, ${counted(over.read.answers, 'event')} here`, isIncomplete };
  });
}

async function handedOver(
  { files, engine, question, inquiry, serde, limits }: HandingOver,
  around: CommandContext,
  readMet: ReadMet,
): Promise<{ readonly over: HandedOver; readonly isIncomplete: boolean }> {
  const [answering, all] = [new AnsweringRows(question), new AnsweringRows(everything)];
  const met: MetFile[] = [];
  const paths: string[] = [];
  let [logs, otherForms] = [0, 0];
  const where = answering.asksTexts ? { where: printQuestion(question) } : undefined;
  const isIncomplete = await readRows({ files, limits, ...where }, around, readMet, ({ order, name, file }) => {
    const isLog = file.container !== 'none' && file.outcome !== 'skipped';
    met.push({
      uri: file.uri,
      name,
      isWhole: file.outcome !== 'partly',
      log: isLog ? { order, name, stretches: file.stretches } : undefined,
    });
    if (!isLog) return;
    logs++;
    if (file.container !== 'records') otherForms++;
    paths.push(plainPath(file.uri));
    answering.add(order, name, file.stretches);
    if (where === undefined) all.add(order, name, file.stretches);
  });
  const byDay = new Map<string, number>();
  for (const { chunk, rows } of answering.answering())
    for (const row of rows) {
      if (chunk.own.log(row) !== undefined) continue;
      const time = chunk.time(row);
      const day = Number.isNaN(time) ? '' : new Date(time).toISOString().slice(0, 10);
      byDay.set(day, (byDay.get(day) ?? 0) + 1);
    }
  const answers = eventsIn(answering);
  const places = await filesOf(files, paths);
  const reads = engineOf(engine).reads === 'files' ? await readThere(met, places, question, around) : undefined;
  const isAll = reads === undefined || (reads.there.answers === answers && reads.there.refused.length === 0);
  const events = where === undefined ? { events: eventsIn(all) } : {};
  const read: ReadHere = { logs, answers, byDay, otherForms, ...events, ...(!isAll && { there: reads.there }) };
  const over: HandedOver = {
    ...{ question, read, trails: trailPlaces(paths), files: reads?.places ?? places },
    ...(inquiry !== undefined && { inquiry: toldInquiry(inquiry).question }),
    ...(serde !== undefined && { serde }),
  };
  return { over, isIncomplete };
}

function plainPath(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}

/** What was named: of a folder, the endings that its logs have. */
async function filesOf(files: readonly string[], paths: readonly string[]): Promise<readonly LogsPlace[]> {
  const found: LogsPlace[] = [];
  for (const place of await placesNamed(files)) {
    if (place.kind === 'file') found.push({ path: place.label });
    if (place.kind !== 'folder') continue;
    const folder = place.label.replace(/(?<=.)[\\/]+$/, '');
    const below = paths.filter((path) => path.startsWith(`${plainPath(place.uri).replace(/\/$/, '')}/`));
    for (const ending of ENDINGS)
      if (below.some((path) => path.endsWith(ending))) found.push({ path: `${folder}/`, ending });
  }
  return found;
}
