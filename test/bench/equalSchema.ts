import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../support/projectRoot';

type Schema = Readonly<Record<string, unknown>>;

/**
 * One JSON schema that says of a log what `schemas/` say: the envelope of every record, and the parameters and answers of each
 * action. Only records of WorkMail are asked for their action, which spares a reader most of the work.
 */
export function equalSchema(): Schema {
  const { definitions: envelopeShapes = {}, ...record } = read('cloudtrail/record.json');
  const { definitions: shapes } = read('workmail/shapes.json');
  const folder = path.join(projectRoot(), 'schemas', 'workmail', 'actions');
  const actions = readdirSync(folder).map((file) => actionRule(path.basename(file, '.json')));
  const ofWorkMail = { eventSource: { enum: ['workmail.amazonaws.com', 'workmailMessageFlow.amazonaws.com'] } };
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    definitions: {
      ...object(envelopeShapes),
      ...object(shapes),
      record: { ...record, required: requiredFields(record) },
    },
    type: 'object',
    properties: {
      Records: {
        type: 'array',
        items: {
          allOf: [
            { $ref: '#/definitions/record' },
            whenever({ properties: ofWorkMail, required: ['eventSource'] }, { allOf: actions }),
          ],
        },
      },
    },
  };
}

/** For records of an action: parameters and answers, which may be null. */
function actionRule(action: string): Schema {
  const { properties } = read(`workmail/actions/${action}.json`);
  const sides = Object.entries(object(properties)).map(([side, schema]) => [
    side,
    whenever({ type: 'object' }, object(schema)),
  ]);
  const isAction = { properties: { eventName: { const: action } }, required: ['eventName'] };
  return whenever(isAction, { properties: Object.fromEntries(sides) });
}

/** `if` and `then`, written so that nobody takes the schema for a promise. */
function whenever(condition: Schema, consequence: Schema): Schema {
  return Object.fromEntries([
    ['if', condition],
    ['then', consequence],
  ]);
}

function requiredFields({ properties }: Schema): readonly string[] {
  return Object.entries(object(properties)).flatMap(([name, node]) =>
    object(node)['x-missing'] === 'error' ? [name] : [],
  );
}

/** A schema file, its references turned to the definitions of the one schema. */
function read(file: string): Schema {
  const text = readFileSync(path.join(projectRoot(), 'schemas', file), 'utf8');
  return object(JSON.parse(text.replaceAll(/("\$ref": *")[^"#]*#/g, '$1#')));
}

function object(value: unknown): Schema {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
