import { html } from '../../../explain/escape';
import { programOf } from '../../../explain/program';
import { countText } from '../page';
import type { Appendix } from './appendix';
import { eventTables } from './eventTables';
import { listsHtml } from './listsHtml';
import { Numbered } from './numbered';

/** The chapters of the appendix. */
export const appendixChapters = [
  { id: 'lists', title: 'Appendix A: what the numbers stand for' },
  { id: 'logs', title: 'Appendix B: logs and user agents' },
  { id: 'events', title: 'Appendix C: the events' },
] as const;

/**
 * What the numbers of a report lead to, as chapters of its page: the lists, the events as they happened, and in full what the events tell by
 * number: their logs and user agents.
 */
export function appendixHtml({ handed, lists }: Appendix): string {
  const keys = Array.from(handed.keys()).sort((one, other) => timeOf(one) - timeOf(other) || one - other);
  const numbers = new Uint32Array(handed.length);
  for (const [at, key] of keys.entries()) numbers[key] = at + 1;
  const [logs, agents] = [new Numbered(), new Numbered()];
  const tables = eventTables(keys, handed, logs, agents);
  const [listed, named, told] = appendixChapters.map(({ id, title }) => `<h2 id="${id}">${title}</h2>`);
  return [
    '<section>',
    listed,
    listsHtml(lists, numbers),
    '</section>',
    '<section>',
    named,
    ...logs.texts.map((text, at) => `<p class="named">Log ${at + 1}: ${html(text)}</p>`),
    ...agents.texts.map((text, at) => `<p class="named">User agent ${at + 1}: ${agentHtml(text)}</p>`),
    '</section>',
    '<section class="events">',
    told,
    `<p>${countText(handed.length, 'event')}, as they happened. A record is told by the number of its log in Appendix B and by its position there, counted from 0.</p>`,
    tables,
    '</section>',
  ].join('\n');

  /** Times that can't be read come last. */
  function timeOf(key: number): number {
    return handed[key]?.time ?? Number.MAX_VALUE;
  }
}

/** The program that a user agent tells of before it. */
function agentHtml(userAgent: string): string {
  const program = programOf(userAgent);
  return program === undefined ? html(userAgent) : `${html(program)} <code>${html(userAgent)}</code>`;
}
