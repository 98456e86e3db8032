import { readFileSync } from 'node:fs';
import { createService } from '../jsonService';

// `keystrokeService FILE`: VS Code's JSON service keeps nothing of the text before, so each key is paid like the first one.
async function main([file = '']: readonly string[]): Promise<void> {
  const text = readFileSync(file, 'utf8');
  const check = createService();
  await check(text);
  const begin = performance.now();
  await check(text);
  console.log(JSON.stringify({ editMs: [performance.now() - begin] }));
}

main(process.argv.slice(2)).then(() => process.exit());
