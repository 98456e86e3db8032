/** Every form of the corpus. */
import { jsonObjects } from './jsonObjects.mjs';
import { jsonTexts } from './jsonTexts.mjs';
import { kinds } from './kinds.mjs';
import { layersOfLines } from './layersOfLines.mjs';
import { layersOfPaste } from './layersOfPaste.mjs';
import { prints } from './prints.mjs';
import { silents } from './silent.mjs';
import { tableColumns } from './tableColumns.mjs';
import { tableTexts } from './tableTexts.mjs';
import { values } from './values.mjs';

/** @type {readonly import('./form.mjs').Form[]} */
export const allForms = [
  ...jsonObjects(),
  ...jsonTexts(),
  ...tableTexts(),
  ...tableColumns(),
  ...layersOfLines(),
  ...layersOfPaste(),
  ...prints(),
  ...values(),
  ...kinds(),
  ...silents(),
];
