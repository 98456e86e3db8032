import { after } from './story.mjs';

/**
 * One step of a scene: how many seconds after the step before, the action, and what the call says.
 *
 * @typedef {readonly [seconds: number, action: string, call?: import('./story.mjs').Call]} Step
 */

/**
 * Several calls of one caller to one service, one after another.
 *
 * @param {import('./story.mjs').Story} story
 * @param {string} start
 * @param {import('./callers.mjs').Caller} caller
 * @param {string} service
 * @param {readonly Step[]} steps
 */
export function scene(story, start, caller, service, steps) {
  let time = start;
  for (const [seconds, action, call] of steps) {
    time = after(time, seconds);
    story.say(time, caller, service, action, call);
  }
}
