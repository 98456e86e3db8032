/** Where `scripts/bench.mjs` has installed what is measured beside the product. */
export function peersFolder(): string {
  const folder = process.env.WORKMAIL_TRAIL_BENCH_PEERS;
  if (folder === undefined) throw new Error('Start this with `npm run bench`, which installs the peers.');
  return folder;
}
