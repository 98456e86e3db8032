/** Every form of the corpus. */
import { columnsOfServices } from './columnsOfServices.mjs';
import { columnsOfTools } from './columnsOfTools.mjs';
import { hostile } from './hostile.mjs';
import { jsonObjects } from './jsonObjects.mjs';
import { kinds } from './kinds.mjs';
import { layersOfLines } from './layersOfLines.mjs';
import { mails } from './mails.mjs';
import { markupForms } from './markup.mjs';
import { printsOfPowerShell } from './printsOfPowerShell.mjs';
import { printsOfPrograms } from './printsOfPrograms.mjs';
import { printsOfPython } from './printsOfPython.mjs';
import { printsOfScripts } from './printsOfScripts.mjs';
import { printsOfTools } from './printsOfTools.mjs';
import { sheets } from './sheets.mjs';
import { silents } from './silent.mjs';
import { tableTexts } from './tableTexts.mjs';
import { terminals } from './terminals.mjs';
import { textsInTexts } from './textsInTexts.mjs';
import { textsOfShippers } from './textsOfShippers.mjs';
import { textsOfStores } from './textsOfStores.mjs';
import { values } from './values.mjs';
import { wrappedForms } from './wrapped.mjs';

/** @type {readonly import('./form.mjs').Form[]} */
export const allForms = [
  ...jsonObjects(),
  ...textsOfShippers(),
  ...textsOfStores(),
  ...textsInTexts(),
  ...tableTexts(),
  ...columnsOfServices(),
  ...columnsOfTools(),
  ...layersOfLines(),
  ...wrappedForms(),
  ...mails(),
  ...markupForms(),
  ...terminals(),
  ...printsOfPython(),
  ...printsOfScripts(),
  ...printsOfPrograms(),
  ...printsOfPowerShell(),
  ...printsOfTools(),
  ...values(),
  ...sheets(),
  ...hostile(),
  ...kinds(),
  ...silents(),
];
