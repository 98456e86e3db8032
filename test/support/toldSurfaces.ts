import {
  CallHierarchyIncomingCallsRequest,
  CallHierarchyOutgoingCallsRequest,
  CallHierarchyPrepareRequest,
  type CodeLens,
  CodeLensRequest,
  CodeLensResolveRequest,
  CompletionRequest,
  type DocumentSymbol,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  InlayHintRequest,
  type Position,
  ReferencesRequest,
  type TextEdit,
  type WorkspaceEdit,
  WorkspaceSymbolRequest,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { filterWords } from '../../client/src/events/filterWords';
import { groupDescription, groupSentence } from '../../client/src/events/groupWords';
import { eventDescription, eventLabel, eventSentence, rowWords } from '../../client/src/events/words';
import {
  copiedText,
  findingWords,
  type InquiryWords,
  missingWords,
  questionWords,
  writtenWords,
} from '../../client/src/inquiries/inquiryWords';
import { formWords } from '../../client/src/logs/formWords';
import { likeWords } from '../../client/src/questions/likeWords';
import { questionRows } from '../../client/src/questions/questionRows';
import {
  CopyEventsRequest,
  cutLabel,
  EventDetailsRequest,
  EventGroupsRequest,
  EventPageRequest,
  ExportEventsRequest,
  groupFields,
  InquiriesRequest,
  LikeEventRequest,
  LogFormRequest,
  labelText,
  NameAtRequest,
  type NameHere,
  QuestionRequest,
  ReadViewRequest,
  RedactRequest,
  RepairRequest,
  ScanReportRequest,
  SummarizeRequest,
  TrailRequest,
  viewUri,
} from '../../server/src/wire/protocol';
import type { ProtocolClient } from './protocolClient';
import {
  csvRule,
  jsonRule,
  labelRule,
  markdownRule,
  messageRule,
  type SurfaceRule,
  saidRule,
  snippetRule,
  statusRule,
  titleRule,
  unseenRule,
} from './surfaceRules';

/** What some surface shows of a log. */
export interface Told {
  readonly surface: string;
  readonly rule: SurfaceRule;
  readonly text: string;
}

const WHOLE = { start: { line: 0, character: 0 }, end: { line: 100_000, character: 0 } };

/** What a log looks like on every surface there is. */
export class ToldSurfaces {
  readonly #client: ProtocolClient;
  readonly #uri: string;
  readonly #value: string;
  readonly #seen = new Set<string>();
  readonly told: Told[] = [];

  /** @param value stands where the log holds texts */
  constructor(client: ProtocolClient, uri: string, value: string) {
    this.#client = client;
    this.#uri = uri;
    this.#value = value;
  }

  async all(folder: string): Promise<readonly Told[]> {
    await this.#editor();
    await this.#places();
    await this.#tree();
    await this.#questions();
    await this.#copies();
    await this.#documents(folder);
    return this.told;
  }

  #add(surface: string, rule: SurfaceRule, ...texts: readonly (string | undefined)[]): void {
    for (const text of texts) {
      if (text === undefined || this.#seen.has(`${surface} ${text}`)) continue;
      this.#seen.add(`${surface} ${text}`);
      this.told.push({ surface, rule, text });
    }
  }

  /** What is drawn in and beside the text. */
  async #editor(): Promise<void> {
    const { connection } = this.#client;
    const textDocument = { uri: this.#uri };
    const text = this.#client.document(this.#uri).getText();
    for (const problem of await this.#client.diagnostics(this.#uri)) {
      if (this.#seen.has(`problem ${String(problem.message)}`)) continue;
      this.#add('problem', messageRule, String(problem.message));
      for (const { title, edit } of await this.#client.codeActions(this.#uri, problem.range, [problem])) {
        this.#add('code action', labelRule, title);
        const made = TextDocument.applyEdits(this.#client.document(this.#uri), editsIn(edit));
        if (made !== text) this.#add('text after a code action', jsonRule, made);
      }
    }
    for (const hint of (await connection.sendRequest(InlayHintRequest.type, { textDocument, range: WHOLE })) ?? [])
      this.#add('inlay hint', labelRule, String(hint.label));
    for (const lens of (await connection.sendRequest(CodeLensRequest.type, { textDocument })) ?? []) {
      const { command }: CodeLens = await connection.sendRequest(CodeLensResolveRequest.type, lens);
      this.#add('code lens', labelRule, command?.title);
    }
    const symbols = (await connection.sendRequest(DocumentSymbolRequest.type, { textDocument })) ?? [];
    for (const { name, detail } of symbols as DocumentSymbol[]) this.#add('document symbol', labelRule, name, detail);
    for (const query of ['', this.#value.slice(0, 20)]) {
      for (const { name, containerName } of (await connection.sendRequest(WorkspaceSymbolRequest.type, { query })) ??
        [])
        this.#add('workspace symbol', labelRule, name, containerName);
    }
    for (const { collapsedText } of (await connection.sendRequest(FoldingRangeRequest.type, { textDocument })) ?? [])
      this.#add('folding label', labelRule, collapsedText);
    const log = await connection.sendRequest(LogFormRequest, { uri: this.#uri });
    if (log !== null) {
      const { text, detail, notes, spoken } = formWords(log);
      this.#add('language status', statusRule, text, detail, notes);
      this.#add('language status, spoken', messageRule, spoken);
    }
  }

  /** What is said where somebody points: of each name once. */
  async #places(): Promise<void> {
    const { connection } = this.#client;
    const textDocument = { uri: this.#uri };
    const asked = new Set<string>();
    for (const position of this.#positions(/"(?:[^"\\]|\\.)*"/g)) {
      const { contents } = (await this.#client.hover(this.#uri, position)) ?? {};
      this.#add('hover', markdownRule, Object(contents).value);
      const name = await connection.sendRequest(NameAtRequest, { uri: this.#uri, position });
      if (name !== null && !asked.has(name.question)) await this.#name(name, position);
      asked.add(name?.question ?? '');
    }
    for (const position of this.#positions(/"(?:awsRegion|errorCode|type)": "/g).slice(0, 4)) {
      const completions = await connection.sendRequest(CompletionRequest.type, { textDocument, position });
      for (const item of Array.isArray(completions) ? completions : (completions?.items ?? [])) {
        this.#add('completion', labelRule, item.label, item.detail);
        this.#add('completion, inserted', snippetRule, item.textEdit?.newText);
      }
    }
    for (const position of this.#positions(/"eventName"/g)) {
      const items = (await connection.sendRequest(CallHierarchyPrepareRequest.type, { textDocument, position })) ?? [];
      for (const item of items) {
        const incoming = (await connection.sendRequest(CallHierarchyIncomingCallsRequest.type, { item })) ?? [];
        const outgoing = (await connection.sendRequest(CallHierarchyOutgoingCallsRequest.type, { item })) ?? [];
        for (const each of [item, ...incoming.map(({ from }) => from), ...outgoing.map(({ to }) => to)]) {
          this.#add('call hierarchy', labelRule, each.name, each.detail);
          if (each.uri !== this.#uri) this.#add('title of an event', titleRule, each.uri);
        }
      }
    }
  }

  async #name({ question, words, text }: NameHere, position: Position): Promise<void> {
    const { connection } = this.#client;
    this.#add('title of Show All of This', labelRule, cutLabel(`All of ${labelText(text)}`, 60));
    const trail = await connection.sendRequest(TrailRequest, { question, about: { words, text } });
    this.#add('Show All of This', markdownRule, trail.markdown);
    const context = { includeDeclaration: true };
    const asked = { textDocument: { uri: this.#uri }, position, context };
    for (const { uri } of (await connection.sendRequest(ReferencesRequest.type, asked)) ?? [])
      if (uri !== this.#uri) this.#add('title of an event', titleRule, uri);
  }

  async #tree(): Promise<void> {
    const { connection } = this.#client;
    for (const by of groupFields) {
      const asked = { services: 'all' as const, by: [by] };
      const top = await connection.sendRequest(EventGroupsRequest, { ...asked, where: '*' });
      for (const group of top.groups) {
        const { label, description } = rowWords(labelText(group.label), groupDescription(group));
        this.#add(`group by ${by}`, labelRule, label, description, groupSentence(group));
        this.#add('filter', messageRule, filterWords(group.question, 'all', top));
        const page = await connection.sendRequest(EventPageRequest, {
          ...asked,
          path: [group.key],
          offset: 0,
          limit: 50,
        });
        for (const item of page.events) {
          for (const said of [new Set([by]), new Set<never>()]) {
            const row = rowWords(eventLabel(item, said), eventDescription(item, said));
            this.#add('event', labelRule, row.label, row.description, eventSentence(item));
          }
        }
      }
    }
    for (const text of ['', 'actor:', 'target:', 'agent:', 'error:', this.#value, `key:${this.#value}`]) {
      const help = await connection.sendRequest(QuestionRequest, { text, offset: text.length });
      const rows = questionRows({ text, help, answered: undefined, last: [this.#value], isFiltered: false });
      for (const row of rows) {
        this.#add('question', labelRule, row.label);
        if (row.kind !== 'heading') this.#add('question', labelRule, row.description, row.detail);
      }
    }
  }

  /** What is asked of every log, with notes of somebody who has copied from it. */
  async #questions(): Promise<void> {
    const { answers } = await this.#client.connection.sendRequest(InquiriesRequest, {});
    const value = this.#value;
    const notes = { isSettled: true, conclusion: value, notes: [{ id: 'note', text: value }] };
    const add = (surface: string, { label, description, tooltip, spoken }: InquiryWords): void => {
      this.#add(surface, labelRule, label, description);
      this.#add(`${surface}, told`, messageRule, ...tooltip.split('\n'));
      this.#add(`${surface}, spoken`, saidRule, spoken);
    };
    for (const answer of answers) {
      for (const written of [notes, { isSettled: false, conclusion: '', notes: [] }]) {
        add('answer', questionWords(answer, written));
        const copied = copiedText({ kind: 'question', answer, notes: written }) ?? '';
        this.#add('copied answer', unseenRule, ...copied.split('\n'));
      }
      for (const finding of answer.findings) {
        add('finding', findingWords(finding));
        for (const item of finding.events)
          this.#add('event of a finding', labelRule, eventLabel(item, new Set(), true), eventSentence(item));
      }
      for (const words of answer.notCovered) add('what logs do not tell', missingWords(words));
    }
    for (const kind of ['conclusion', 'note'] as const) add(kind, writtenWords(kind, value));
  }

  async #copies(): Promise<void> {
    const { connection } = this.#client;
    const events = Array.from({ length: 11 }, (_, index) => ({ uri: this.#uri, index }));
    for (const some of [events, events.slice(3, 4)]) {
      const copied = async (as: 'csv' | 'markdown' | 'json'): Promise<string> =>
        (await connection.sendRequest(CopyEventsRequest, { events: some, as })).text;
      this.#add('copied as CSV', csvRule, await copied('csv'));
      this.#add('copied as JSON', jsonRule, await copied('json'));
      const exported = { events: some, format: 'csv', isFirst: true } as const;
      this.#add('exported as CSV', csvRule, (await connection.sendRequest(ExportEventsRequest, exported)).text);
      const rows = await copied('markdown');
      this.#add('copied as Markdown', markdownRule, rows);
      const width = rows.split('\n').map((row) => row.replaceAll(/\\\|/g, '').split('|').length);
      this.#add('columns copied as Markdown', (text) => void (text === '13' || fail(text)), ...width.map(String));
    }
    for (const event of events) {
      for (const like of (await connection.sendRequest(LikeEventRequest, event)) ?? []) {
        const { label, description } = likeWords(like);
        this.#add('events like this', labelRule, label, description);
      }
      const { markdown } = (await connection.sendRequest(EventDetailsRequest, event)) ?? {};
      this.#add('tooltip of an event', markdownRule, markdown);
    }
  }

  async #documents(folder: string): Promise<void> {
    const { connection } = this.#client;
    const uri = this.#uri;
    const report = await connection.sendRequest(SummarizeRequest, { uris: [uri], labels: [this.#value] });
    this.#add('report', markdownRule, report.markdown);
    this.#add(
      'scan report',
      markdownRule,
      (await connection.sendRequest(ScanReportRequest, { uri: folder }))?.markdown,
    );
    for (const view of [viewUri({ log: uri }), viewUri({ log: uri, order: 'time' })]) {
      const made = await connection.sendRequest(ReadViewRequest, { uri: view });
      this.#add('readable view', jsonRule, 'text' in made ? made.text : made.failure);
    }
    const repaired = await connection.sendRequest(RepairRequest, { uri });
    this.#add('repaired copy', jsonRule, repaired?.text);
    this.#add('what is left in a repaired copy', messageRule, ...(repaired?.left ?? []));
    const redacted = await connection.sendRequest(RedactRequest, { uri });
    if (redacted === null || 'refused' in redacted) this.#add('refusal to redact', messageRule, redacted?.refused);
    else {
      this.#add('redacted copy', jsonRule, redacted.text);
      this.#add('name of a redacted copy', labelRule, redacted.name);
      this.#add('key file', jsonRule, redacted.key);
    }
  }

  /** Behind the first sign of what fits, on the first of all lines that read the same. */
  #positions(what: RegExp): readonly Position[] {
    const document = this.#client.document(this.#uri);
    const lines = document.getText().split('\n');
    return lines.flatMap((text, line) => {
      if (lines.indexOf(text) < line) return [];
      return Array.from(text.matchAll(what), ({ index, 0: found }) => ({
        line,
        character: index + (found.endsWith(': "') ? found.length : 1),
      }));
    });
  }
}

function editsIn(edit: WorkspaceEdit | undefined): TextEdit[] {
  const changes = (edit?.documentChanges ?? []).flatMap((change) => ('edits' in change ? change.edits : []));
  return [...Object.values(edit?.changes ?? {}).flat(), ...changes.flatMap((each) => ('newText' in each ? each : []))];
}

function fail(text: string): never {
  throw new Error(`${text} parts of a row`);
}
