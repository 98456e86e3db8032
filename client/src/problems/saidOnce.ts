import {
  type Diagnostic,
  type DiagnosticChangeEvent,
  type DiagnosticCollection,
  type Disposable,
  languages,
  type Uri,
} from 'vscode';

/** The names under which VS Code's own JSON support speaks: the language of the document. */
const jsonSources: ReadonlySet<string | undefined> = new Set(['json', 'jsonc']);

/**
 * A diagnostic collection that leaves out what VS Code's own JSON support already says at the same place.
 *
 * The language client fills it and never learns what was left out, so nothing has to be asked again when the JSON support,
 * which runs on its own clock, speaks later or falls silent. The repairs stay: they are offered by place, not by problem.
 */
export class SaidOnce implements DiagnosticCollection {
  readonly #shown: DiagnosticCollection;
  readonly #ours = new Map<string, { readonly uri: Uri; readonly diagnostics: readonly Diagnostic[] }>();
  readonly #subscription: Disposable;

  constructor(name: string | undefined) {
    this.#shown = languages.createDiagnosticCollection(name);
    this.#subscription = languages.onDidChangeDiagnostics((event) => this.#lookAgain(event));
  }

  get name(): string {
    return this.#shown.name;
  }

  set(uri: Uri, diagnostics: readonly Diagnostic[] | undefined): void;
  set(entries: readonly [Uri, readonly Diagnostic[] | undefined][]): void;
  set(
    target: Uri | readonly [Uri, readonly Diagnostic[] | undefined][],
    diagnostics?: readonly Diagnostic[] | undefined,
  ): void {
    // One uri at a time: VS Code drops files of a batch once it holds some thousand markers.
    for (const [uri, given] of 'scheme' in target ? [[target, diagnostics] as const] : target) {
      if (given === undefined) {
        this.delete(uri);
      } else {
        this.#ours.set(uri.toString(), { uri, diagnostics: given });
        this.#show(uri, given);
      }
    }
  }

  delete(uri: Uri): void {
    this.#ours.delete(uri.toString());
    this.#shown.delete(uri);
  }

  clear(): void {
    this.#ours.clear();
    this.#shown.clear();
  }

  forEach(callback: (uri: Uri, diagnostics: readonly Diagnostic[], collection: DiagnosticCollection) => unknown): void {
    for (const { uri, diagnostics } of this.#ours.values()) {
      callback(uri, diagnostics, this);
    }
  }

  get(uri: Uri): readonly Diagnostic[] | undefined {
    return this.#ours.get(uri.toString())?.diagnostics;
  }

  has(uri: Uri): boolean {
    return this.#ours.has(uri.toString());
  }

  *[Symbol.iterator](): IterableIterator<[uri: Uri, diagnostics: readonly Diagnostic[]]> {
    for (const { uri, diagnostics } of this.#ours.values()) {
      yield [uri, diagnostics];
    }
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#ours.clear();
    this.#shown.dispose();
  }

  #lookAgain({ uris }: DiagnosticChangeEvent): void {
    for (const uri of uris) {
      const ours = this.#ours.get(uri.toString());
      if (ours !== undefined && ours.diagnostics.length > 0) {
        this.#show(uri, ours.diagnostics);
      }
    }
  }

  /** Setting fires the very event that leads here, so equal contents must not be set again. */
  #show(uri: Uri, ours: readonly Diagnostic[]): void {
    const taken = placesOfJsonProblems(uri);
    const wanted = ours.filter(({ range }) => !taken.has(placeOf(range.start.line, range.start.character)));
    const shown = this.#shown.get(uri);
    const same = shown?.length === wanted.length && wanted.every((diagnostic, at) => diagnostic === shown[at]);
    if (!same) {
      this.#shown.set(uri, wanted);
    }
  }
}

/** Where VS Code's JSON support finds the text itself at fault: the starts. What it says of schemas is another matter. */
function placesOfJsonProblems(uri: Uri): ReadonlySet<string> {
  const found = languages.getDiagnostics(uri).filter(({ source, code }) => jsonSources.has(source) && isOfText(code));
  return new Set(found.map(({ range }) => placeOf(range.start.line, range.start.character)));
}

/** Its codes from 0x100 on are of broken text (0x202: a missing comma, 0x208: a key that stands twice), from 0x300 on of schemas. */
function isOfText(code: Diagnostic['code']): boolean {
  return typeof code === 'number' && code >= 0x100 && code < 0x300;
}

function placeOf(line: number, character: number): string {
  return `${line}:${character}`;
}
