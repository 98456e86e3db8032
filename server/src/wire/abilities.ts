import {
  type FoldingRangeClientCapabilities,
  type InitializeParams,
  MarkupKind,
  SymbolKind,
} from 'vscode-languageserver';
import { type PositionEncoding, positionEncodings } from './positionEncoding';
import type { Announced } from './protocol';

/** What the client said it can do, as far as it makes a difference here. */
export interface ClientAbilities {
  readonly configuration: boolean;
  readonly registersConfiguration: boolean;
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  /** Problems that are sent may name the version of the text they are of. */
  readonly versionedDiagnostics: boolean;
  /** A problem may name the page that explains its rule. */
  readonly ruleLinks: boolean;
  readonly versionedEdits: boolean;
  /** Takes an edit that no answer holds: `workspace/applyEdit`. */
  readonly appliesEdits: boolean;
  /** Takes code actions with their edits; others take commands and nothing else. */
  readonly actionLiterals: boolean;
  readonly preferredActions: boolean;
  /** Renders Markdown in hovers, and would rather have it than plain text. */
  readonly markdownHover: boolean;
  readonly nestedSymbols: boolean;
  readonly refreshesHints: boolean;
  readonly refreshesLenses: boolean;
  /** Knows symbols of the kind `Event`; the first clients did not. */
  readonly eventSymbols: boolean;
  /** Shows what a tree of symbols is called. */
  readonly labelledSymbols: boolean;
  /** What positions are counted in; undefined where the client has no wish, which means UTF-16. */
  readonly positionEncoding: PositionEncoding | undefined;
  /** What it says of itself beyond LSP. */
  readonly announced: Required<Announced>;
  readonly folding: FoldingAbilities;
  readonly workspaceSymbols: WorkspaceSymbolAbilities;
  readonly completion: CompletionAbilities;
}

/** How a client folds. */
export interface FoldingAbilities {
  /** From line to line only, not within them. */
  readonly wholeLines: boolean;
  /** How many ranges it wants at most; undefined where it does not say. */
  readonly most: number | undefined;
  /** Whether it shows a text in the place of what is folded. */
  readonly showsText: boolean;
}

/** What a client makes of symbols of the workspace. */
export interface WorkspaceSymbolAbilities {
  /** Where one lies may be told when it is chosen. */
  readonly areResolved: boolean;
  /** It knows the kind `Event`; the first clients did not. */
  readonly knowEvents: boolean;
}

/** What a client makes of completions. */
export interface CompletionAbilities {
  readonly snippets: boolean;
  /** Whether documentation may be Markdown. */
  readonly markdown: boolean;
}

/** A client that says nothing can do nothing. Clients send all kinds of things, so nothing is taken for granted. */
export function abilitiesOf(params: Partial<InitializeParams> | null | undefined): ClientAbilities {
  const { workspace, textDocument, general } = params?.capabilities ?? {};
  const { codeAction, documentSymbol, publishDiagnostics } = textDocument ?? {};
  const explained = [publishDiagnostics, pullOf(textDocument?.diagnostic)];
  return {
    configuration: workspace?.configuration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    pullsDiagnostics: isObject(textDocument?.diagnostic),
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    versionedDiagnostics: publishDiagnostics?.versionSupport === true,
    ruleLinks: explained.some((each) => each?.codeDescriptionSupport === true),
    versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    refreshesHints: workspace?.inlayHint?.refreshSupport === true,
    refreshesLenses: workspace?.codeLens?.refreshSupport === true,
    appliesEdits: workspace?.applyEdit === true,
    actionLiterals: isObject(codeAction?.codeActionLiteralSupport),
    preferredActions: codeAction?.isPreferredSupport === true,
    markdownHover: firstKnown(textDocument?.hover?.contentFormat, formats) === MarkupKind.Markdown,
    nestedSymbols: documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    eventSymbols: listOf(documentSymbol?.symbolKind?.valueSet).includes(SymbolKind.Event),
    labelledSymbols: documentSymbol?.labelSupport === true,
    positionEncoding: encodingFor(general?.positionEncodings),
    announced: announcedIn(params?.initializationOptions),
    folding: foldingOf(textDocument?.foldingRange),
    workspaceSymbols: {
      areResolved: isListWith(workspace?.symbol?.resolveSupport?.properties, 'location.range'),
      knowEvents: isListWith(workspace?.symbol?.symbolKind?.valueSet, SymbolKind.Event),
    },
    completion: {
      snippets: textDocument?.completion?.completionItem?.snippetSupport === true,
      markdown: isListWith(textDocument?.completion?.completionItem?.documentationFormat, 'markdown'),
    },
  };
}

const formats: readonly unknown[] = [MarkupKind.Markdown, MarkupKind.PlainText];

/**
 * UTF-16 wherever the client takes it, since that is what texts are counted in here; else what it would like best of what we
 * know. Every client takes UTF-16, says the protocol, so that is the answer too where it names nothing we know.
 *
 * But UTF-32 where that comes first: lsp-mode 8.0.1 to 9.0 offers both, and counts in UTF-32 whatever is answered.
 */
function encodingFor(offered: unknown): PositionEncoding | undefined {
  const known = listOf(offered).flatMap((name) => positionEncodings.find((each) => each === name) ?? []);
  if (known[0] === 'utf-32') return 'utf-32';
  if (known.includes('utf-16')) return 'utf-16';
  return known[0] ?? (Array.isArray(offered) ? 'utf-16' : undefined);
}

/** What the client says of itself beside its settings; nothing, where it is another client than ours. */
function announcedIn(options: unknown): Required<Announced> {
  const said: Readonly<Record<string, unknown>> =
    isObject(options) && isObject(options.announces) ? options.announces : {};
  return {
    logsChanged: said.logsChanged === true,
    repairCopy: said.repairCopy === true,
    alwaysPulls: said.alwaysPulls === true,
    showAll: said.showAll === true,
    views: said.views === true,
  };
}

/** LSP 3.18 says of pulled problems what 3.17 says of those that are sent. */
function pullOf(capability: unknown): { readonly codeDescriptionSupport?: unknown } | undefined {
  return isObject(capability) ? capability : undefined;
}

function firstKnown(offered: unknown, known: readonly unknown[]): unknown {
  return listOf(offered).find((each) => known.includes(each));
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function foldingOf(asked: FoldingRangeClientCapabilities | undefined): FoldingAbilities {
  const limit: unknown = asked?.rangeLimit;
  return {
    wholeLines: asked?.lineFoldingOnly === true,
    most: typeof limit === 'number' && limit >= 0 ? limit : undefined,
    showsText: asked?.foldingRange?.collapsedText === true,
  };
}

function isListWith(list: unknown, entry: unknown): boolean {
  return Array.isArray(list) && list.includes(entry);
}
