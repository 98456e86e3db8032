/**
 * Makes `server/src/generated` from `schemas/`: validators that need no `new Function` at run time, and the words for
 * hovers. The same files in give the same bytes out. A file that breaks its meta-schema stops the build with a message
 * that names it.
 *
 *     node scripts/generate.mjs
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { aroundMailText } from './generate/aroundMail.mjs';
import { callsAboutText } from './generate/callsAbout.mjs';
import { carriersText } from './generate/carriers.mjs';
import { mistakes } from './generate/check.mjs';
import { doorsText } from './generate/doors.mjs';
import { exportColumnsText } from './generate/exportColumns.mjs';
import { readAll, root, SchemaMistake } from './generate/files.mjs';
import { formsText } from './generate/forms.mjs';
import { handoverText } from './generate/handover.mjs';
import { layersText } from './generate/layers.mjs';
import { logDeliveriesText } from './generate/logDeliveries.mjs';
import { moversText } from './generate/movers.mjs';
import { nameListsText } from './generate/nameLists.mjs';
import { ownLogSignsText, ownLogWordsText } from './generate/ownLogs.mjs';
import { parameterFlagsText } from './generate/parameterFlags.mjs';
import { phrasesText } from './generate/phrases.mjs';
import { questionsText } from './generate/questions.mjs';
import { redactionText } from './generate/redaction.mjs';
import { sequencesText } from './generate/sequences.mjs';
import { stateText } from './generate/state.mjs';
import { thingsText } from './generate/things.mjs';
import { validatorsText, validatorTypes } from './generate/validators.mjs';
import { envelopeFieldsText, schemasText } from './generate/words.mjs';

const target = path.join(root, 'server/src/generated');
const banner = '// Made by scripts/generate.mjs from schemas/. Not edited by hand, not kept in git.\n';

async function generate() {
  const schemas = readAll();
  const wrong = mistakes(schemas);
  if (wrong.length > 0) throw new SchemaMistake(wrong.join('\n'));
  const files = {
    'validators.js': await validatorsText(schemas),
    'validators.d.ts': validatorTypes,
    'schemas.ts': schemasText(schemas) + ownLogWordsText(schemas),
    'envelopeFields.ts': envelopeFieldsText(schemas),
    'forms.ts': formsText(schemas),
    'layers.ts': layersText(schemas),
    'things.ts': thingsText(schemas),
    'redaction.ts': redactionText(schemas),
    'nameLists.ts': nameListsText(schemas),
    'aroundMail.ts': aroundMailText(schemas),
    'movers.ts': moversText(schemas),
    'questions.ts': questionsText(schemas),
    'phrases.ts': phrasesText(schemas),
    'doors.ts': doorsText(schemas),
    'parameterFlags.ts': parameterFlagsText(schemas),
    'callsAbout.ts': callsAboutText(schemas),
    'carriers.ts': carriersText(schemas),
    'logDeliveries.ts': logDeliveriesText(schemas),
    'exportColumns.ts': exportColumnsText(schemas),
    'handover.ts': handoverText(schemas),
    'ownLogSigns.ts': ownLogSignsText(schemas),
    'sequences.ts': sequencesText(schemas),
    'state.ts': stateText(schemas),
  };
  mkdirSync(target, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(target, name), banner + text);
  const kilobytes = (name) => `${name} ${Math.ceil(files[name].length / 1024)} KB`;
  console.log(
    `Generated from ${schemas.actions.size} action schemas: ${kilobytes('validators.js')}, ${kilobytes('schemas.ts')}.`,
  );
}

try {
  await generate();
} catch (error) {
  console.error(error instanceof SchemaMistake ? error.message : error);
  process.exitCode = 1;
}
