import path from 'node:path';
import { createConnection } from 'vscode-languageserver/node';
import { startServer } from '../server';
import { binaryTables } from './binaryTables';
import { extractorHost } from './extractorFile';
import { createLogFiles } from './logFiles';
import { nodePlatform } from './platform';
import { stdioConnection } from './stdio';
import { createIntegrity } from './verify/fileIntegrity';

const platform = {
  ...nodePlatform,
  files: createLogFiles({ workerFile: path.join(__dirname, 'scanWorker.js') }),
  tables: binaryTables,
  integrity: createIntegrity({ workerFile: path.join(__dirname, 'hashWorker.js') }),
  extractor: extractorHost(__dirname),
};

if (process.argv.includes('--stdio')) {
  startServer(stdioConnection(), platform);
} else if (process.argv.includes('--node-ipc')) {
  startServer(createConnection(), platform);
} else {
  process.stderr.write('This is a language server: an editor starts it with --stdio or, from Node, with --node-ipc.\n');
  process.exitCode = 2;
}
