import { bundles } from '../../../budgets.json';
import { bundleSizes } from '../../support/bundleSizes';
import { atMost, type Section } from '../section';

const budgets: ReadonlyMap<string, unknown> = new Map(Object.entries(bundles));

/** The bundles as they are packaged. */
export function measureSizes(): Section {
  return {
    title: 'Size of the bundles',
    method:
      'Minified, as packaged. The figure leaves out the validators that the build makes from `schemas/`. They are a file of their own, except in a ' +
      'browser, where a worker has to be one file. `npm test` holds every bundle to its figure.',
    columns: ['bundle', 'size', 'without validators', 'figure'],
    rows: bundleSizes().map(({ file, bytes, ownBytes }) => [
      `\`${file}\``,
      kilobytes(bytes),
      kilobytes(ownBytes),
      atMost(Math.round(ownBytes / 1000), Number(budgets.get(file)), ' kB'),
    ]),
  };
}

function kilobytes(bytes: number): string {
  return `${Math.round(bytes / 1000)} kB`;
}
