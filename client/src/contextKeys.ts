import { commands } from 'vscode';

/** One `when` key of package.json. Tells VS Code only of real changes: every call is a message to the window. */
export class ContextKey<V extends boolean> {
  readonly #name: string;
  #value: V | undefined;

  constructor(name: string) {
    this.#name = name;
  }

  set(value: V): void {
    if (value !== this.#value) {
      this.#value = value;
      void commands.executeCommand('setContext', this.#name, value);
    }
  }
}

/** Every key that menus and welcome views refer to. */
export class ContextKeys {
  readonly activeEditorIsLog = new ContextKey<boolean>('workmailTrail.activeEditorIsLog');
  readonly activeEditorIsView = new ContextKey<boolean>('workmailTrail.activeEditorIsView');
  readonly activeEditorIsExcerpt = new ContextKey<boolean>('workmailTrail.activeEditorIsExcerpt');
  readonly viewHasOriginal = new ContextKey<boolean>('workmailTrail.viewHasOriginal');
  readonly viewIsByTime = new ContextKey<boolean>('workmailTrail.viewIsByTime');
  readonly viewIsAsWritten = new ContextKey<boolean>('workmailTrail.viewIsAsWritten');
  readonly otherServicesShown = new ContextKey<boolean>('workmailTrail.otherServicesShown');
  readonly eventsAreNoted = new ContextKey<boolean>('workmailTrail.eventsAreNoted');
  readonly eventsAreFiltered = new ContextKey<boolean>('workmailTrail.eventsAreFiltered');
  /** Of menus and commands: undefined, and so not offered, before the extension has looked. */
  readonly logIsOpen = new ContextKey<boolean>('workmailTrail.logIsOpen');
  /** Of the welcome, which is not shown before the extension has looked. */
  readonly noLogIsOpen = new ContextKey<boolean>('workmailTrail.noLogIsOpen');
  readonly questionsAreAnswered = new ContextKey<boolean>('workmailTrail.questionsAreAnswered');
  /** No event of WorkMail is there. */
  readonly nothingToAsk = new ContextKey<boolean>('workmailTrail.nothingToAsk');
  readonly namesAreAdded = new ContextKey<boolean>('workmailTrail.namesAreAdded');
  readonly eventWasShown = new ContextKey<boolean>('workmailTrail.eventWasShown');
  readonly sampleIsMended = new ContextKey<boolean>('workmailTrail.sampleIsMended');
}
