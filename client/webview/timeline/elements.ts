/** What an element is made with. Texts become text, never HTML: values of logs are among them. */
export interface Made {
  readonly class?: string;
  readonly text?: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly click?: () => void;
}

/** Makes an element. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  { class: name, text, attributes = {}, click }: Made = {},
  ...children: readonly Node[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  if (name !== undefined) made.className = name;
  if (text !== undefined) made.textContent = text;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  if (click !== undefined) made.addEventListener('click', click);
  made.append(...children);
  return made;
}

/** A button that says what it does. @param name for a screen reader, where more is to be said than is shown */
export function button(text: string, click: () => void, name?: string, kind = ''): HTMLButtonElement {
  const attributes = { type: 'button', ...(name !== undefined && { 'aria-label': name, title: name }) };
  return element('button', { text, attributes, click, class: kind });
}

/** Text that a screen reader reads and nobody sees. */
export function unseen(text: string): HTMLElement {
  return element('span', { class: 'unseen', text });
}

/** A number that is seen; a screen reader is told it in words. */
export function figure(text: string, kind = ''): HTMLElement {
  return element('span', { class: `count ${kind}`.trim(), text, attributes: { 'aria-hidden': 'true' } });
}
