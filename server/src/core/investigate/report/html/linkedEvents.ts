import { idOf } from '../handed/appendix';

/** The events that something in a page leads to: their rows have ids, and no others, for an id takes a browser as long to read as two cells. */
export class LinkedEvents {
  readonly #hrefs = new Set<string>();

  /** Remembers where a link leads: to an event, or to another place, which does no harm. */
  met<Href extends string | undefined>(href: Href): Href {
    if (href !== undefined) this.#hrefs.add(href);
    return href;
  }

  /** A link to an event. @param key of the event */
  to(key: number): string {
    return this.met(`#${idOf(key)}`);
  }

  /** What the row of an event is called; undefined where nothing leads to it. */
  idOf(key: number): string | undefined {
    const id = idOf(key);
    return this.#hrefs.has(`#${id}`) ? id : undefined;
  }
}
