import { run } from './cli/run';

// An empty NO_COLOR asks for nothing: https://no-color.org
const { NO_COLOR: noColor = '', TERM: terminalName } = process.env;

run(process.argv.slice(2), {
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  colour: process.stdout.isTTY === true && noColor === '' && terminalName !== 'dumb',
}).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(`workmail-trail: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 2;
  },
);
