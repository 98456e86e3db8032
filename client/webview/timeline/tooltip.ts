import { element } from './elements';

/** What the pointer is on, in a small box beside it. Everything it says is said elsewhere, too, so a screen reader passes it over. */
export class Tooltip {
  readonly element = element('div', { class: 'tooltip', attributes: { 'aria-hidden': 'true' } });

  constructor() {
    this.hide();
  }

  show(parts: readonly Node[], x: number, y: number): void {
    this.element.replaceChildren(...parts);
    this.element.hidden = false;
    const { offsetWidth: width, offsetHeight: height } = this.element;
    const left = x + 16 + width > document.documentElement.clientWidth ? x - 16 - width : x + 16;
    this.element.style.left = `${Math.max(4, left)}px`;
    this.element.style.top = `${Math.max(4, Math.min(y + 16, document.documentElement.clientHeight - height - 4))}px`;
  }

  hide(): void {
    this.element.hidden = true;
  }
}
