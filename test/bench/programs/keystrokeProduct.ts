import { readFileSync } from 'node:fs';
import { Chance } from '../generator/chance';
import { keystrokes } from '../keystrokes';
import { openLog, typeInto } from '../product';

// `keystrokeProduct FILE EDITS`: what the server does with each change of an open log before anybody asks. Prints milliseconds.
function main([file = '', edits = '0']: readonly string[]): void {
  const text = readFileSync(file, 'utf8');
  let { document, analysis } = openLog(text);
  const editMs: number[] = [];
  for (const { at, typed } of keystrokes(text, new Chance(5), Number(edits))) {
    const range = { start: { line: 0, character: at }, end: { line: 0, character: at + 1 } };
    const begin = performance.now();
    ({ document, analysis } = typeInto(document, analysis, { range, text: typed }));
    editMs.push(performance.now() - begin);
  }
  console.log(JSON.stringify({ editMs }));
}

main(process.argv.slice(2));
