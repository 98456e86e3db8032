import { element } from './elements';

/** Rows beyond what is in sight that are there, too: the way of Tab leads through them. */
const BEYOND = 4;

/** A list of many rows of one height, of which only those in sight are made. */
export class VirtualList {
  readonly element: HTMLElement;
  readonly #height: number;
  readonly #list = element('ul', { class: 'rows' });
  #rows = new Map<number, HTMLElement>();
  #count = 0;
  #make: (at: number) => HTMLElement = () => element('div');

  /** @param height of a row in CSS pixels */
  constructor(height: number, name: string) {
    this.#height = height;
    this.#list.setAttribute('aria-label', name);
    this.element = element('div', { class: 'scrolled' }, this.#list);
    this.element.addEventListener('scroll', () => this.#fill());
    new ResizeObserver(() => this.#fill()).observe(this.element);
  }

  /** @param make gives what stands in a row */
  show(count: number, make: (at: number) => HTMLElement): void {
    this.#count = count;
    this.#make = make;
    this.#list.style.height = `${count * this.#height}px`;
    // What has the focus keeps its place.
    const held = [...this.#rows].find(([, row]) => row.contains(document.activeElement))?.[0];
    const which = held === undefined ? -1 : this.#stops(held).indexOf(document.activeElement as HTMLElement);
    this.#list.replaceChildren();
    this.#rows = new Map();
    this.#fill();
    if (held !== undefined) this.#stops(held)[which]?.focus();
  }

  /** The rows that are made. */
  get made(): Iterable<readonly [at: number, row: HTMLElement]> {
    return this.#rows;
  }

  #stops(at: number): readonly HTMLElement[] {
    return Array.from(this.#rows.get(at)?.querySelectorAll<HTMLElement>('button') ?? []);
  }

  #fill(): void {
    const { scrollTop, clientHeight } = this.element;
    const first = Math.max(0, Math.floor(scrollTop / this.#height) - BEYOND);
    const end = Math.min(
      this.#count,
      Math.ceil((scrollTop + Math.max(clientHeight, this.#height)) / this.#height) + BEYOND,
    );
    for (const [at, row] of this.#rows) {
      if ((at >= first && at < end) || row.contains(document.activeElement)) continue;
      row.remove();
      this.#rows.delete(at);
    }
    for (let at = first; at < end; at++) if (!this.#rows.has(at)) this.#add(at);
  }

  #add(at: number): void {
    const attributes = { 'aria-setsize': String(this.#count), 'aria-posinset': String(at + 1) };
    const row = element('li', { attributes }, this.#make(at));
    row.style.top = `${at * this.#height}px`;
    row.style.height = `${this.#height}px`;
    this.#rows.set(at, row);
    // In their order, since Tab and screen readers go by it.
    const next = [...this.#rows].filter(([other]) => other > at).sort(([one], [other]) => one - other)[0]?.[1];
    this.#list.insertBefore(row, next ?? null);
  }
}
