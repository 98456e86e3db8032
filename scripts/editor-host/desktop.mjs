// Finds desktop VS Code by its `code` command.
import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/**
 * @param {string} root the checkout, whose package.json says which VS Code is needed
 * @returns {string | undefined} absolute path of a `code` command new enough to run the extension
 */
export function findDesktopEditor(root) {
  const command = findCode();
  if (command === undefined) {
    return undefined;
  }
  if (process.getuid?.() === 0) {
    console.log('Desktop VS Code refuses to run as root; VS Code is opened in the browser instead.');
    return undefined;
  }
  const windows = process.platform === 'win32';
  const answer = spawnSync(windows ? `"${command}"` : command, ['--version'], { encoding: 'utf8', shell: windows });
  const version = /^(\d+)\.(\d+)\.\d+/.exec(answer.stdout ?? '');
  const needed = /(\d+)\.(\d+)/.exec(JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')).engines.vscode);
  if (version === null) {
    console.log(`${command} does not tell its version; VS Code is opened in the browser instead.`);
    return undefined;
  }
  // Without this check an older VS Code would open and leave the extension out without a word.
  if (needed !== null && isOlder(version, needed)) {
    console.log(
      `${command} is VS Code ${version[0]}, older than ${needed[0]}; a newer one is opened in the browser instead.`,
    );
    return undefined;
  }
  return command;
}

/** @returns {string | undefined} */
function findCode() {
  const { PATH = '', LOCALAPPDATA } = process.env;
  const name = process.platform === 'win32' ? 'code.cmd' : 'code';
  const candidates = PATH.split(path.delimiter)
    .filter((folder) => path.isAbsolute(folder))
    .map((folder) => path.join(folder, name));
  if (process.platform === 'darwin') {
    candidates.push('/Applications/Visual Studio Code.app/Contents/Resources/app/bin/code');
  }
  if (process.platform === 'win32' && LOCALAPPDATA) {
    candidates.push(path.join(LOCALAPPDATA, 'Programs', 'Microsoft VS Code', 'bin', name));
  }
  return candidates.find((file) => statSync(file, { throwIfNoEntry: false })?.isFile() === true);
}

/**
 * @param {RegExpExecArray} version major and minor as groups 1 and 2
 * @param {RegExpExecArray} needed the same
 */
function isOlder(version, needed) {
  const [, major = 0, minor = 0] = version.map(Number);
  const [, neededMajor = 0, neededMinor = 0] = needed.map(Number);
  return major < neededMajor || (major === neededMajor && minor < neededMinor);
}
