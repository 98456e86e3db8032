import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { suite, test } from 'node:test';
import { projectRoot } from '../../support/projectRoot';

const folder = path.join(projectRoot(), 'media', 'walkthrough');
const pictures = readdirSync(folder).map((file) => ({ file, svg: readFileSync(path.join(folder, file), 'utf8') }));

suite('a picture of the walkthrough', () => {
  for (const { file, svg } of pictures) {
    test(`${file} has every colour from the theme, light, dark or of high contrast`, () => {
      const colours = [...svg.matchAll(/ (?:fill|stroke)="([^"]*)"/g)].map(([, colour = '']) => colour);
      const own = colours.filter((colour) => colour !== 'none' && !colour.startsWith('var(--vscode-'));
      assert.deepEqual([own, colours.length > 5], [[], true]);
    });

    test(`${file} has nothing that VS Code would not draw: no style, no script, no other file`, () => {
      assert.deepEqual(svg.match(/<(?:style|script|image|use|foreignObject)\b|\b(?:style|href|on\w+)=/g), null);
    });
  }
});
