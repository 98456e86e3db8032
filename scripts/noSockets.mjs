const explanation = 'This program opens no sockets and no pipes: start it with --stdio or --node-ipc.';

/**
 * The JSON-RPC library can also talk over sockets and named pipes and imports Node's `net` for that. We use neither, and
 * a tool for evidence that says it has no network should not even contain the module; so the library gets this in its place.
 * Any other import of `net` is left alone, for the bundle tests to find.
 *
 * @type {import('esbuild').Plugin}
 */
export const withoutSockets = {
  name: 'without-sockets',
  setup(build) {
    build.onResolve({ filter: /^(node:)?net$/ }, ({ importer }) =>
      /[\\/]node_modules[\\/]vscode-jsonrpc[\\/]/.test(importer) ? { path: 'net', namespace: 'no-sockets' } : undefined,
    );
    build.onLoad({ filter: /.*/, namespace: 'no-sockets' }, () => ({
      contents: `
        const refuse = () => { throw new Error(${JSON.stringify(explanation)}); };
        module.exports = { createServer: refuse, createConnection: refuse };
      `,
    }));
  },
};
