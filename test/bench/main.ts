import { GENERATE_HELP, generate } from './generate';

async function main([command, ...args]: readonly string[]): Promise<void> {
  if (command === 'generate') await generate(args);
  else throw new Error(`Nothing to do. What there is:\n\n${GENERATE_HELP}`);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
});
