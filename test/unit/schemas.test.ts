/** Holds the files of `schemas/`, the code made from them and each other together. A failure says which file to edit. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { suite, test } from 'node:test';
import { Ajv, type ValidateFunction } from 'ajv';
import type { EntityKind, SchemaNode, Words } from '../../server/src/core/check/schemaTypes';
import type { Effect } from '../../server/src/core/investigate/state/stateSchema';
import { envelopeFields } from '../../server/src/generated/envelopeFields';
import { layers } from '../../server/src/generated/layers';
import { actionSchemas, catalog, recordSchema, words } from '../../server/src/generated/schemas';
import { stateSchema } from '../../server/src/generated/state';
import { thingPlaces } from '../../server/src/generated/things';
import { record, requestParameters, responseElements, type Validator } from '../../server/src/generated/validators';
import { projectRoot } from '../support/projectRoot';
import { type Example, exampleOf, wrongValue } from './schemaExample';

const folder = path.join(projectRoot(), 'schemas');
const read = (file: string): unknown => JSON.parse(readFileSync(path.join(folder, file), 'utf8'));
const filesIn = (name: string): readonly string[] =>
  readdirSync(path.join(folder, name))
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.slice(0, -'.json'.length));

/** Every schema of the product by the file it comes from, references resolved. */
function* roots(): Generator<[file: string, node: SchemaNode, validate: Validator]> {
  yield ['schemas/cloudtrail/record.json', recordSchema(), record];
  for (const [action, sides] of actionSchemas()) {
    for (const side of ['requestParameters', 'responseElements'] as const) {
      const validate = { requestParameters, responseElements }[side].get(action);
      assert.ok(validate, `There is no ${side} validator for ${action}: run node scripts/generate.mjs.`);
      yield [`schemas/workmail/actions/${action}.json, ${side}`, sides[side], validate];
    }
  }
}

/** The named values inside a schema, at every depth. */
function* named(node: SchemaNode, place = ''): Generator<[place: string, node: SchemaNode]> {
  for (const [name, child] of node.properties ?? []) {
    yield [`${place}/${name}`, child];
    yield* named(child, `${place}/${name}`);
  }
  if (node.items !== undefined) yield* named(node.items, `${place}/0`);
  if (typeof node.additionalProperties === 'object') yield* named(node.additionalProperties, `${place}/*`);
}

/** The same example with one value replaced; `place` as `named` tells it. */
function replaced(example: Example, place: string, value: Example): Example {
  const copy = structuredClone(example);
  const steps = place.split('/').slice(1);
  const last = steps.pop() ?? '';
  let at: unknown = copy;
  for (const step of steps) at = Reflect.get(Object(at), step);
  Reflect.set(Object(at), last, value);
  return copy;
}

suite('two lists say the same', () => {
  const same = (left: Iterable<string>, right: Iterable<string>, advice: string): void => {
    assert.deepEqual([...left].sort(), [...right].sort(), advice);
  };
  const apiActions = [...catalog()].filter(([, entry]) => entry.kind === 'api').map(([action]) => action);

  test('catalog and action files', () => {
    const advice =
      'Add the action to schemas/workmail/catalog.json (kind "api"), or its file to schemas/workmail/actions.';
    same(apiActions, filesIn('workmail/actions'), advice);
  });

  test('calls that delete what another one made, in the tables of states and among things', () => {
    const { actions } = stateSchema();
    const [all, deleting] = [Array.from(actions), new Set<string>()];
    const isGiven = ({ keys: [key] }: Effect): boolean =>
      key?.kind === 'paths' && key.paths.every(([side]) => side === 'responseElements');
    const made = all.flatMap(([, { tells, effects }]) =>
      tells ? [] : effects.flatMap((effect) => (effect.verb === 'set' && isGiven(effect) ? effect.tables : [])),
    );
    for (const [name, { effects }] of all) {
      const isDeleting = ({ verb, tables }: Effect): boolean =>
        verb === 'removeEverything' || (verb === 'remove' && tables.some((table) => made.includes(table)));
      if (effects.some(isDeleting)) deleting.add(name);
    }
    const things = Array.from(thingPlaces().get('workmail') ?? []);
    const ending = things.flatMap(([name, { ends }]) => (ends.length > 0 ? [name] : []));
    same(
      ending,
      deleting,
      'Say in schemas/cloudtrail/things.json what the call ends, or in schemas/state.json what it removes.',
    );
  });

  test('action files and generated code', () => {
    const advice = 'server/src/generated is old: run node scripts/generate.mjs.';
    for (const generated of [actionSchemas(), requestParameters, responseElements]) {
      same(generated.keys(), filesIn('workmail/actions'), advice);
    }
  });

  test('the fields of a record and its validator', () => {
    for (const name of recordSchema().properties?.keys() ?? []) {
      record({ [name]: null });
      const unknown = record.errors?.some(({ keyword }) => keyword === 'additionalProperties');
      assert.ok(!unknown, `The validator does not know ${name}: run node scripts/generate.mjs.`);
    }
    assert.equal(record({ noSuchField: null }), false);
    for (const name of envelopeFields) assert.ok(recordSchema().properties?.has(name), name);
  });

  test('word files and the type Words', () => {
    same(Object.keys(words()), filesIn('words'), 'Add the list to Words in server/src/core/check/schemaTypes.ts.');
  });

  test('files of layers and the table made from them', () => {
    const advice = 'server/src/generated is old: run node scripts/generate.mjs.';
    same(
      layers.map(({ id }) => id),
      filesIn('layers'),
      advice,
    );
    const orders = layers.map(({ order }) => order);
    assert.deepEqual(
      orders,
      [...new Set(orders)].sort((a, b) => a - b),
      'Two layers have the same order.',
    );
  });

  test('error codes of the catalog and their words', () => {
    const explained = [...words().errorCodes].filter(([, word]) => word.modelled === true).map(([code]) => code);
    const declared = new Set([...catalog().values()].flatMap((entry) => entry.errors));
    same(declared, explained, 'Explain the code in schemas/words/errorCodes.json, or mend errors in catalog.json.');
  });

  test('kinds of entities in the meta-schema and in the core', () => {
    const kinds: Readonly<Record<EntityKind, true>> = {
      user: true,
      group: true,
      resource: true,
      entity: true,
      organization: true,
      domain: true,
      email: true,
      address: true,
      role: true,
      rule: true,
      job: true,
      device: true,
      token: true,
      message: true,
      bucket: true,
      iamRole: true,
      kmsKey: true,
      lambda: true,
      directory: true,
      identityCenterApplication: true,
      identityCenterInstance: true,
    };
    const meta = read('meta/node.json') as { definitions: { entity: { enum: string[] } } };
    same(
      Object.keys(kinds),
      meta.definitions.entity.enum,
      'Mend schemas/meta/node.json or EntityKind in schemaTypes.ts.',
    );
  });
});

suite('meta-schemas', () => {
  const ajv = new Ajv({ allErrors: true, strict: false });
  for (const name of filesIn('meta'))
    ajv.addSchema({ ...Object(read(`meta/${name}.json`)), $id: `test:///${name}.json` });
  const meta = (name: string): ValidateFunction => {
    const validate = ajv.getSchema(`test:///${name}.json`);
    assert.ok(validate, name);
    return validate;
  };
  const accepts = (name: string, file: string): void => {
    const validate = meta(name);
    const [first] = validate(read(file)) ? [] : (validate.errors ?? []);
    assert.equal(first, undefined, `schemas/${file} at ${first?.instancePath}: ${first?.message}`);
  };

  test('every file satisfies its own', () => {
    accepts('record', 'cloudtrail/record.json');
    accepts('catalog', 'workmail/catalog.json');
    accepts('shapes', 'workmail/shapes.json');
    accepts('nameLists', 'nameLists.json');
    accepts('strays', 'strays.json');
    accepts('callsAbout', 'callsAbout.json');
    accepts('carriers', 'carriers.json');
    accepts('parameterFlags', 'parameterFlags.json');
    for (const name of filesIn('movers')) accepts('mover', `movers/${name}.json`);
    for (const name of filesIn('workmail/actions')) accepts('action', `workmail/actions/${name}.json`);
    for (const name of filesIn('words')) accepts('words', `words/${name}.json`);
    for (const name of filesIn('layers')) accepts('layer', `layers/${name}.json`);
  });

  test('what that of layers must refuse', () => {
    const validate = meta('layer');
    const layer = {
      $schema: '../meta/layer.json',
      order: 1,
      name: 'marks',
      madeBy: 'a tool',
      description: 'Marks before lines.',
      kind: 'line-prefix',
      words: 'Marks were left out in reading.',
      patterns: ['> '],
    };
    assert.equal(validate(layer), true);
    const refused = {
      'no sentence': { words: undefined },
      'no description': { description: undefined },
      'no patterns': { patterns: undefined },
      'a pattern of another kind': { pattern: '> ' },
      'a kind without code': { kind: 'magic' },
      'an obstacle that nothing tells': { kind: 'obstacle', patterns: undefined },
      'an unknown keyword': { patern: '> ' },
    };
    for (const [what, members] of Object.entries(refused))
      assert.equal(validate(JSON.parse(JSON.stringify({ ...layer, ...members }))), false, what);
  });

  test('every property that they know is described, as they demand it of the others', () => {
    const silent: string[] = [];
    const walk = (schema: unknown, place: string): void => {
      for (const [kind, named] of Object.entries(Object(schema))) {
        if (kind !== 'properties' && kind !== 'definitions') continue;
        for (const [name, member] of Object.entries(Object(named))) {
          const { description } = Object(member);
          const isSaid = typeof description === 'string' && /^\S.{7,}\.$/.test(description);
          // A definition may be plain: what refers to it says what it is for.
          if (kind === 'properties' && !isSaid) silent.push(`${place}/${kind}/${name}`);
          walk(member, `${place}/${kind}/${name}`);
        }
      }
    };
    for (const name of filesIn('meta')) walk(read(`meta/${name}.json`), `schemas/meta/${name}.json#`);
    assert.deepEqual(silent, []);
  });

  test('what they must refuse', () => {
    const side = { description: 'What was asked.', type: 'object', additionalProperties: false, properties: {} };
    const action = (property: unknown, members: object = {}): object => ({
      $schema: 'http://json-schema.org/draft-07/schema#',
      title: 'Example',
      type: 'object',
      properties: { requestParameters: { ...side, ...members, properties: { property } }, responseElements: side },
    });
    const text = { description: 'Something that is described.', type: 'string' };
    const validate = meta('action');
    assert.equal(validate(action(text)), true);
    assert.equal(validate(action({ $ref: '../shapes.json#/definitions/email' })), true);
    const refused = {
      'no description': { type: 'string' },
      'no description, deeper': { ...side, properties: { inner: { type: 'string' } } },
      'no description, in a list': {
        ...text,
        type: 'array',
        items: { type: 'object', additionalProperties: false, properties: { inner: { type: 'string' } } },
      },
      'a reference without description of its own beside it': {
        allOf: [{ $ref: '../shapes.json#/definitions/email' }],
      },
      'words beside a plain reference': { ...text, $ref: '../shapes.json#/definitions/email' },
      'an enum without words': { ...text, enum: ['A'] },
      'an unknown keyword': { ...text, maxLen: 3 },
      'a pattern without anchors': { ...text, pattern: '[a-z]+' },
      'silence on further names': { description: 'Something.', type: 'object', properties: {} },
      'a list of nobody knows what': { ...text, type: 'array' },
    };
    for (const [what, property] of Object.entries(refused)) assert.equal(validate(action(property)), false, what);
  });
});

suite('schemas', () => {
  test('describe every property at every depth, and every value of an enum', () => {
    for (const [file, root] of roots()) {
      for (const [place, node] of named(root)) {
        assert.ok((node.description ?? '').length > 9, `${file}: describe ${place}.`);
        assert.equal(
          node.enumDescriptions?.length,
          node.enum?.length,
          `${file}: ${place} needs a word for each value.`,
        );
      }
    }
  });

  test('never demand a secret', () => {
    for (const [file, root] of roots()) {
      for (const [place, node] of [['', root] as const, ...named(root)]) {
        for (const name of node.required ?? []) {
          assert.notEqual(node.properties?.get(name)?.['x-secret'], true, `${file}: ${place}/${name} is a secret.`);
        }
      }
    }
  });

  test('patterns of words compile', () => {
    for (const [list, entries] of Object.entries(words())) {
      for (const [word, { pattern }] of entries as Words[keyof Words]) {
        assert.doesNotThrow(() => new RegExp(pattern ?? '', 'u'), `schemas/words/${list}.json: ${word}`);
      }
    }
  });
});

suite('validators', () => {
  for (const extent of ['least', 'most'] as const) {
    test(`accept an example made of the schema: ${extent}`, () => {
      for (const [file, root, validate] of roots()) {
        const fits = validate(exampleOf(root, extent));
        assert.ok(fits, `${file}: ${JSON.stringify(validate.errors)}`);
      }
    });
  }

  test('find a value of the wrong type at every place', () => {
    for (const [file, root, validate] of roots()) {
      const example = exampleOf(root, 'most');
      for (const [place, node] of named(root)) {
        const wrong = wrongValue(node);
        if (wrong === undefined) continue;
        assert.equal(validate(replaced(example, place, wrong)), false, `${file}: ${place}`);
        const said = validate.errors?.map(({ keyword, instancePath }) => `${keyword} ${instancePath}`);
        assert.ok(said?.includes(`type ${place}`), `${file}: ${place} gives ${said}`);
      }
    }
  });

  test('find unknown and missing names', () => {
    const createUser = requestParameters.get('CreateUser');
    assert.equal(
      createUser?.({ organizationId: 'm-0123456789abcdef0123456789abcdef', name: 'jane', nickname: 'j' }),
      false,
    );
    assert.deepEqual(
      createUser.errors?.map(({ keyword, instancePath, params }) => ({ keyword, instancePath, params })),
      [
        { keyword: 'required', instancePath: '', params: { missingProperty: 'displayName' } },
        { keyword: 'additionalProperties', instancePath: '', params: { additionalProperty: 'nickname' } },
      ],
    );
  });

  test('are not misled by names that every object has', () => {
    const hostile: unknown = JSON.parse(
      '{"__proto__":{"eventName":"x"},"constructor":1,"userIdentity":{"__proto__":{}}}',
    );
    assert.equal(record(hostile), false);
    const names = record.errors?.map(({ instancePath, params }) => `${instancePath}/${params.additionalProperty}`);
    assert.deepEqual(names, ['/__proto__', '/constructor', '/userIdentity/__proto__']);
  });
});
