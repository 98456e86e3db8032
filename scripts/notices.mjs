// The licences of the packages whose code ends up in our bundles: they ask to be passed on with it.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * Writes dist/THIRD-PARTY-NOTICES.txt.
 *
 * @param {string} root the checkout
 * @param {readonly import('esbuild').Metafile[]} metafiles what esbuild says it bundled
 * @throws {Error} when a bundled package has no licence file: then somebody has to look
 */
export async function writeNotices(root, metafiles) {
  const folders = new Set();
  for (const metafile of metafiles) {
    for (const input of Object.keys(metafile.inputs)) {
      const folder = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0];
      if (folder !== undefined) {
        folders.add(folder);
      }
    }
  }
  const notices = [];
  for (const folder of [...folders].sort()) {
    const manifest = JSON.parse(await readFile(path.join(root, folder, 'package.json'), 'utf8'));
    const licence = (await readdir(path.join(root, folder))).find((name) => /^licen[cs]e/i.test(name));
    if (licence === undefined) {
      throw new Error(`${folder} is bundled but has no licence file.`);
    }
    const text = await readFile(path.join(root, folder, licence), 'utf8');
    notices.push(`${manifest.name} ${manifest.version} (${manifest.license})\n\n${text.trim()}\n`);
  }
  const heading = 'WorkMail Trail contains code of these packages.\n';
  await writeFile(
    path.join(root, 'dist', 'THIRD-PARTY-NOTICES.txt'),
    [heading, ...notices].join(`\n${'-'.repeat(72)}\n\n`),
  );
}
