/** The files of `schemas/`, parsed. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** A mistake in `schemas/`, told without a stack. */
export class SchemaMistake extends Error {}

function read(file) {
  const place = path.join(root, 'schemas', file);
  if (!existsSync(place)) throw new SchemaMistake(`schemas/${file} is missing.`);
  try {
    return JSON.parse(readFileSync(place, 'utf8'));
  } catch (error) {
    throw new SchemaMistake(`schemas/${file} is not JSON: ${error.message}`);
  }
}

function names(folder) {
  return readdirSync(path.join(root, 'schemas', folder))
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length))
    .sort();
}

/** Every file of `schemas/`; those there are many of, by name without `.json` and in the order of the alphabet. */
export function readAll() {
  return {
    meta: new Map(names('meta').map((name) => [name, read(`meta/${name}.json`)])),
    record: read('cloudtrail/record.json'),
    things: read('cloudtrail/things.json'),
    catalog: read('workmail/catalog.json'),
    shapes: read('workmail/shapes.json'),
    actions: new Map(names('workmail/actions').map((name) => [name, read(`workmail/actions/${name}.json`)])),
    forms: new Map(names('forms').map((name) => [name, read(`forms/${name}.json`)])),
    phrases: read('phrases.json'),
    doors: read('doors.json'),
    parameterFlags: read('parameterFlags.json'),
    callsAbout: read('callsAbout.json'),
    carriers: read('carriers.json'),
    logDeliveries: read('logDeliveries.json'),
    questions: new Map(names('questions').map((name) => [name, read(`questions/${name}.json`)])),
    sequences: new Map(names('sequences').map((name) => [name, read(`sequences/${name}.json`)])),
    relatives: read('relatives.json'),
    redaction: read('redaction.json'),
    nameLists: read('nameLists.json'),
    exportColumns: read('exportColumns.json'),
    aroundMail: read('aroundMail.json'),
    state: read('state.json'),
    movers: new Map(names('movers').map((name) => [name, read(`movers/${name}.json`)])),
    strays: read('strays.json'),
    handoverFields: read('handover/fields.json'),
    handoverEngines: new Map(names('handover/engines').map((name) => [name, read(`handover/engines/${name}.json`)])),
    ownLogs: new Map(names('own-logs').map((name) => [name, read(`own-logs/${name}.json`)])),
    layers: new Map(names('layers').map((name) => [name, read(`layers/${name}.json`)])),
    words: new Map(names('words').map((name) => [name, read(`words/${name}.json`)])),
  };
}
