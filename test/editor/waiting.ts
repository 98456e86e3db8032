import { type Disposable, type Event, languages, type Uri, window } from 'vscode';

/**
 * Waits for something VS Code tells by events: looks now and at each event until the look finds something.
 *
 * @throws what the test runner throws when the time of the test is over
 */
export function until<T>(look: () => T | undefined, ...events: readonly Event<unknown>[]): Promise<T> {
  return new Promise((resolve, reject) => {
    const subscriptions: Disposable[] = [];
    const again = (): void => {
      try {
        const found = look();
        if (found !== undefined) {
          for (const subscription of subscriptions) {
            subscription.dispose();
          }
          resolve(found);
        }
      } catch (error) {
        reject(error);
      }
    };
    subscriptions.push(...events.map((event) => event(again)));
    again();
  });
}

/** All problems of a document, ours and VS Code's own, as `line:column-line:column source: message`, zero based. */
export function problemsOf(uri: Uri): readonly string[] {
  return languages.getDiagnostics(uri).map(({ range: { start, end }, source, message }) => {
    const place = `${start.line}:${start.character}-${end.line}:${end.character}`;
    return `${place} ${source ?? ''}: ${message}`;
  });
}

/** Waits until the problems of a document are as wanted; resolves to them. */
export function problemsThat(uri: Uri, wanted: (problems: readonly string[]) => boolean): Promise<readonly string[]> {
  return until(() => {
    const problems = problemsOf(uri);
    return wanted(problems) ? problems : undefined;
  }, languages.onDidChangeDiagnostics);
}

/** Waits until a tab is there that the condition accepts. */
export function tabThat(wanted: (label: string) => boolean): Promise<string> {
  return until(
    () => window.tabGroups.all.flatMap(({ tabs }) => tabs).find(({ label }) => wanted(label))?.label,
    window.tabGroups.onDidChangeTabs,
    window.tabGroups.onDidChangeTabGroups,
  );
}
