import { type ExtensionContext, type Memento, window } from 'vscode';
import type { CaseHeader } from '../../../server/src/wire/protocol';

/** Who makes reports here does so again. */
const AUTHOR = 'report.author';

const steps = [
  { name: 'title', prompt: 'Title of the report', placeHolder: 'Mail incident of March 2026' },
  { name: 'reference', prompt: 'Reference: a case, a ticket, a file', placeHolder: 'CASE-1042' },
  { name: 'author', prompt: 'Author, as the report shall name you', placeHolder: '' },
] as const;

/** Asks for what stands above a report, one thing after the other; each may stay empty. Undefined when the user thinks better of it. */
export async function askHeader(
  memory: Memento,
  extension: ExtensionContext['extension'],
): Promise<CaseHeader | undefined> {
  const known: Record<string, string> = { author: memory.get(AUTHOR, '') };
  for (const [at, { name, prompt, placeHolder }] of steps.entries()) {
    const text = await window.showInputBox({
      title: `Export Report (${at + 1}/${steps.length})`,
      prompt: `${prompt}. It may stay empty.`,
      placeHolder,
      value: known[name] ?? '',
      ignoreFocusOut: true,
    });
    if (text === undefined) return undefined;
    known[name] = text.trim();
  }
  const { title = '', reference = '', author = '' } = known;
  await memory.update(AUTHOR, author);
  const { displayName, version } = extension.packageJSON;
  return { title, reference, author, made: Date.now(), tool: `${displayName} ${version}` };
}
