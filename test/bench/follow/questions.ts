import {
  CompletionRequest,
  DefinitionRequest,
  ReferencesRequest,
  WorkspaceSymbolRequest,
} from 'vscode-languageserver-protocol/node';
import type { GroupField } from '../../../server/src/core';
import { EventGroupsRequest, QuestionRequest } from '../../../server/src/wire/protocol';
import type { ProtocolClient } from '../../support/protocolClient';
import type { AskedName, NameKind, OpenLog } from './material';

/** What somebody asks of a store, once. @returns how much was found, to be told and compared */
export type Ask = (client: ProtocolClient, uri: string) => Promise<number>;

/** As the tree asks. */
const PAGE = 1000;
const FIELD_OF: Readonly<Record<NameKind, string>> = {
  key: 'key',
  address: 'address',
  identity: 'arn',
  thing: 'names',
};
const FIELDS: readonly GroupField[] = [
  'actor',
  'address',
  'day',
  'key',
  'organization',
  'outcome',
  'session',
  'target',
  'weight',
  'file',
  'action',
];
/** Fields of questions in the order in which they are completed; then what is typed of a value. */
const COMPLETED = ['key', 'address', 'actor', 'arn', 'action', 'service', 'agent', 'session', 'id', 'issuer', 'error'];

/** Kinds of questions: for each as many different ones as are wanted, no one twice. */
export const questions = {
  hover: ({ names }: OpenLog) =>
    names.map(
      (name): Ask =>
        async (client, uri) =>
          /\d+ event|only event/.test(JSON.stringify(await client.hover(uri, position(name)))) ? 1 : 0,
    ),
  definition: ({ names }) =>
    names.map(
      (name): Ask =>
        async ({ connection }, uri) =>
          countOf(await connection.sendRequest(DefinitionRequest.type, at(uri, name))),
    ),
  references: ({ names }) =>
    names.map(
      (name): Ask =>
        async ({ connection }, uri) =>
          countOf(
            await connection.sendRequest(ReferencesRequest.type, {
              ...at(uri, name),
              context: { includeDeclaration: true },
            }),
          ),
    ),
  symbols: ({ names }) =>
    names.map(
      ({ text }): Ask =>
        async ({ connection }) =>
          countOf(await connection.sendRequest(WorkspaceSymbolRequest.type, { query: text.slice(0, 12) })),
    ),
  filter: ({ names }) =>
    names.map(
      ({ kind, text }): Ask =>
        async (client) =>
          (await groups(client, { where: `${FIELD_OF[kind]}:"${text}"` })).answered?.events ?? 0,
    ),
  regroup: () =>
    // One level first; then two, with the one that is asked least on the outside.
    [...FIELDS.map((one) => [one]), ...FIELDS.flatMap((one) => FIELDS.flatMap((other) => pair(other, one)))].map(
      (by): Ask =>
        async (client) =>
          (await groups(client, { by })).total,
    ),
  completion: ({ names }) => [
    ...COMPLETED.map((field): Ask => completed(`${field}:`)),
    ...names.flatMap(({ kind, text }) =>
      [1, 2, 4, 8].map((typed) => completed(`${FIELD_OF[kind]}:${text.slice(0, typed)}`)),
    ),
  ],
  inDocument: ({ names }) =>
    names.map(
      (name): Ask =>
        async ({ connection }, uri) =>
          countOf(await connection.sendRequest(CompletionRequest.type, at(uri, name))),
    ),
} as const satisfies Record<string, (log: OpenLog) => readonly Ask[]>;

export type QuestionKind = keyof typeof questions;

function groups({ connection }: ProtocolClient, asked: { where?: string; by?: readonly GroupField[] }) {
  return connection.sendRequest(EventGroupsRequest, { services: 'all', limit: PAGE, ...asked });
}

function pair(outer: GroupField, inner: GroupField): readonly GroupField[][] {
  return outer === inner ? [] : [[outer, inner]];
}

function completed(text: string): Ask {
  return async ({ connection }) =>
    (await connection.sendRequest(QuestionRequest, { text, offset: text.length })).completions.items.length;
}

function position({ at }: AskedName): { line: number; character: number } {
  return { line: 0, character: at };
}

function at(uri: string, name: AskedName) {
  return { textDocument: { uri }, position: position(name) };
}

/** Of a list, or of one alone. */
function countOf(found: unknown): number {
  if (found === null || found === undefined) return 0;
  if (Array.isArray(found)) return found.length;
  const { items }: { items?: unknown } = Object(found);
  return Array.isArray(items) ? items.length : 1;
}
