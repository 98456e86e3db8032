import { Uri, type Webview } from 'vscode';
import { randomText } from '../cases/randomText';

/** Where the page's code and style lie. */
export function pageFolder(extension: Uri): Uri {
  return Uri.joinPath(extension, 'dist', 'timeline');
}

/**
 * The page of the timeline, still empty: its script makes all of it, and puts values of logs into it as text alone. It may run this one
 * script, load this one style, and reach nothing else.
 */
export function timelinePage(webview: Webview, extension: Uri): string {
  const uriOf = (name: string): string => webview.asWebviewUri(Uri.joinPath(pageFolder(extension), name)).toString();
  const nonce = randomText();
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src ${webview.cspSource}`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width">
<title>Timeline</title>
<link rel="stylesheet" href="${uriOf('timeline.css')}">
</head>
<body>
<main></main>
<script nonce="${nonce}" src="${uriOf('timeline.js')}"></script>
</body>
</html>`;
}
