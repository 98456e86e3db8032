import { run } from './cli/run';

// An empty NO_COLOR asks for nothing: https://no-color.org
const { NO_COLOR: noColor = '', TERM: terminalName } = process.env;

const stop = { isCancellationRequested: false };
// What is known by then is still told; a second time ends the program at once.
process.once('SIGINT', () => {
  stop.isCancellationRequested = true;
  process.stdin.destroy();
});

run(process.argv.slice(2), {
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  colour: process.stdout.isTTY === true && noColor === '' && terminalName !== 'dumb',
  isTerminal: process.stdout.isTTY === true,
  isPlain: noColor !== '',
  isWatched: process.stderr.isTTY === true && terminalName !== 'dumb',
  stop,
}).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(`workmail-trail: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 2;
  },
);
