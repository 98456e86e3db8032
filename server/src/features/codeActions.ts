import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Command,
  type Diagnostic,
  type Disposable,
  type Range,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { Span } from '../core';
import { type Analysis, recordAt, recordIndexAt } from '../documents/analysis';
import { allFixes, type Fix, fixesAt, fixesOfRecord, mayBeOffered, touches } from '../documents/fixes';
import { editOf, isRange, rangeOf, spanOfRange } from '../documents/lsp';
import { redactionsAt } from '../documents/redactions';
import type { ClientAbilities } from '../wire/abilities';
import { readViewUri } from '../wire/viewUri';
import { applyEditCommand, makesEdits, repairLogCommand } from './applyRepairs';
import type { ServerContext } from './context';
import { asksForRedaction, REDACTION_KIND, RedactInPlace } from './redactInPlace';

/** The command of the client that makes a repaired copy of a log, whose uri it is given. */
const REPAIR_COPY = 'workmailTrail.repairCopy';
/** More repairs at once nobody reads; a repaired copy has them all. */
const MOST_FIXES = 20;

/**
 * Repairs of what stands in a range, whoever complained about it: VS Code's own JSON errors are answered as well. Secrets in
 * it can be redacted, which is no repair: it is offered by itself, and never done with others.
 */
export function register(context: ServerContext): Disposable {
  const { connection, documents, client } = context;
  const redactions = new RedactInPlace();
  return connection.onCodeAction(async (params, token) => {
    const asksForRepairs = isWanted(params);
    const asksToRedact = asksForRedaction(params);
    if ((!asksForRepairs && !asksToRedact) || !isRange(params.range)) return [];
    const analysis = await documents.asSeen(params.textDocument.uri, token);
    if (analysis === undefined || analysis.isVirtual) return [];
    const actions = [
      ...(asksForRepairs ? actionsFor(context, analysis, params) : []),
      ...(asksToRedact ? redactionsFor(context, redactions, analysis, params) : []),
    ];
    return actions.flatMap((action) => toldTo(client, analysis, action) ?? []);
  });
}

function redactionsFor(
  context: ServerContext,
  redactions: RedactInPlace,
  analysis: Analysis,
  { range }: CodeActionParams,
): readonly CodeAction[] {
  if (readViewUri(analysis.uri) !== undefined) return [];
  const offered = redactions.at(analysis, spanOfRange(analysis.text, range));
  return offered.map((fix) => ({ title: fix.title, kind: REDACTION_KIND, edit: editFor(context, analysis, [fix]) }));
}

/** `only` names kinds of actions, and a kind stands for its sub-kinds too. An empty `only` wants nothing. */
function isWanted({ context }: CodeActionParams): boolean {
  const only: unknown = context?.only;
  return !Array.isArray(only) || only.some((kind) => kind === CodeActionKind.Empty || kind === CodeActionKind.QuickFix);
}

/** An action as the client takes it: literally, or as the command that makes its edit. Undefined where it takes neither. */
function toldTo(
  client: ClientAbilities,
  { uri, version }: Analysis,
  action: CodeAction,
): CodeAction | Command | undefined {
  if (client.actionLiterals) {
    const { isPreferred, ...rest } = action;
    return client.preferredActions && isPreferred !== undefined ? { ...rest, isPreferred } : rest;
  }
  if (action.command !== undefined) return action.command;
  return makesEdits(client) && action.edit !== undefined
    ? applyEditCommand(action.title, { uri, version, edit: action.edit })
    : undefined;
}

function actionsFor(context: ServerContext, analysis: Analysis, params: CodeActionParams): readonly CodeAction[] {
  const complaints = complaintsOf(params);
  const span = spanOfRange(analysis.text, params.range);
  const fixes = fixesFor(analysis, span, complaints);
  // A view can't be written, so an edit in place would be refused.
  const isView = readViewUri(analysis.uri) !== undefined;
  if (isView) return fixes.length === 0 ? [] : repairCopy(context, analysis);
  const answered = (range: Range): Pick<CodeAction, 'diagnostics'> => {
    const diagnostics = complaints.filter((each) => isOfJson(each) || overlap(analysis, each.range, range));
    return diagnostics.length === 0 ? {} : { diagnostics };
  };
  const actionOf = (fix: Fix): CodeAction => ({
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    ...answered(rangeOf(analysis.text, fix.span)),
    edit: editFor(context, analysis, [fix]),
  });
  const offered = fixes.slice(0, MOST_FIXES).filter((fix) => mayBeOffered(analysis, [fix]));
  const repairs = offered.map((fix, position) => ({ ...actionOf(fix), isPreferred: position === 0 }));
  const redactions = redactionsAt(analysis, span).slice(0, MOST_FIXES).map(actionOf);
  if (fixes.length === 0) return redactions;
  return [
    ...repairs,
    ...fixAll(context, analysis, fixes),
    ...repairCopy(context, analysis),
    ...repairLog(context, analysis),
    ...redactions,
  ];
}

/**
 * What stands in the span. Where others complain of broken JSON and nothing of ours does, the cause may stand elsewhere in
 * the record: a lost quote or brace is noticed far behind its place.
 */
function fixesFor(analysis: Analysis, span: Span, complaints: readonly Diagnostic[]): readonly Fix[] {
  const fixes = fixesAt(analysis, span);
  if (fixes.length > 0 || !complaints.some(isOfJson)) return fixes;
  const index = recordIndexAt(analysis, span.start);
  const record = index === undefined ? undefined : recordAt(analysis, index);
  return record?.malformed === 'syntax' ? fixesOfRecord(analysis, record) : [];
}

/** Everything that is wrong in the records that the fixes are of, where that is more than what has its own action. */
function fixAll(context: ServerContext, analysis: Analysis, fixes: readonly Fix[]): CodeAction[] {
  const records = new Set(fixes.flatMap(({ record }) => record ?? []));
  const all = Array.from(records).flatMap((record) => fixesOfRecord(analysis, record));
  if (records.size !== 1 || all.length < 2 || !mayBeOffered(analysis, all)) return [];
  const edit = editFor(context, analysis, all);
  return [{ title: 'Fix all in this record', kind: CodeActionKind.QuickFix, edit }];
}

/** Only the client can open a new document, so it is offered to one that says it does. */
function repairCopy({ client }: ServerContext, { uri }: Analysis): CodeAction[] {
  if (!client.announced.repairCopy) return [];
  const title = 'Repair a copy of this log';
  return [{ title, kind: CodeActionKind.QuickFix, command: { title, command: REPAIR_COPY, arguments: [uri] } }];
}

/** In the place of a copy, for the other clients: all repairs in the log itself as one edit, where it has more than one. */
function repairLog({ client }: ServerContext, analysis: Analysis): CodeAction[] {
  if (!makesEdits(client) || !hasSeveral(allFixes(analysis))) return [];
  const command = repairLogCommand(analysis.uri);
  return [{ title: command.title, kind: CodeActionKind.QuickFix, command }];
}

/** Asks for no more of them than it takes. */
function hasSeveral(fixes: Iterator<Fix>): boolean {
  return fixes.next().done !== true && fixes.next().done !== true;
}

function editFor({ client }: ServerContext, analysis: Analysis, fixes: readonly Fix[]): WorkspaceEdit {
  const edits = fixes.flatMap((fix) => fix.edits);
  return editOf(analysis, edits, client.versionedEdits);
}

/** The problems that the client asks for help with: those in the range, whoever found them. */
function complaintsOf({ context }: CodeActionParams): readonly Diagnostic[] {
  const complaints: unknown = context?.diagnostics;
  return Array.isArray(complaints) ? complaints.filter((each) => isRange(each?.range)) : [];
}

/** VS Code's own JSON support, which speaks under the name of the language. It stumbles once and means the whole record. */
function isOfJson({ source }: Diagnostic): boolean {
  return source === 'json' || source === 'jsonc';
}

function overlap({ text }: Analysis, a: Range, b: Range): boolean {
  return touches(spanOfRange(text, a), spanOfRange(text, b));
}
