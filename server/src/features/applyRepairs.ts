import {
  type CancellationToken,
  type Command,
  type Disposable,
  type ExecuteCommandParams,
  LSPErrorCodes,
  ResponseError,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { inOrder, repairedTogether } from '../core';
import { allFixes } from '../documents/fixes';
import { editOf } from '../documents/lsp';
import type { ClientAbilities } from '../wire/abilities';
import type { ServerContext } from './context';

/** Makes the edit of one code action, for clients that take no edits with their actions. */
const APPLY_EDIT = 'workmailTrail.applyEdit';
/** Makes all repairs of an open log at once, in the log itself: nothing is saved, and one undo takes them back. */
const REPAIR_LOG = 'workmailTrail.repairLog';

/** The commands that a client is told of, for it to send them with `workspace/executeCommand`. */
export const repairCommands: readonly string[] = [APPLY_EDIT, REPAIR_LOG];

/** Whether repairs go to the client as edits that the server asks it to make. Our own client has something better: a copy. */
export function makesEdits({ appliesEdits, announced }: ClientAbilities): boolean {
  return appliesEdits && !announced.repairCopy;
}

/** An edit of one version of a log. */
interface VersionEdit {
  readonly uri: string;
  readonly version: number;
  readonly edit: WorkspaceEdit;
}

/** The command that makes an edit, as long as its log has not changed since. */
export function applyEditCommand(title: string, edit: VersionEdit): Command {
  return { title, command: APPLY_EDIT, arguments: [edit] };
}

/** The command that makes all repairs of a log. They are looked for when it comes back. */
export function repairLogCommand(uri: string): Command {
  return { title: 'Make all repairs in this log', command: REPAIR_LOG, arguments: [uri] };
}

/** Repairs that the client asks the server to send it, as `workspace/applyEdit`. */
export function register(context: ServerContext): Disposable {
  const { connection, client, documents } = context;
  if (!makesEdits(client)) return { dispose: () => undefined };
  return connection.onExecuteCommand(async ({ command, arguments: given }: ExecuteCommandParams, token) => {
    const [argument]: readonly unknown[] = Array.isArray(given) ? given : [];
    if (command === APPLY_EDIT && isVersionEdit(argument)) {
      const analysis = await documents.newest(argument.uri, token);
      if (analysis?.version !== argument.version) throw changed();
      await apply(context, 'Repair', argument.edit);
    } else if (command === REPAIR_LOG && typeof argument === 'string') {
      await repairLog(context, argument, token);
    } else {
      throw new ResponseError(LSPErrorCodes.RequestFailed, `There is no command ${command} with these arguments.`);
    }
    return null;
  });
}

async function repairLog(context: ServerContext, uri: string, token: CancellationToken): Promise<void> {
  const analysis = await context.documents.newest(uri, token);
  if (analysis === undefined || analysis.isVirtual) {
    throw new ResponseError(LSPErrorCodes.RequestFailed, 'This document is not open as a CloudTrail log.');
  }
  const { made } = repairedTogether(analysis.text.whole(), Array.from(allFixes(analysis)));
  if (made.length === 0) return;
  const edits = inOrder(made.flatMap((fix) => fix.edits));
  await apply(context, 'Make all repairs', editOf(analysis, edits, context.client.versionedEdits));
}

/** @throws ResponseError where the client did not make the edit, with its reason */
async function apply({ connection }: ServerContext, label: string, edit: WorkspaceEdit): Promise<void> {
  const { applied, failureReason = 'it gave no reason' } = await connection.workspace.applyEdit({ label, edit });
  if (applied) return;
  throw new ResponseError(LSPErrorCodes.RequestFailed, `The editor did not make the repair: ${failureReason}.`);
}

function changed(): ResponseError<void> {
  return new ResponseError(
    LSPErrorCodes.ContentModified,
    'The log has changed since this repair was offered; ask again.',
  );
}

/** What stands in the edit is for the client to judge, whose own it is. */
function isVersionEdit(value: unknown): value is VersionEdit {
  return isObject(value) && typeof value.uri === 'string' && typeof value.version === 'number' && isObject(value.edit);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
