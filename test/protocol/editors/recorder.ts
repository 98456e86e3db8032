/**
 * Stands between an editor and the built server and changes nothing: every message from either side is added to a file, one
 * JSON text a line.
 *
 *   node recorder.js traffic.jsonl
 */
import { spawn } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { StreamMessageReader } from 'vscode-languageserver-protocol/node';
import { projectRoot } from '../../support/projectRoot';
import type { Traffic } from '../../support/traffic';

const [, , file = ''] = process.argv;
const server = spawn(process.execPath, [path.join(projectRoot(), 'dist', 'server.js'), '--stdio'], {
  stdio: ['pipe', 'pipe', 'inherit'],
});
note('client', process.stdin);
note('server', server.stdout);
process.stdin.pipe(server.stdin);
server.stdout.pipe(process.stdout);
server.on('exit', (code) => process.exit(code ?? 1));

function note(from: Traffic['from'], stream: Readable): void {
  new StreamMessageReader(stream).listen((message) => appendFileSync(file, `${JSON.stringify({ from, message })}\n`));
}
