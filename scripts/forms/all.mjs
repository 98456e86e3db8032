/** Every form of the corpus. */
import { buildLogs } from './buildLogs.mjs';
import { columnsOfServices } from './columnsOfServices.mjs';
import { columnsOfTools } from './columnsOfTools.mjs';
import { hostile } from './hostile.mjs';
import { jsonLists } from './jsonLists.mjs';
import { jsonObjects } from './jsonObjects.mjs';
import { jsonServices } from './jsonServices.mjs';
import { jsonStores } from './jsonStores.mjs';
import { kinds } from './kinds.mjs';
import { lineHeaders } from './lineHeaders.mjs';
import { lineMarks } from './lineMarks.mjs';
import { lineNumbers } from './lineNumbers.mjs';
import { lineStreams } from './lineStreams.mjs';
import { mails } from './mails.mjs';
import { markupForms } from './markup.mjs';
import { otherNotations } from './otherNotations.mjs';
import { partsBeside } from './partsBeside.mjs';
import { printsOfPowerShell } from './printsOfPowerShell.mjs';
import { printsOfPrograms } from './printsOfPrograms.mjs';
import { printsOfPython } from './printsOfPython.mjs';
import { printsOfScripts } from './printsOfScripts.mjs';
import { printsOfTools } from './printsOfTools.mjs';
import { sheets } from './sheets.mjs';
import { silentDefinitions } from './silentDefinitions.mjs';
import { silentDocuments } from './silentDocuments.mjs';
import { silentSources } from './silentSources.mjs';
import { tableCells } from './tableCells.mjs';
import { tableTexts } from './tableTexts.mjs';
import { terminals } from './terminals.mjs';
import { textsInTexts } from './textsInTexts.mjs';
import { textsOfShippers } from './textsOfShippers.mjs';
import { textsOfStores } from './textsOfStores.mjs';
import { typedValues } from './typedValues.mjs';
import { values } from './values.mjs';
import { wrappedForms } from './wrapped.mjs';

/** @type {readonly import('./form.mjs').Form[]} */
export const allForms = [
  ...jsonLists(),
  ...jsonObjects(),
  ...jsonStores(),
  ...jsonServices(),
  ...partsBeside(),
  ...textsOfShippers(),
  ...textsOfStores(),
  ...textsInTexts(),
  ...tableTexts(),
  ...tableCells(),
  ...columnsOfServices(),
  ...columnsOfTools(),
  ...lineNumbers(),
  ...lineMarks(),
  ...lineHeaders(),
  ...lineStreams(),
  ...buildLogs(),
  ...otherNotations(),
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
  ...typedValues(),
  ...sheets(),
  ...hostile(),
  ...kinds(),
  ...silentDefinitions(),
  ...silentSources(),
  ...silentDocuments(),
];
