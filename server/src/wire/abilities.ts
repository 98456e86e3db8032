import type { InitializeParams } from 'vscode-languageserver';

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
  };
}
