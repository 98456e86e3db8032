import path from 'node:path';
import { installOnce } from './editor-host/install.mjs';

/**
 * What texts for other engines are run and parsed by in tests, installed once. The grammars come as modules that Node can't load, and
 * are made one file of.
 *
 * @param {string} root the checkout
 * @returns {Promise<string>} absolute path of the installation; `grammars.js` in it exports HiveSQL, SparkSQL and TrinoSQL
 */
export function ensureQueryEngines(root) {
  return installOnce(root, 'query-engines', [{ in: '.', args: [] }], async (folder) => {
    // It may not be there yet when this file is loaded.
    const { build } = await import('esbuild');
    await build({
      stdin: { contents: "export { HiveSQL, SparkSQL, TrinoSQL } from 'dt-sql-parser';", resolveDir: folder },
      bundle: true,
      platform: 'node',
      format: 'cjs',
      logLevel: 'error',
      outfile: path.join(folder, 'grammars.js'),
    });
  });
}
