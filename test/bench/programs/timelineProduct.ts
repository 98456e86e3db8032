import {
  BrushedQuestionRequest,
  EventGroupsRequest,
  type SplitField,
  TimelineHoursRequest,
  TimelineLanesRequest,
  TimelineRequest,
  TimelineValuesRequest,
} from '../../../server/src/wire/protocol';
import { inspect, watchedServer } from '../follow/server';

/** What a server took for each question of a timeline, in milliseconds, and of processor time: the first time, and then. */
export type TimelineTook = Readonly<Record<TimelineAsked, readonly { readonly ms: number; readonly cpuMs: number }[]>>;
export type TimelineAsked = 'first' | 'zoomed' | 'split' | 'lanes' | 'targets' | 'hours' | 'values' | 'brushed';

const DAY = 86_400_000;
const SPLITS: readonly SplitField[] = ['weight', 'service', 'actor', 'address', 'outcome'];
/** Bars on a wide screen, as the page asks for them: as many on both sides of what is in sight. */
const PIECES = 200;

// `timelineProduct FOLDER TIMES`: asks the real server about a folder as the page of the timeline does.
async function main([folder = '', times = '1']: readonly string[]): Promise<void> {
  const server = await watchedServer();
  await inspect(server, folder);
  await server.rest();
  const { connection } = server.client;
  const took: Record<TimelineAsked, { ms: number; cpuMs: number }[]> = {
    first: [],
    zoomed: [],
    split: [],
    lanes: [],
    targets: [],
    hours: [],
    values: [],
    brushed: [],
  };
  const timed = async <T>(asked: TimelineAsked, ask: () => Promise<T>): Promise<T> => {
    const [begin, worked] = [performance.now(), server.cpuMs()];
    const answer = await ask();
    took[asked].push({ ms: performance.now() - begin, cpuMs: server.cpuMs() - worked });
    return answer;
  };
  const all = await timed('first', () => connection.sendRequest(TimelineRequest, { split: 'weight', most: PIECES }));
  const [begin, end] = [all.first ?? 0, all.last ?? 0];
  for (let time = 0; time < Number(times); time++) {
    const from = begin + Math.floor(((end - begin - DAY) * time) / Number(times) / 1000) * 1000;
    const view = { from, to: from + DAY };
    await timed('zoomed', () =>
      connection.sendRequest(TimelineRequest, { ...view, split: 'weight', most: 3 * PIECES }),
    );
    const split = SPLITS[time % SPLITS.length] ?? 'weight';
    await timed('split', () => connection.sendRequest(TimelineRequest, { split, most: 3 * PIECES }));
    await timed('lanes', () => connection.sendRequest(TimelineLanesRequest, { of: 'actor', most: 240, limit: 200 }));
    await timed('targets', () => connection.sendRequest(TimelineLanesRequest, { of: 'target', most: 240, limit: 200 }));
    await timed('hours', () => connection.sendRequest(TimelineHoursRequest, { zone: 'Europe/Berlin' }));
    await timed('values', () => connection.sendRequest(TimelineValuesRequest, { fields: SPLITS, limit: 12 }));
    await timed('brushed', async () => {
      const where = await connection.sendRequest(BrushedQuestionRequest, { where: '', brush: view });
      await connection.sendRequest(EventGroupsRequest, { where, services: 'workmail', limit: 1000 });
    });
  }
  server.kill();
  console.log(JSON.stringify(took satisfies TimelineTook));
}

main(process.argv.slice(2)).then(() => process.exit());
