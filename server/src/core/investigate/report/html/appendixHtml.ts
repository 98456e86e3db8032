import { html } from '../../../explain/escape';
import { programOf } from '../../../explain/program';
import { zoneClock } from '../../zoneClock';
import type { Appendix } from '../handed/appendix';
import { appendixChapters, eventsWords } from '../handed/appendixChapters';
import { eventOrder } from '../handed/eventOrder';
import { type HandedLogs, hashedIn } from '../handed/handedLog';
import { Numbered } from '../handed/numbered';
import { countText } from '../page';
import { type Paragraph, paragraphChunks } from './chunks';
import { eventTables } from './eventTables';
import type { LinkedEvents } from './linkedEvents';
import { listsHtml } from './listsHtml';

/**
 * What the numbers of a report lead to, as chapters of its page: the lists, the events as they happened, and in full what the events tell by
 * number: their logs and user agents.
 *
 * @param linked the events that the chapters before lead to
 */
export function appendixHtml(
  { handed, lists }: Appendix,
  told: HandedLogs,
  zone: string | undefined,
  linked: LinkedEvents,
): string {
  const order = eventOrder(handed);
  const [logs, agents] = [new Numbered(hashedIn(told)), new Numbered()];
  // Which events have a link is known when all lists are written.
  const listsTold = listsHtml(lists, order, linked);
  const tables = eventTables(order.keys, handed, logs, agents, zoneClock(zone), linked);
  const [listed, logged, events] = appendixChapters.map(({ id, title }) => `<h2 id="${id}">${title}</h2>`);
  return [
    '<section>',
    listed,
    listsTold,
    '</section>',
    '<section>',
    logged,
    paragraphChunks([
      ...logs.texts.map((text, at) => named(`Log ${at + 1}: ${html(text)}${hashHtml(told.get(text)?.sha256)}`)),
      ...agents.texts.map((text, at) => named(`User agent ${at + 1}: ${agentHtml(text)}`)),
    ]),
    '</section>',
    '<section class="events">',
    events,
    `<p>${eventsWords(countText(handed.length, 'event'))}</p>`,
    tables,
    '</section>',
  ].join('\n');
}

/** @param told as HTML, hardly longer than its text */
function named(told: string): Paragraph {
  return { html: `<p class="named">${told}</p>`, length: told.length };
}

function hashHtml(sha256: string | undefined): string {
  return sha256 === undefined ? '' : `, SHA-256 of the original <code>${html(sha256)}</code>`;
}

/** The program that a user agent tells of before it. */
function agentHtml(userAgent: string): string {
  const program = programOf(userAgent);
  return program === undefined ? html(userAgent) : `${html(program)} <code>${html(userAgent)}</code>`;
}
