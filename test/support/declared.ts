import { Message } from 'vscode-languageserver-protocol/node';
import type { Traffic } from './traffic';

/**
 * What a server said that its client had not declared it understands, as sentences; empty where all is well. Knows those parts
 * of LSP 3.17 that a server may use only where a client declares them, and that nothing sent may hold half of a surrogate pair.
 */
export function undeclared(traffic: readonly Traffic[]): readonly string[] {
  const complaints: string[] = [];
  const client = new Client(traffic);
  for (const { from, message } of traffic) {
    if (from === 'client') continue;
    for (const text of textsIn(message)) {
      if (/\p{Surrogate}/u.test(text)) complaints.push(`Half of a surrogate pair in ${JSON.stringify(text)}.`);
    }
    if (Message.isRequest(message)) complaints.push(...requested(client, message.method, message.params));
    else if (Message.isNotification(message)) complaints.push(...notified(client, message.method, message.params));
    else if (Message.isResponse(message)) complaints.push(...answered(client, message.id, message.result));
  }
  return complaints;
}

/** What a client said of itself, and what it asked. */
class Client {
  readonly #capabilities: unknown;
  readonly #announces: unknown;
  readonly questions = new Map<unknown, { readonly method: string; readonly params?: unknown }>();
  readonly tokens = new Set<unknown>();
  /** Commands that the server said it has. */
  commands: readonly unknown[] = [];

  constructor(traffic: readonly Traffic[]) {
    for (const { from, message } of traffic) {
      if (from === 'server' || !Message.isRequest(message)) continue;
      this.questions.set(message.id, message);
      for (const name of ['workDoneToken', 'partialResultToken']) this.tokens.add(at(message.params, name));
    }
    const initialize = Array.from(this.questions.values()).find(({ method }) => method === 'initialize')?.params;
    this.#capabilities = at(initialize, 'capabilities');
    this.#announces = at(initialize, 'initializationOptions.announces');
  }

  /** Whether a capability is true, or an object. */
  has(path: string): boolean {
    const value = at(this.#capabilities, path);
    return value === true || (typeof value === 'object' && value !== null);
  }

  lists(path: string, value: unknown): boolean {
    return listOf(at(this.#capabilities, path)).includes(value);
  }

  announces(name: string): boolean {
    return at(this.#announces, name) === true;
  }
}

/** Capabilities that a request of the server needs; of what is not here, LSP knows nothing. */
const REQUESTS: ReadonlyMap<string, string> = new Map([
  ['workspace/configuration', 'workspace.configuration'],
  ['workspace/applyEdit', 'workspace.applyEdit'],
  ['workspace/workspaceFolders', 'workspace.workspaceFolders'],
  ['workspace/diagnostic/refresh', 'workspace.diagnostics.refreshSupport'],
  ['workspace/inlayHint/refresh', 'workspace.inlayHint.refreshSupport'],
  ['workspace/codeLens/refresh', 'workspace.codeLens.refreshSupport'],
  ['workspace/foldingRange/refresh', 'workspace.foldingRange.refreshSupport'],
  ['window/workDoneProgress/create', 'window.workDoneProgress'],
  ['window/showDocument', 'window.showDocument.support'],
  ['window/showMessageRequest', ''],
]);

function requested(client: Client, method: string, params: unknown): readonly string[] {
  if (method === 'client/registerCapability') {
    return listOf(at(params, 'registrations')).flatMap((registration) => {
      const registered = String(at(registration, 'method'));
      const capability = `${registered.replaceAll('/', '.')}.dynamicRegistration`;
      return client.has(capability) ? [] : [`${registered} was registered without ${capability}.`];
    });
  }
  const needed = REQUESTS.get(method);
  if (needed === undefined) return [`The request ${method} is none of LSP.`];
  const edit = method === 'workspace/applyEdit' ? edited(client, at(params, 'edit')) : [];
  return needed === '' || client.has(needed) ? edit : [`The request ${method} was sent without ${needed}.`, ...edit];
}

const NOTIFICATIONS = new Set(['window/logMessage', 'window/showMessage', 'telemetry/event', '$/cancelRequest']);

function notified(client: Client, method: string, params: unknown): readonly string[] {
  if (NOTIFICATIONS.has(method)) return [];
  switch (method) {
    case '$/progress':
      return client.tokens.has(at(params, 'token')) ? [] : ['Progress was told for a token of nobody.'];
    case 'workmailTrail/logsChanged':
      return client.announces('logsChanged') ? [] : [`${method} was sent to a client that did not announce it.`];
    case 'textDocument/publishDiagnostics': {
      const isVersioned = at(params, 'version') !== undefined;
      const version = isVersioned && !client.has('textDocument.publishDiagnostics.versionSupport');
      return [
        ...(version ? ['Problems were sent with a version, without versionSupport.'] : []),
        ...listOf(at(params, 'diagnostics')).flatMap((each) => diagnosed(client, each)),
      ];
    }
    default:
      return [`The notification ${method} is none of LSP.`];
  }
}

/** Optional members of a diagnostic, and what the client has to declare for them. */
const DIAGNOSTIC: readonly (readonly [member: string, capability: string])[] = [
  ['codeDescription', 'codeDescriptionSupport'],
  ['relatedInformation', 'relatedInformation'],
  ['data', 'dataSupport'],
  ['tags', 'tagSupport'],
];

function diagnosed(client: Client, diagnostic: unknown): readonly string[] {
  return DIAGNOSTIC.flatMap(([member, capability]) => {
    if (at(diagnostic, member) === undefined) return [];
    const isDeclared = ['publishDiagnostics', 'diagnostic'].some((way) =>
      client.has(`textDocument.${way}.${capability}`),
    );
    return isDeclared ? [] : [`A problem has ${member}, without ${capability}.`];
  });
}

function answered(client: Client, id: unknown, result: unknown): readonly string[] {
  const { method } = client.questions.get(id) ?? { method: undefined };
  switch (method) {
    case undefined:
      return id === null ? [] : ['An answer to no question.'];
    case 'initialize':
      return initialized(client, at(result, 'capabilities'));
    case 'textDocument/hover':
      return marked(client, at(result, 'contents'));
    case 'textDocument/diagnostic':
      return listOf(at(result, 'items')).flatMap((each) => diagnosed(client, each));
    case 'textDocument/codeAction':
      return listOf(result).flatMap((each) => offered(client, each));
    case 'textDocument/documentSymbol':
      return listOf(result).flatMap((each) => outlined(client, each));
    case 'textDocument/definition':
      return linked(client, result);
    default:
      return [];
  }
}

function initialized(client: Client, capabilities: unknown): readonly string[] {
  client.commands = listOf(at(capabilities, 'executeCommandProvider.commands'));
  const encoding = at(capabilities, 'positionEncoding');
  const isObject = (name: string): boolean => typeof at(capabilities, name) === 'object';
  return [
    ...(encoding === undefined || client.lists('general.positionEncodings', encoding) || encoding === 'utf-16'
      ? []
      : [`Positions in ${encoding}, which the client did not offer.`]),
    ...(isObject('diagnosticProvider') && !client.has('textDocument.diagnostic')
      ? ['A provider of problems for a client that can not ask for them.']
      : []),
    ...(isObject('codeActionProvider') && !client.has('textDocument.codeAction.codeActionLiteralSupport')
      ? ['Options of code actions for a client without literals of them.']
      : []),
    ...(isObject('documentSymbolProvider') && !client.has('textDocument.documentSymbol.labelSupport')
      ? ['A label for symbols, without labelSupport.']
      : []),
    ...(client.commands.length > 0 && !client.has('workspace.applyEdit')
      ? ['Commands that edit, for a client that takes no edits.']
      : []),
  ];
}

function marked(client: Client, contents: unknown): readonly string[] {
  const kind = at(contents, 'kind');
  if (contents === undefined || kind === 'plaintext') return [];
  const isTaken = kind === 'markdown' && client.lists('textDocument.hover.contentFormat', kind);
  return isTaken ? [] : [`A hover in ${kind}, without it in contentFormat.`];
}

function offered(client: Client, action: unknown): readonly string[] {
  const isLiteral = typeof at(action, 'command') !== 'string';
  const command = isLiteral ? at(action, 'command.command') : at(action, 'command');
  const edit = at(action, 'edit');
  const members = [
    ['isPreferred', 'isPreferredSupport'],
    ['data', 'dataSupport'],
    ['disabled', 'disabledSupport'],
  ] as const;
  return [
    ...(isLiteral && !client.has('textDocument.codeAction.codeActionLiteralSupport')
      ? ['A literal of a code action, without codeActionLiteralSupport.']
      : []),
    ...members.flatMap(([member, capability]) =>
      isLiteral && at(action, member) !== undefined && !client.has(`textDocument.codeAction.${capability}`)
        ? [`A code action has ${member}, without ${capability}.`]
        : [],
    ),
    ...(edit === undefined ? [] : edited(client, edit)),
    ...(command === undefined || isKnownCommand(client, command) ? [] : [`Nobody has the command ${command}.`]),
  ];
}

function isKnownCommand(client: Client, command: unknown): boolean {
  return (
    client.commands.includes(command) || (command === 'workmailTrail.repairCopy' && client.announces('repairCopy'))
  );
}

function edited(client: Client, edit: unknown): readonly string[] {
  return at(edit, 'documentChanges') === undefined || client.has('workspace.workspaceEdit.documentChanges')
    ? []
    : ['An edit with documentChanges, which the client does not take.'];
}

/** The kinds of symbols that the first version of the protocol had. */
const LAST_OLD_KIND = 18;

function outlined(client: Client, symbol: unknown): readonly string[] {
  const isNested = at(symbol, 'selectionRange') !== undefined;
  const kind = Number(at(symbol, 'kind'));
  const isKnown = kind <= LAST_OLD_KIND || client.lists('textDocument.documentSymbol.symbolKind.valueSet', kind);
  return [
    ...(isNested && !client.has('textDocument.documentSymbol.hierarchicalDocumentSymbolSupport')
      ? ['A nested symbol, without hierarchicalDocumentSymbolSupport.']
      : []),
    ...(isKnown ? [] : [`A symbol of the kind ${kind}, which is not in symbolKind.valueSet.`]),
  ];
}

function linked(client: Client, result: unknown): readonly string[] {
  const hasLinks = listOf(result).some((each) => at(each, 'targetUri') !== undefined);
  return hasLinks && !client.has('textDocument.definition.linkSupport') ? ['A link, without linkSupport.'] : [];
}

/** What stands on a way through objects, `a.b.c`. */
function at(value: unknown, way: string): unknown {
  let found = value;
  for (const name of way.split('.')) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, name)) return undefined;
    found = (found as Readonly<Record<string, unknown>>)[name];
  }
  return found;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** All texts of a message, names of members among them. */
function* textsIn(message: unknown): Generator<string> {
  const waiting = [message];
  for (let value = waiting.pop(); waiting.length > 0 || value !== undefined; value = waiting.pop()) {
    if (typeof value === 'string') yield value;
    if (typeof value !== 'object' || value === null) continue;
    for (const [name, member] of Object.entries(value)) waiting.push(name, member);
  }
}
