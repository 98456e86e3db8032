import { Disposable, EventEmitter, type TreeDataProvider, type TreeItem, window, workspace } from 'vscode';
import type { FindingLink, InquiryAnswer, InquiryFinding } from '../../../server/src/wire/protocol';
import { isBrowserAlone } from '../browserAlone';
import type { CaseNotes } from '../cases/caseNotes';
import type { LogDocuments } from '../logs/logDocuments';
import type { Places } from '../places/places';
import { inquiryItem } from './inquiryItems';
import type { InquiriesModel } from './model';
import { findingId, type InquiryNode, linkId, type QuestionNode } from './nodes';

/** The view *Questions*: what is asked of every log, with the answers, what was found, and the events that carry it. */
export class InquiriesView implements TreeDataProvider<InquiryNode>, Disposable {
  readonly #model: InquiriesModel;
  readonly #logs: LogDocuments;
  readonly #places: Places;
  readonly #notes: CaseNotes;
  readonly #changed = new EventEmitter<undefined>();
  readonly #view = window.createTreeView<InquiryNode>('workmailTrail.questions', {
    treeDataProvider: this,
    showCollapseAll: true,
  });
  readonly #subscriptions: Disposable;
  /** Those that were settled when the questions were asked: what is settled since keeps its place under the mouse. */
  #settledBefore: ReadonlySet<string> = new Set();

  constructor(
    model: InquiriesModel,
    logs: LogDocuments,
    places: Places,
    notes: CaseNotes,
    onDidChangeLogs: (heard: () => void) => Disposable,
  ) {
    this.#model = model;
    this.#logs = logs;
    this.#places = places;
    this.#notes = notes;
    const look = (): void => this.#look();
    this.#subscriptions = Disposable.from(
      this.#view,
      this.#changed,
      model.onDidChange(() => this.#show(model.asked.state === 'answered' && !model.asked.isOld)),
      notes.onDidChange((how) => this.#show(how === 'found')),
      this.#view.onDidChangeVisibility(look),
      logs.onDidFind(look),
      logs.onDidClose(look),
      places.onDidChange(look),
      // What is being read is asked about at its end.
      onDidChangeLogs(() => places.isReading || model.growOld()),
    );
    look();
  }

  get onDidChangeTreeData() {
    return this.#changed.event;
  }

  getTreeItem(node: InquiryNode): TreeItem {
    return inquiryItem(node);
  }

  getChildren(node?: InquiryNode): InquiryNode[] {
    if (node === undefined) return this.#roots();
    if (node.kind === 'question') return [...written(node), ...below(node.answer)];
    if (node.kind === 'finding') return belowFinding(findingId(node.answer, node.at), node.finding);
    return node.kind === 'link' ? belowLink(linkId(node.parent, node.at), node.link) : [];
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  #roots(): InquiryNode[] {
    const { asked } = this.#model;
    const answers = 'answers' in asked ? asked.answers : [];
    const all = answers.map((answer): QuestionNode => ({ kind: 'question', answer, notes: this.#notes.on(answer.id) }));
    // What was settled makes room for what was not.
    const isLast = ({ answer }: QuestionNode): boolean => this.#settledBefore.has(answer.id);
    const questions = [...all.filter((node) => !isLast(node)), ...all.filter(isLast)];
    if (asked.state === 'large')
      return [{ kind: 'again', words: 'Ask the questions: with so many events it takes a while' }];
    const isOld = asked.state === 'answered' && asked.isOld;
    // Nobody wants to hear of each question that there is nothing: the view's welcome says what to do.
    if (this.#model.isEmpty && !isOld) return [];
    return [
      ...(isOld ? [{ kind: 'again', words: 'The logs have changed: ask again' } as const] : []),
      ...(this.#model.unnamed > 0 && canAddNames() ? [{ kind: 'unnamed', count: this.#model.unnamed } as const] : []),
      ...questions,
    ];
  }

  /** @param isAfresh whether what is settled may make room for what is not */
  #show(isAfresh: boolean): void {
    const { asked } = this.#model;
    const answers = 'answers' in asked ? asked.answers : [];
    if (isAfresh) {
      const settled = answers.filter(({ id }) => this.#notes.on(id).isSettled);
      this.#settledBefore = new Set(settled.map(({ id }) => id));
    }
    this.#tell();
    this.#changed.fire(undefined);
  }

  /** Asks where somebody can see the answers, once all places are read. */
  #look(): void {
    const [logs, places] = [this.#logs.all(), this.#places.all()];
    if (logs.length === 0 && places.length === 0) {
      this.#model.forget();
      return;
    }
    if (!this.#view.visible || this.#places.isReading) return;
    const named = places.map(({ uri, days }) => `${uri} ${days.since ?? ''} ${days.until ?? ''}`);
    this.#model.look([...logs.map(({ uri }) => uri.toString()), ...named, this.#places.timesRead].join('\n'));
  }

  #tell(): void {
    const { asked } = this.#model;
    this.#view.message = asked.state === 'asking' ? 'Asking…' : '';
    const answers = 'answers' in asked ? asked.answers : [];
    const found = answers.filter(({ status }) => status === 'answered').length;
    const settled = answers.filter(({ id }) => this.#notes.on(id).isSettled).length;
    const words = [settled === 0 ? '' : `${settled} settled`, found === 0 ? '' : `${found} answered`];
    this.#view.description = words.filter((part) => part !== '').join(', ');
  }
}

/** As menus have it: where no folder lies on a disk, there are no lists to take names from. */
function canAddNames(): boolean {
  if (isBrowserAlone()) return false;
  const folders = workspace.workspaceFolders ?? [];
  return folders.length === 0 || folders.some(({ uri }) => uri.scheme === 'file' || uri.scheme === 'vscode-remote');
}

function written({ answer, notes: { conclusion, notes } }: QuestionNode): InquiryNode[] {
  const concluded: InquiryNode[] = conclusion === '' ? [] : [{ kind: 'conclusion', answer, text: conclusion }];
  return [...concluded, ...notes.map(({ id, text }): InquiryNode => ({ kind: 'note', answer, id, text }))];
}

function below(answer: InquiryAnswer): InquiryNode[] {
  const findings = answer.findings.map((finding, at): InquiryNode => ({ kind: 'finding', answer, finding, at }));
  const more: InquiryNode[] = answer.total > answer.findings.length ? [{ kind: 'moreFindings', answer }] : [];
  const missing = [...answer.notCovered, ...answer.missing.map(({ what, log }) => `${what} ${log}`)];
  return [...findings, ...more, ...missing.map((words, at): InquiryNode => ({ kind: 'missing', answer, at, words }))];
}

function belowFinding(parent: string, finding: InquiryFinding): InquiryNode[] {
  const links = finding.links?.map((link, at): InquiryNode => ({ kind: 'link', parent, link, at }));
  return links ?? eventsOf(parent, finding);
}

function belowLink(parent: string, link: FindingLink): InquiryNode[] {
  const { missing } = link;
  return [
    ...eventsOf(parent, link),
    ...(missing === undefined ? [] : [{ kind: 'lookFor', parent, words: missing } as const]),
  ];
}

function eventsOf(parent: string, { events, count }: Pick<FindingLink, 'events' | 'count'>): InquiryNode[] {
  const rows = events.map((item): InquiryNode => ({ kind: 'event', parent, item }));
  return count > events.length ? [...rows, { kind: 'moreEvents', parent, count: count - events.length }] : rows;
}
