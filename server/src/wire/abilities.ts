import { type FoldingRangeClientCapabilities, type InitializeParams, SymbolKind } from 'vscode-languageserver';

/** What the client said it can do, as far as it makes a difference here. */
export interface ClientAbilities {
  readonly configuration: boolean;
  readonly registersConfiguration: boolean;
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly versionedEdits: boolean;
  readonly nestedSymbols: boolean;
  readonly refreshesHints: boolean;
  readonly refreshesLenses: boolean;
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
  const { workspace, textDocument } = params?.capabilities ?? {};
  return {
    configuration: workspace?.configuration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    refreshesHints: workspace?.inlayHint?.refreshSupport === true,
    refreshesLenses: workspace?.codeLens?.refreshSupport === true,
    nestedSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
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
