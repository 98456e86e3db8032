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

/**
 * The tests that failed, each with what it said: a run prints so much that its failures are long gone from sight when it ends. A test that
 * failed because one within it did is left out.
 *
 * @param {string} tap
 * @returns {readonly string[]}
 */
export function failuresIn(tap) {
  const failed = Array.from(tap.matchAll(/^( *)not ok \d+ - (.*)\n((?:\1 .*\n)*)/gm));
  return failed.flatMap(([, , name, said = '']) => {
    if (/failureType: 'subtestsFailed'/.test(said)) return [];
    return [`${name}\n${said.split('\n').slice(0, LONGEST_SAID).join('\n')}`];
  });
}

/** Lines of what one test says. */
const LONGEST_SAID = 40;
