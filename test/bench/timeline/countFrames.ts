import type { Page } from 'playwright-core';

declare global {
  interface Window {
    /** When each frame began, in milliseconds, since it was last asked to count them. */
    frameTimes: number[] | undefined;
  }
}

/** What a page did while something was done with it. */
export interface Frames {
  /** From one frame to the next, in milliseconds. */
  readonly betweenMs: readonly number[];
  /** Processor time of the page's thread for one frame, in milliseconds: script, layout and what it painted. */
  readonly cpuMs: number;
}

/** Counts the frames that a page draws meanwhile: it is told of each before it is drawn. */
export async function countFrames(page: Page, meanwhile: () => Promise<void>): Promise<Frames> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const taskMs = async (): Promise<number> => {
    const { metrics } = await session.send('Performance.getMetrics');
    return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN);
  };
  await page.evaluate(() => {
    const times: number[] = [];
    window.frameTimes = times;
    const told = (time: number): void => {
      times.push(time);
      if (window.frameTimes === times) requestAnimationFrame(told);
    };
    requestAnimationFrame(told);
  });
  const before = await taskMs();
  await meanwhile();
  const after = await taskMs();
  const times = await page.evaluate(() => {
    const counted = window.frameTimes ?? [];
    window.frameTimes = undefined;
    return counted;
  });
  await session.detach();
  const betweenMs = times.slice(1).map((time, at) => time - (times[at] ?? 0));
  return { betweenMs, cpuMs: (after - before) / Math.max(1, betweenMs.length) };
}
