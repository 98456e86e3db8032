import { ProtocolClient } from '../../support/protocolClient';

// Prints how long the real server takes from being started to its answer to `initialize`, in milliseconds.
async function main(): Promise<void> {
  const begin = performance.now();
  const { server } = await ProtocolClient.ofBundle({ capabilities: {} });
  const ms = performance.now() - begin;
  server.kill();
  console.log(JSON.stringify({ ms }));
}

main().then(() => process.exit());
