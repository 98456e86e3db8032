/**
 * Reads the totals that Node's test runner writes at the end of its TAP output. A test that was cancelled, skipped or left
 * for later counts as failed: none of them showed that anything works.
 *
 * @param {string} tap
 * @returns {{ passed: number, failed: number }} zeros when the totals are missing because the run broke off
 */
export function readTapCounts(tap) {
  /** @param {string} name */
  const total = (name) => Number(new RegExp(`^# ${name} (\\d+)$`, 'm').exec(tap)?.[1] ?? 0);
  return { passed: total('pass'), failed: total('fail') + total('cancelled') + total('skipped') + total('todo') };
}
