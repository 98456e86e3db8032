// A browser for the pages that tests open: one that is installed, else one from npm.
import { execFile } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { installOnce } from './install.mjs';

// The tests only ever open our own page on this machine, and as root (containers) Chromium has no sandbox to offer.
// The rest keeps it from talking to anybody else.
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

// Signals are ours to handle: Playwright would close the browser and leave the VS Code server behind.
const launchOptions = { args, handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false };

const namesOnPath = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
];

const macApplications = ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
  (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
);

const windowsPrograms = [
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
];

/**
 * @param {string} root the checkout
 * @returns {Promise<import('playwright-core').LaunchOptions & { executablePath: string }>} how Playwright launches it
 * @throws {Error} in words for the user when there is none and none can be installed
 */
export async function ensureChromium(root) {
  const installed = findInstalled();
  if (installed !== undefined) {
    return { ...launchOptions, executablePath: installed };
  }
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('No Chrome, Chromium or Edge was found. Install one, or set CHROME_PATH to its program file.');
  }
  const folder = await installOnce(root, 'editor-host/chromium', [{ in: '.', args: [] }], unpack);
  return {
    ...launchOptions,
    executablePath: path.join(folder, 'unpacked', 'chromium'),
    // Libraries and fonts that a bare machine does not have come with it.
    env: {
      ...process.env,
      LD_LIBRARY_PATH: path.join(folder, 'unpacked', 'al2023', 'lib'),
      FONTCONFIG_FILE: path.join(folder, 'fonts.conf'),
    },
  };
}

/** @returns {string | undefined} absolute path of an installed browser */
function findInstalled() {
  const { CHROME_PATH, PATH = '', PROGRAMFILES, LOCALAPPDATA } = process.env;
  if (CHROME_PATH) {
    if (!isFile(CHROME_PATH)) {
      throw new Error(`CHROME_PATH names ${CHROME_PATH}, which is not a file.`);
    }
    return CHROME_PATH;
  }
  const onPath = PATH.split(path.delimiter)
    .filter((folder) => path.isAbsolute(folder))
    .flatMap((folder) => namesOnPath.map((name) => path.join(folder, name)));
  const onWindows = [PROGRAMFILES, process.env['PROGRAMFILES(X86)'], LOCALAPPDATA].flatMap((folder) =>
    folder ? windowsPrograms.map((parts) => path.join(folder, ...parts)) : [],
  );
  return [...onPath, ...macApplications, ...onWindows].find(isFile);
}

/** @param {string} file */
function isFile(file) {
  return statSync(file, { throwIfNoEntry: false })?.isFile() === true;
}

// This Chromium crashes when it has no font for a character, and its package brings a single one, without box-drawing
// characters and the like; a bare machine has none.
const fontsConfiguration = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">node_modules/dejavu-fonts-ttf/ttf</dir>
  <dir>/usr/share/fonts</dir>
  <dir>/usr/local/share/fonts</dir>
  <alias><family>sans-serif</family><prefer><family>DejaVu Sans</family></prefer></alias>
  <alias><family>monospace</family><prefer><family>DejaVu Sans Mono</family></prefer></alias>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`;

/**
 * The package unpacks its browser into the folder for temporary files when asked for its path, and its libraries too when it
 * believes to run on Amazon Linux 2023; so it is asked once, in a process of its own whose temporary folder is ours.
 *
 * @param {string} folder
 */
async function unpack(folder) {
  const target = path.join(folder, 'unpacked');
  const script = `
    import { mkdirSync } from 'node:fs';
    mkdirSync(process.env.TMPDIR);
    const { default: chromium } = await import('@sparticuz/chromium');
    await chromium.executablePath();
  `;
  await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: folder,
    env: { ...process.env, TMPDIR: target, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' },
  });
  if (!existsSync(path.join(target, 'chromium'))) {
    throw new Error('The npm package with Chromium did not unpack as expected.');
  }
  await writeFile(path.join(folder, 'fonts.conf'), fontsConfiguration);
}
