import type { TextEdit } from '../../../record';
import type { Undoing } from '../layer';
import { type Line, linesOf } from '../lines';
import { keyEnd, scalarEdits } from './yamlScalars';

/**
 * YAML as tools write it (the AWS CLI, yq, Ansible), made JSON by putting in what it leaves out: brackets, commas and quotes.
 * Block collections and all scalars are read; anchors, tags and collections in flow style over several lines are not.
 */
export function fromYaml(): Undoing {
  return { edits: (text) => new Yaml(text).edits() };
}

interface Level {
  readonly kind: 'map' | 'list';
  readonly column: number;
}

class Yaml {
  private readonly found: TextEdit[] = [];
  private readonly levels: Level[] = [];
  /** Behind the latest content: where closing brackets go. */
  private end = 0;
  /** A key or a dash has been read and its value not yet. */
  private waits = false;
  private pastLine = 0;

  constructor(private readonly text: string) {}

  edits(): readonly TextEdit[] {
    for (const line of linesOf(this.text)) if (line.start >= this.pastLine) this.line(line);
    this.closeTo(-1, false);
    return this.found;
  }

  private line({ start, end }: Line): void {
    const { text } = this;
    let at = start;
    while (at < end && text[at] === ' ') at++;
    if (at === end) return;
    if (text[at] === '#' || /^(?:---|\.\.\.|%YAML.*)\s*$/.test(text.slice(start, Math.min(end, start + 40)))) {
      if (text[at] !== '#') this.closeTo(-1, false);
      this.edit(start, end, '');
      return;
    }
    while (text[at] === '-' && (text[at + 1] === ' ' || at + 1 === end)) {
      const column = at - start;
      this.closeTo(column, false);
      const isNext = this.top()?.kind === 'list' && this.top()?.column === column;
      let content = at + 1;
      while (content < end && text[content] === ' ') content++;
      if (isNext) this.settle();
      this.edit(at, content, isNext ? ',' : '[');
      if (!isNext) this.levels.push({ kind: 'list', column });
      this.waits = true;
      at = content;
      this.end = at;
    }
    if (at < end) this.content(at, at - start, end);
  }

  private content(at: number, column: number, lineEnd: number): void {
    const { text } = this;
    const key = keyEnd(text, at, lineEnd);
    if (key < 0) {
      this.value(at, column, lineEnd);
      return;
    }
    this.closeTo(column, true);
    const isNext = this.top()?.kind === 'map' && this.top()?.column === column;
    if (isNext) this.settle();
    this.edit(at, at, isNext ? ',' : '{');
    if (!isNext) this.levels.push({ kind: 'map', column });
    const isQuoted = text[at] === '"';
    if (!isQuoted) this.edit(at, at + (text[at] === "'" ? 1 : 0), '"');
    if (!isQuoted) this.edit(text[key - 1] === "'" ? key - 1 : key, key, '"');
    this.waits = true;
    this.end = key + 1;
    let value = key + 1;
    while (value < lineEnd && text[value] === ' ') value++;
    if (value < lineEnd && text[value] !== '#') this.value(value, column, lineEnd);
  }

  /** @param column of the key or the dash that the value belongs to, which what continues it stands behind */
  private value(at: number, column: number, lineEnd: number): void {
    const { end, next } = scalarEdits(this.text, at, lineEnd, column, this.found);
    this.end = end;
    this.pastLine = next;
    this.waits = false;
  }

  /** A key without a value means null. */
  private settle(): void {
    if (this.waits) this.edit(this.end, this.end, ' null');
    this.waits = false;
  }

  /** Closes what stands further to the right; a list also where a key stands in its column. */
  private closeTo(column: number, isKey: boolean): void {
    for (let top = this.top(); top !== undefined; top = this.top()) {
      const isOver = top.column > column || (isKey && top.kind === 'list' && top.column === column);
      if (!isOver) return;
      this.settle();
      this.edit(this.end, this.end, top.kind === 'map' ? '}' : ']');
      this.levels.pop();
    }
  }

  private top(): Level | undefined {
    return this.levels.at(-1);
  }

  private edit(start: number, end: number, text: string): void {
    this.found.push({ start, end, text });
  }
}
