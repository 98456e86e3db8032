import { commands, Disposable, type ExtensionContext, type WebviewPanel, window } from 'vscode';
import {
  BrushedQuestionRequest,
  TimelineEventRequest,
  TimelineHoursRequest,
  TimelineLanesRequest,
  TimelineRequest,
  TimelineValuesRequest,
} from '../../../server/src/wire/protocol';
import type { FromPage, Stretch, ToPage } from '../../webview/timeline/messages';
import { showTrail } from '../follow/showAll';
import { showFiltered } from '../questions/filterEvents';
import { showOtherServicesFor } from '../questions/likeEvent';
import { timelinePage } from './page';
import type { TimelineParts } from './parts';
import { chooseZone, rememberedZone } from './zones';

type Question = Extract<FromPage, { kind: 'ask' }>;

/** The extension's side of the timeline: it asks the server for the page, and what is brushed there is the filter of the tree. */
export class TimelinePanel implements Disposable {
  readonly #context: ExtensionContext;
  readonly #parts: TimelineParts;
  readonly #panel: WebviewPanel;
  readonly #subscriptions: Disposable;
  /** Brushing tells every step of it: those that come while one is asked for are passed over but for the last. */
  #brushing = false;
  #nextBrush: Stretch | null | undefined;

  constructor(context: ExtensionContext, parts: TimelineParts, panel: WebviewPanel) {
    this.#context = context;
    this.#parts = parts;
    this.#panel = panel;
    const { webview } = panel;
    this.#subscriptions = Disposable.from(
      webview.onDidReceiveMessage((message: FromPage) => this.#hear(message)),
      parts.model.onDidChange(() => this.#tellChanged()),
    );
    webview.html = timelinePage(webview, context.extensionUri);
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  get #where(): string {
    return this.#parts.model.where ?? '';
  }

  #tell(message: ToPage): void {
    void this.#panel.webview.postMessage(message);
  }

  #tellChanged(): void {
    this.#tell({ kind: 'changed', where: this.#where, zone: rememberedZone(this.#context.workspaceState) });
  }

  async #hear(message: FromPage): Promise<void> {
    switch (message.kind) {
      case 'ready':
        return this.#tellChanged();
      case 'ask':
        return this.#answer(message);
      case 'brush':
        return this.#brush(message.brush);
      case 'filter':
        return this.#filter(message.question, message.isLeftOut);
      case 'clearFilter':
        return showFiltered(this.#parts.model, this.#context.workspaceState, '');
      case 'goTo':
        return this.#goTo(message.question, message.within);
      case 'chooseZone':
        if (await chooseZone(this.#context.workspaceState)) this.#tellChanged();
        return;
      case 'list':
        return this.#list();
    }
  }

  async #answer(question: Question): Promise<void> {
    try {
      const answer = await this.#answerTo(question);
      this.#tell({ kind: 'answer', id: question.id, ...(answer !== undefined && { answer }) });
    } catch (error) {
      this.#tell({ kind: 'answer', id: question.id });
      this.#parts.server.fail('The timeline could not be counted.', error);
    }
  }

  #answerTo(question: Question) {
    const { server } = this.#parts;
    const where = this.#where === '' ? {} : { where: this.#where };
    const shared = { ...where, zone: rememberedZone(this.#context.workspaceState) };
    switch (question.what) {
      case 'timeline':
        return server.ask(TimelineRequest, { ...question.asked, ...shared });
      case 'lanes':
        return server.ask(TimelineLanesRequest, { ...question.asked, ...shared });
      case 'hours':
        return server.ask(TimelineHoursRequest, { ...question.asked, ...shared });
      case 'values':
        return server.ask(TimelineValuesRequest, { ...question.asked, ...where });
    }
  }

  async #brush(brush: Stretch | null): Promise<void> {
    this.#nextBrush = brush;
    if (this.#brushing) return;
    this.#brushing = true;
    const { server, model } = this.#parts;
    try {
      while (this.#nextBrush !== undefined) {
        const asked: Stretch | null = this.#nextBrush;
        this.#nextBrush = undefined;
        const question = await server.ask(BrushedQuestionRequest, { where: this.#where, brush: asked });
        if (question !== undefined) await showFiltered(model, this.#context.workspaceState, question);
      }
    } catch (error) {
      server.fail('The events could not be filtered.', error);
    } finally {
      this.#brushing = false;
    }
  }

  async #filter(question: string, isLeftOut: boolean): Promise<void> {
    const { model } = this.#parts;
    const narrowed = await model.narrowed(question, isLeftOut).catch(() => undefined);
    if (narrowed === undefined) return;
    await commands.executeCommand('workmailTrail.filterEvents', narrowed);
    await showOtherServicesFor(model);
  }

  /** What stands outside of the brush can be shown, too. */
  async #goTo(question: string, { from, to }: Stretch): Promise<void> {
    const { server, revealEvent } = this.#parts;
    try {
      const where = (await server.ask(BrushedQuestionRequest, { where: this.#where, brush: null })) ?? '';
      const questions = [where, question].filter((each) => each !== '');
      const found = await server.ask(TimelineEventRequest, { questions, from, to });
      if (found === undefined) return;
      if (found === null) await window.showInformationMessage('There is no such event any more.');
      else await revealEvent(found.event, 'follows');
    } catch (error) {
      server.fail('The event could not be found.', error);
    }
  }

  async #list(): Promise<void> {
    const { server, files } = this.#parts;
    const question = this.#where;
    const text = question === '' ? 'events' : question;
    await showTrail(server, files, { words: 'question', text, question }).catch((error: unknown) =>
      server.fail('The events could not be listed.', error),
    );
  }
}
