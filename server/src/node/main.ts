import { createConnection } from 'vscode-languageserver/node';
import { startServer } from '../server';
import { nodePlatform } from './platform';

// The transport is told by the command line: `--stdio` for every editor, `--node-ipc` for VS Code.
startServer(createConnection(), nodePlatform);
