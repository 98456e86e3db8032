import budgets from '../../../budgets.json';
import { runProgram } from '../child';
import type { FormName } from '../generator/forms';
import { logFile } from '../material';
import type { Opening } from '../opening';
import { alternate, median, percentile } from '../samples';
import { atMost, duration, ratio, type Section } from '../section';
import type { Scale } from './scale';

const { analysedMs, analysedAt99PercentMs, publishedAt95PercentMs } = budgets.time.keystroke;
const TYPED = 1000;
const PUBLISHED = 100;
/** Megabytes of the log for which there is a figure of what is published. */
const MIDDLE = 50;
/** The service needs some gigabytes for a large log. */
const ROOM_FOR_SERVICE = '--max-old-space-size=16000';

interface Edits {
  readonly editMs: readonly number[];
}

/** One key typed into an open log. */
export async function measureKeystroke({ times, logSizes }: Scale): Promise<Section> {
  const rows: string[][] = [];
  for (const size of logSizes) rows.push(await keystrokeRow(size, 'one-line', times));
  rows.push(await keystrokeRow(MIDDLE, 'lookup', times));
  return {
    title: 'One keystroke',
    method:
      `A character of some event’s time is overwritten, which is a problem, and put right again, all over a log of one line. *Analysed*: ${TYPED} ` +
      `keys in one process, from the change to a new index. *Published*: ${PUBLISHED} keys sent to the real server over its standard streams, from ` +
      'the change to the problems of the new text. The last log is output of `lookup-events`, in which each event is a text inside other JSON. Beside it what others do for each key: parse the whole text again (`JSON.parse`), or ' +
      'parse and check it again (the JSON service).',
    columns: [
      'log',
      'analysed, median',
      'figure',
      '99 %',
      'figure',
      'published, median',
      '95 %',
      'figure',
      '`JSON.parse` again',
      'JSON service again',
      'published ahead of the service',
    ],
    rows,
  };
}

async function keystrokeRow(size: number, form: FormName, times: number): Promise<string[]> {
  const file = await logFile({ form, family: 'plain' }, size);
  const edits = (name: string, count: number, nodeFlags: string[] = []) => ({
    run: async () => (await runProgram<Edits>(name, { args: [file, `${count}`], nodeFlags })).result.editMs,
  });
  const { analysed, published, service, parse } = await alternate({
    analysed: { times, ...edits('keystrokeProduct', TYPED) },
    published: { times, ...edits('publish', PUBLISHED) },
    // Its schema is one of CloudTrail's own form.
    service: {
      times: form === 'lookup' ? 0 : size > 10 ? 1 : times,
      ...edits('keystrokeService', 1, [ROOM_FOR_SERVICE]),
    },
    parse: {
      times,
      run: async () => (await runProgram<Opening>('openParse', { args: [file, '3'] })).result.warmMs,
    },
  });
  const of = (runs: readonly (readonly number[])[], share: number): number =>
    median(runs.map((run) => percentile(run, share)));
  const [typed, typedLate, seen, seenLate] = [
    of(analysed, 0.5),
    of(analysed, 0.99),
    of(published, 0.5),
    of(published, 0.95),
  ];
  return [
    form === 'one-line' ? `${size} MB` : `${size} MB, ${form}-events`,
    duration(typed),
    atMost(typed, analysedMs, ' ms'),
    duration(typedLate),
    atMost(typedLate, analysedAt99PercentMs, ' ms'),
    duration(seen),
    duration(seenLate),
    size === MIDDLE ? atMost(seenLate, publishedAt95PercentMs, ' ms') : '–',
    duration(of(parse, 0.5)),
    ...(service.length === 0 ? ['–', '–'] : [duration(of(service, 0.5)), ratio(of(service, 0.5) / seen)]),
  ];
}
