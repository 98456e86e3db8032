import assert from 'node:assert/strict';
import {
  CallHierarchyIncomingCallsRequest,
  type CallHierarchyItem,
  CallHierarchyOutgoingCallsRequest,
  CallHierarchyPrepareRequest,
  DefinitionRequest,
  DocumentHighlightRequest,
  type Location,
  type Position,
  ReferencesRequest,
} from 'vscode-languageserver-protocol/node';
import {
  EventGroupsRequest,
  NameAtRequest,
  ReadViewRequest,
  readViewUri,
  TrailRequest,
  viewUri,
} from '../../server/src/wire/protocol';
import {
  has,
  lastUntil,
  madeAs,
  namesTheSame,
  type PlainName,
  plainCredentials,
  plainMade,
  plainNameAt,
  plainTexts,
  type Test,
} from './naive/plainNames';
import { type Plain, type StoredRecord, textAt } from './naive/plainRecord';
import type { PlainSchemas } from './naive/plainSchemas';
import type { PlainStore } from './naive/plainStore';
import type { ProtocolClient } from './protocolClient';
import { SAME_ADDRESSES } from './randomEvents';
import { randomQuestion } from './randomQuestion';
import type { Leaf, RandomLog } from './randomStore';
import type { SeededNumbers } from './seededNumbers';

/** Where something is: a record, and characters of its log where that is open. */
type Told = readonly [uri: string, index: number, ...span: readonly (readonly [start: number, end: number])[]];

/** A value under the cursor, in its log or in a view of its record. */
interface There {
  readonly leaf: Leaf;
  readonly textDocument: { readonly uri: string };
  readonly position: Position;
}

/** Asks a server about names, and a plain store the same. */
export class FollowQuestions {
  readonly #client: ProtocolClient;
  readonly #schemas: PlainSchemas;
  readonly #store: PlainStore;
  readonly #open: readonly RandomLog[];
  readonly #logs: readonly RandomLog[];
  readonly #numbers: SeededNumbers;

  constructor(
    client: ProtocolClient,
    schemas: PlainSchemas,
    store: PlainStore,
    open: readonly RandomLog[],
    onDisk: readonly RandomLog[],
    numbers: SeededNumbers,
  ) {
    this.#client = client;
    this.#schemas = schemas;
    this.#store = store;
    this.#open = open;
    this.#logs = [...open, ...onDisk];
    this.#numbers = numbers;
  }

  /** One question, of any kind. @throws AssertionError where the server knows it otherwise */
  async one(): Promise<void> {
    const numbers = this.#numbers;
    const kind = numbers.between(0, 7);
    if (kind > 5) return this.#question();
    const isViewed = numbers.between(0, 15) === 0;
    const log = numbers.one(isViewed ? this.#logs : this.#open);
    const leaf = numbers.one(log.leaves);
    const place = isViewed ? await this.#viewOf(leaf, log) : { uri: log.uri, start: leaf.start, end: leaf.end };
    const position = this.#client.document(place.uri).positionAt(numbers.between(place.start, place.end - 1));
    const there: There = { leaf, textDocument: { uri: place.uri }, position };
    const asks = [this.#definition, this.#references, this.#highlight, this.#trail, this.#hover, this.#chain];
    await asks[kind]?.call(this, there);
    if (isViewed) await this.#client.close(place.uri);
  }

  /** Opens a view of the record alone, which may lie on disk: there the texts stand in the same order. */
  async #viewOf({ record, start }: Leaf, { leaves }: RandomLog): Promise<{ uri: string; start: number; end: number }> {
    const uri = viewUri({ log: record.uri, around: record.index, alone: true });
    const view = await this.#client.connection.sendRequest(ReadViewRequest, { uri });
    assert.ok('text' in view, uri);
    await this.#client.open(view.text, uri);
    const at = leaves.filter((leaf) => leaf.record === record && leaf.start < start).length;
    const strings = Array.from(view.text.matchAll(/"(?:[^"\\]|\\.)*"(\s*:)?/g));
    const values = strings.filter(([, colon]) => colon === undefined);
    const { index = 0, 0: text = '' } = values[at] ?? {};
    return { uri, start: index, end: index + text.length };
  }

  async #definition(there: There): Promise<void> {
    const { leaf, textDocument, position } = there;
    const name = this.#nameAt(leaf);
    const found = await this.#client.connection.sendRequest(DefinitionRequest.type, { textDocument, position });
    const expected = name && (this.#maker(name, this.#plain(leaf).time) ?? this.#same(name)[0]);
    const told = [found ?? []].flat().map((location) => this.#told(location as Location, textDocument.uri));
    const place = expected && name && this.#place(expected, plainTexts(this.#store, name), there);
    assert.deepEqual(told, place === undefined ? [] : [place], `definition of ${say(leaf)}`);
  }

  async #references(there: There): Promise<void> {
    const { leaf, textDocument, position } = there;
    const name = this.#nameAt(leaf);
    const asked = { textDocument, position, context: { includeDeclaration: true } };
    const found = await this.#client.connection.sendRequest(ReferencesRequest.type, asked);
    const texts = name === undefined ? [] : plainTexts(this.#store, name);
    const expected = name === undefined ? [] : this.#same(name).map((one) => this.#place(one, texts, there));
    assert.deepEqual(
      (found ?? []).map((location) => this.#told(location, textDocument.uri)),
      expected,
      `references to ${say(leaf)}`,
    );
  }

  async #highlight({ leaf, textDocument, position }: There): Promise<void> {
    const name = this.#nameAt(leaf);
    const found = await this.#client.connection.sendRequest(DocumentHighlightRequest.type, { textDocument, position });
    const { uri } = textDocument;
    const text = this.#client.document(uri).getText();
    const told = (found ?? []).map(({ range }) => [this.#offset(uri, range.start), this.#offset(uri, range.end)]);
    assert.deepEqual(told, name === undefined ? [] : spansOf(text, name.text), `highlights of ${say(leaf)}`);
  }

  async #trail({ leaf, textDocument, position }: There): Promise<void> {
    const name = this.#nameAt(leaf);
    const here = await this.#client.connection.sendRequest(NameAtRequest, { uri: textDocument.uri, position });
    const told = here === null ? undefined : { words: here.words, text: here.text };
    assert.deepEqual(told, name && { words: name.words, text: name.text }, `the name at ${say(leaf)}`);
    if (here !== null && name !== undefined) await this.#listed(here.question, this.#same(name), say(leaf));
  }

  async #hover({ leaf, textDocument, position }: There): Promise<void> {
    const name = this.#nameAt(leaf);
    const hover = await this.#client.hover(textDocument.uri, position);
    const { value } = Object(hover?.contents);
    const lines = String(value)
      .slice(String(value).lastIndexOf('\n\n') + 2)
      .split('  \n')
      .map((line) => line.replace(/ \[Show all\]\(command:[^()]*\)\.$/, ''));
    if (name === undefined) return;
    const same = this.#same(name);
    const here = this.#store.speaker(this.#plain(leaf));
    const maker = this.#maker(name, this.#plain(leaf).time);
    const made = maker === undefined || maker === here ? undefined : `**${textAt(maker.record.event, 'eventName')}**`;
    const madeLine = lines.find((line) => line.startsWith('Made or given out by'));
    assert.equal(/\*\*.*?\*\*/.exec(madeLine ?? '')?.[0], made, `the maker of ${say(leaf)}`);
    const isAlone = same.every((one) => one === here);
    if (isAlone && COMMON.includes(name.words)) return;
    const timed = same.filter(({ time }) => Number.isFinite(time));
    const [first, last] = [timed[0], timed.at(-1)].map((one) => one && minute(one.time));
    const period = first === last ? ` at ${first} UTC` : ` from ${first} UTC to ${last} UTC`;
    const when = first === undefined ? '' : period;
    const failed = same.filter(({ outcome }) => outcome === 'failed').length;
    const expected = isAlone
      ? 'No other event in these logs names it.'
      : `${same.length} event${same.length === 1 ? '' : 's'} in these logs${when}${failed === 0 ? '' : `, ${failed} failed`}.`;
    assert.ok(lines.includes(expected), `${expected} of ${say(leaf)}, not ${lines.join(' | ')}`);
  }

  async #chain({ leaf, textDocument, position }: There): Promise<void> {
    const { connection } = this.#client;
    const one = this.#plain(leaf);
    const [item] = (await connection.sendRequest(CallHierarchyPrepareRequest.type, { textDocument, position })) ?? [];
    assert.ok(item, `an item at ${say(leaf)}`);
    assert.deepEqual(placeOf(item), [one.record.uri, one.record.index]);
    const incoming = (await connection.sendRequest(CallHierarchyIncomingCallsRequest.type, { item })) ?? [];
    const signed = plainCredentials(one);
    const giver = signed && this.#maker(signed, one.time);
    assert.deepEqual(
      incoming.map(({ from }) => placeOf(from)),
      giver === undefined ? [] : [[giver.record.uri, giver.record.index]],
      `who gave out the credentials of ${say(leaf)}`,
    );
    const outgoing = (await connection.sendRequest(CallHierarchyOutgoingCallsRequest.type, { item })) ?? [];
    const made = plainMade(one).map((name) => namesTheSame(this.#store, name, SAME_ADDRESSES));
    const users = this.#those((other) => other !== this.#store.speaker(one) && made.some((test) => test(other)));
    assert.deepEqual(
      outgoing.map(({ to }) => placeOf(to)),
      users.map(({ record }) => [record.uri, record.index]),
      `who uses what was made by ${say(leaf)}`,
    );
  }

  async #question(): Promise<void> {
    const [text, test] = randomQuestion(this.#numbers, 2);
    const expected = this.#those(test);
    const { answered } = await this.#client.connection.sendRequest(EventGroupsRequest, {
      where: text,
      services: 'all',
    });
    assert.deepEqual(answered, { events: expected.length, of: this.#store.speaking.length, problems: [] }, text);
    await this.#listed(text, expected, text);
  }

  /** The list of *Show All of This*: its links lead to the events in their order. */
  async #listed(question: string, expected: readonly Plain[], why: string): Promise<void> {
    const { markdown, events, uris } = await this.#client.connection.sendRequest(TrailRequest, { question });
    assert.equal(events, expected.length, `how many: ${why}`);
    const told = Array.from(markdown.matchAll(/\]\(event\/(\d+)\/([^)]*)\.trail-event\)/g), ([, at, rest = '']) => {
      const uri = uris[Number(at)] ?? '';
      const [, below, index] = /^(?:(.*)\/)?@(\d+)$/.exec(rest) ?? [];
      if (index !== undefined) return [below === undefined ? uri : `${uri}/${below}`, Number(index)];
      const [line = 0, character = 0] = Array.from(rest.matchAll(/\d+/g), Number);
      const position = { line: line - 1, character: character - 1 };
      return [uri, this.#recordAt(uri, this.#offset(uri, position)).index];
    });
    assert.deepEqual(
      told,
      expected.map(({ record }) => [record.uri, record.index]),
      why,
    );
    const failed = expected.filter(({ outcome }) => outcome === 'failed').length;
    if (expected.length > 0) assert.match(markdown, new RegExp(`; ${failed} failed\\.`), why);
  }

  #nameAt(leaf: Leaf): PlainName | undefined {
    return plainNameAt(this.#schemas, this.#plain(leaf), leaf.path);
  }

  #plain({ record }: Pick<Leaf, 'record'>): Plain {
    const found = this.#store.all.find((one) => one.record === record);
    assert.ok(found);
    return found;
  }

  #those(test: Test): readonly Plain[] {
    return this.#store.speaking.filter(test);
  }

  #same(name: PlainName): readonly Plain[] {
    return this.#those(namesTheSame(this.#store, name, SAME_ADDRESSES));
  }

  #maker(name: PlainName, time: number): Plain | undefined {
    for (const text of madeAs(this.#store, name)) {
      const makers = this.#those((one) => has(one, 'made', text, SAME_ADDRESSES));
      if (makers.length > 0) return lastUntil(makers, time);
    }
    return undefined;
  }

  /**
   * Where an event is shown: at one of some texts, if its log is open and has one. Whoever asks in a view of the event stays there.
   */
  #place({ record }: Plain, texts: readonly string[], { leaf, textDocument: { uri: from } }: There): Told {
    const { uri, index } = record;
    if (!this.#open.some((log) => log.uri === uri)) return [uri, index];
    const isViewed = from !== leaf.record.uri && leaf.record === record;
    const shown = isViewed ? this.#client.document(from).getText() : record.text;
    const start = isViewed ? 0 : record.start;
    const top = isViewed ? shown.indexOf('{') : 0;
    const [span = [top, top]] = texts.flatMap((each) => spansOf(shown, each).slice(0, 1));
    return [isViewed ? from : uri, index, [start + span[0], start + span[1]]];
  }

  #told({ uri, range }: Location, from: string): Told {
    const view = readViewUri(uri);
    if (view !== undefined && uri !== from) return [view.log, view.around ?? -1];
    const span = [this.#offset(uri, range.start), this.#offset(uri, range.end)] as const;
    return [uri, view?.around ?? this.#recordAt(uri, span[0]).index, span];
  }

  #recordAt(uri: string, offset: number): StoredRecord {
    const records = this.#open.find((log) => log.uri === uri)?.records ?? [];
    const found = records.find(({ start, end }) => start <= offset && offset < end);
    assert.ok(found, `a record at ${offset} of ${uri}`);
    return found;
  }

  #offset(uri: string, position: Position): number {
    return this.#client.document(uri).offsetAt(position);
  }
}

/** What tells of nobody. */
const COMMON = ['service', 'Region', 'account', 'action', 'error'];

/** Where a text stands for itself, however JSON spells it. */
function spansOf(within: string, text: string): readonly (readonly [start: number, end: number])[] {
  const spelled = JSON.stringify(text)
    .slice(1, -1)
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const whole = new RegExp(`(?<![\\w-])${spelled}(?![\\w-])`, 'g');
  return Array.from(within.matchAll(whole), ({ index, 0: found }) => [index, index + found.length]);
}

const minute = (time: number): string => new Date(time).toISOString().slice(0, 16).replace('T', ' ');
const placeOf = ({ data }: CallHierarchyItem): readonly unknown[] => [Object(data).uri, Object(data).index];
const say = ({ path, text, record }: Leaf): string => `${path.join('.')} ${text} in ${record.uri} ${record.index}`;
