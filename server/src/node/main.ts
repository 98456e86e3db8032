import { createConnection } from 'vscode-languageserver/node';
import { startServer } from '../server';
import { Frames } from './frames';
import { nodePlatform } from './platform';

if (process.argv.includes('--stdio')) {
  startServer(createConnection(process.stdin.pipe(new Frames()), process.stdout), nodePlatform);
} else if (process.argv.includes('--node-ipc')) {
  startServer(createConnection(), nodePlatform);
} else {
  process.stderr.write('This is a language server: an editor starts it with --stdio or, from Node, with --node-ipc.\n');
  process.exitCode = 2;
}
