import { delimitedHead } from '../../core/export/delimited';
import { tableColumns } from '../../core/export/exportedEvent';
import type { ReadMet } from '../scan/readMet';
import { InOrder, type PartOfFile } from '../writing/inOrder';
import { LAID_OUT, LOST, MADE, MENDED, type WrittenForm } from '../writing/messages';
import { ParquetRows } from '../writing/parquetRows';
import { giveBack } from '../writing/sharedBytes';
import { SheetRows } from '../writing/sheetRows';
import { SilentRecords } from '../writing/silentRecords';
import { Speakers } from '../writing/speakers';
import { SpeakingRows } from '../writing/speakingRows';
import { Turns } from '../writing/turns';
import { AnsweringRows } from './answeringRows';
import type { CommandContext } from './commandContext';
import type { Exporting } from './exportArguments';
import type { ReadAgain } from './exportedEvents';
import type { ExportTarget } from './exportTarget';
import { areSmall, placesNamed } from './places';
import { readRows, type WantedRows } from './readRows';

/** Formats that threads write, each row by itself. */
const FORMS: Partial<Readonly<Record<Exporting['format'], WrittenForm>>> = {
  csv: 'csv',
  tsv: 'tsv',
  jsonl: 'jsonl',
  parquet: 'cells',
  xlsx: 'sheet',
};

/** In which form threads write what is asked; undefined where they don't. */
export async function formInThreads({ format, files }: Exporting): Promise<WrittenForm | undefined> {
  const form = FORMS[format];
  if (form === undefined) return undefined;
  const places = await placesNamed(files);
  // Standard input comes to this thread alone.
  return places.some(({ kind }) => kind === 'stdin') || (await areSmall(places)) ? undefined : form;
}

/** What came of it. */
export interface WrittenInThreads extends ReadAgain {
  readonly isIncomplete: boolean;
  /** By name of the column, how many of its cells were cut. */
  readonly cut: ReadonlyMap<string, number>;
}

/**
 * Writes events in the threads that read them, each log read once: here they are put in order, and copies left out. Which copy speaks for an
 * event is nearly always known when it comes. Where the first one is damaged, all logs are looked through for a better one, and where a record of
 * WorkMail's own logs may be a part of another one, for that.
 */
export async function writeInThreads(
  { files, question, where, window, limits }: Exporting,
  form: WrittenForm,
  around: CommandContext,
  readMet: ReadMet,
  target: ExportTarget,
): Promise<WrittenInThreads> {
  const { asksTexts, seed } = new AnsweringRows(question);
  const wanted: WantedRows = { files, limits, ...(window && { window }), ...(asksTexts && { where }) };
  const turns = new Turns();
  const written = { events: 0, made: 0, laidOut: 0, mended: 0, lost: new Map<string, number>() };
  const names: string[] = [];
  const findSpeakers = async (): Promise<Speakers> => {
    const speakers = new Speakers();
    const others = new Turns();
    const take = (piece: PartOfFile['piece']): void => {
      speakers.add(piece);
      giveBack(piece.bytes);
      others.release(piece.bytes);
    };
    const writing = { form: 'keys', seed, where, turns: others.shared, written: take } as const;
    await readRows({ ...wanted, writing }, quietly(), readMet, () => undefined);
    return speakers;
  };
  const findSilent = async (): Promise<SilentRecords> => {
    const silent = new SilentRecords(question, seed);
    await readRows(wanted, quietly(), readMet, ({ number, name, file }) => silent.add(number, name, file));
    return silent;
  };
  const quietly = (): CommandContext => ({ ...around, stop: stopping, complain: async () => undefined });
  const speaking = new SpeakingRows(findSpeakers, findSilent);
  const inOrder = new InOrder(turns, async (run) => {
    const [{ piece, from: first }] = run;
    let from = first;
    for (const part of run) {
      for (let row = part.from; row < part.to; row++) {
        const flags = piece.flags[row] ?? 0;
        const speaks = speaking.speaks(piece, row, part.file);
        const isWritten = (typeof speaks === 'boolean' ? speaks : await speaks) && (flags & LOST) === 0;
        if (isWritten) {
          written.events++;
          if ((flags & MADE) !== 0) written.made++;
          if ((flags & LAID_OUT) !== 0) written.laidOut++;
          if ((flags & MENDED) !== 0) written.mended++;
          continue;
        }
        await writeRows(piece, from, row);
        from = row + 1;
      }
    }
    await writeRows(piece, from, run.at(-1)?.to ?? from);
  });
  const parquet = form === 'cells' ? new ParquetRows(tableColumns()) : undefined;
  const sheet = form === 'sheet' ? new SheetRows(tableColumns(), (piece) => target.write(piece)) : undefined;
  async function writeRows({ bytes, ends }: PartOfFile['piece'], from: number, to: number): Promise<void> {
    if (sheet !== undefined)
      for (let row = from; row < to; row++) {
        sheet.add(bytes.subarray(row === 0 ? 0 : ends[row - 1], ends[row]));
        if (sheet.isFull) await sheet.room();
      }
    else if (parquet !== undefined)
      for (let row = from; row < to; row++) {
        parquet.add(bytes.subarray(row === 0 ? 0 : ends[row - 1], ends[row]));
        if (parquet.isFull) await target.writeNow(parquet.group());
      }
    else if (from < to) await target.writeNow(bytes.subarray(from === 0 ? 0 : ends[from - 1], ends[to - 1]));
  }
  const stopping = {
    get isCancellationRequested() {
      return around.stop.isCancellationRequested || inOrder.hasFailed;
    },
  };
  if (form === 'csv' || form === 'tsv') await target.write(delimitedHead(form === 'csv' ? ',' : '\t'));
  const writing = {
    form,
    seed,
    where,
    turns: turns.shared,
    written: (piece: PartOfFile['piece']) => inOrder.add(piece),
    later: (number: number) => inOrder.finish(number),
  };
  const isIncomplete = await readRows(
    { ...wanted, writing },
    { ...around, stop: stopping },
    readMet,
    ({ number, name }) => {
      names[number] = name;
      inOrder.finish(number);
    },
  );
  await inOrder.end();
  if (parquet !== undefined) await target.writeNow(parquet.end());
  await sheet?.end();
  for (const [file, lost] of speaking.lost) written.lost.set(names[file] ?? '', lost);
  return { ...written, isIncomplete, cut: sheet?.cut ?? new Map() };
}
