import { commands, Range, type TextDocument, window, workspace } from 'vscode';

/** An event as CloudTrail writes it, made up; the given fields replace those of the pattern. */
export function event(fields: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> {
  return {
    eventVersion: '1.08',
    userIdentity: {
      type: 'IAMUser',
      principalId: 'AIDAEXAMPLE0000000001',
      arn: 'arn:aws:iam::111122223333:user/alice',
      accountId: '111122223333',
      accessKeyId: 'AKIAEXAMPLE000000001',
      userName: 'alice',
    },
    eventTime: '2026-03-01T08:00:00Z',
    eventSource: 'workmail.amazonaws.com',
    eventName: 'DeleteUser',
    awsRegion: 'eu-west-1',
    sourceIPAddress: '192.0.2.10',
    userAgent: 'aws-cli/2.15.0',
    requestParameters: {
      organizationId: 'm-00000000000000000000000000000001',
      userId: 'S-1-1-11-1111111111-2222222222-3333333333-1001',
    },
    responseElements: null,
    requestID: '00000000-0000-4000-8000-000000000001',
    eventID: '00000000-0000-4000-8000-000000000002',
    readOnly: false,
    eventType: 'AwsApiCall',
    managementEvent: true,
    recipientAccountId: '111122223333',
    eventCategory: 'Management',
    ...fields,
  };
}

/** A log of some events, indented by two. */
export function log(...events: readonly Readonly<Record<string, unknown>>[]): string {
  return JSON.stringify({ Records: events }, undefined, 2);
}

/** A log of one event that lacks the comma before `"accountId"`: one problem, whoever looks. */
export function logWithoutComma(): string {
  return log(event()).replace(/,(\s*"accountId")/, '$1');
}

/** Opens a text in a tab of its own, as if it had been pasted there. */
export async function open(content: string, language = 'json'): Promise<TextDocument> {
  const document = await workspace.openTextDocument({ content, language });
  const editor = await window.showTextDocument(document, { preview: false });
  // VS Code gives an untitled document the name of the one that was closed last, and at times the text that it had saved of that.
  if (document.getText() !== content) {
    const all = new Range(document.positionAt(0), document.positionAt(document.getText().length));
    await editor.edit((edit) => edit.replace(all, content));
  }
  return document;
}

/** Closes every tab and throws away what was in it, the side of a comparison too. */
export async function closeAll(): Promise<void> {
  while (window.tabGroups.all.some(({ tabs }) => tabs.length > 0)) {
    // The command is for the editor in front; the next one then comes to the front.
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
}
