import { FAMILIES } from './generator/families';
import { FORMS } from './generator/forms';
import { type LogOptions, writeLog } from './generator/log';
import { writeTree } from './generator/tree';
import { megabytes, oneOf, optionOf } from './options';

export const GENERATE_HELP = `npm run bench -- generate FORM SIZE FILE [--share=0.2] [--family=plain] [--seed=1]
npm run bench -- generate tree FILES SHARE FOLDER [--seed=1] [--house]

  FORM      ${Object.keys(FORMS).join(', ')}
  SIZE      in UTF-16 code units, nearly the same as bytes here: 50MB, 700kB
  share     of WorkMail among the records, 0 to 1
  house     the files of an account have their callers in common, a few hundred a day; else each file has its own
  family    ${Object.keys(FAMILIES).join(', ')}`;

/**
 * Writes a made-up log or a folder of them.
 *
 * @throws Error in words for the user
 */
export async function generate(args: readonly string[]): Promise<void> {
  const [what = '', size = '', third = '', fourth = ''] = args.filter((arg) => !arg.startsWith('--'));
  const seed = Number(optionOf(args, 'seed') ?? 1);
  if (what === 'tree') {
    console.log(
      await writeTree(fourth, { files: Number(size), share: Number(third), seed, isHouse: args.includes('--house') }),
    );
    return;
  }
  const options: LogOptions = {
    form: oneOf(FORMS, what),
    family: oneOf(FAMILIES, optionOf(args, 'family') ?? 'plain'),
    share: Number(optionOf(args, 'share') ?? 0.2),
    seed,
  };
  await writeLog(third, options, megabytes(size) * 1e6);
}
