/** Holds `schemas/` against its meta-schemas, and against what a meta-schema can't say. */
import { Ajv } from 'ajv';
import { ownLogMistakes } from './ownLogs.mjs';
import { shapeName } from './rewrite.mjs';
import { sequenceMistakes } from './sequenceMistakes.mjs';
import { stateMistakes } from './stateMistakes.mjs';

/** What is wrong with the files of `schemas/`, one sentence each that names the file and the place. Empty when nothing is. */
export function mistakes(schemas) {
  const found = [];
  const ajv = new Ajv({ allErrors: true, strict: false });
  for (const [name, meta] of schemas.meta) ajv.addSchema({ ...meta, $id: `schemas:///meta/${name}.json` });
  const hold = (file, data, meta) => {
    const validate = ajv.getSchema(`schemas:///meta/${meta}.json`);
    if (!validate(data)) found.push(...metaMistakes(file, meta, validate.errors));
    else if (meta === 'words') found.push(...wordMistakes(file, data.words));
    else if (meta === 'form') found.push(...formMistakes(file, data));
    else if (meta === 'relatives') found.push(...patternMistakes(file, data.relatives));
    else if (meta === 'things') found.push(...thingMistakes(file, data, schemas.catalog.actions));
    else if (meta === 'layer') found.push(...layerMistakes(file, data));
    else if (meta === 'nameLists') found.push(...nameListMistakes(file, data));
    else if (meta === 'redaction') found.push(...redactionMistakes(file, data));
    else if (meta === 'question') found.push(...questionMistakes(file, data, schemas));
    else if (meta === 'phrases') found.push(...phraseMistakes(file, data, schemas.catalog.actions));
    else if (meta === 'doors') found.push(...doorMistakes(file, data, schemas.catalog.actions));
    else if (meta === 'callsAbout') found.push(...callsAboutMistakes(file, data, schemas.catalog.actions));
    else if (meta === 'parameterFlags') found.push(...parameterFlagMistakes(file, data, schemas));
    else if (meta === 'sequence') found.push(...sequenceMistakes(file, data, schemas));
    else if (meta === 'state') found.push(...stateMistakes(file, data, schemas));
    else if (meta === 'mover' || meta === 'strays') found.push(...callMistakes(file, data, schemas.catalog.actions));
    else if (meta === 'exportColumns') found.push(...columnMistakes(file, data));
    else if (
      !['catalog', 'carriers', 'aroundMail', 'logDeliveries', 'ownLog', 'handoverEngine', 'handoverFields'].includes(
        meta,
      )
    )
      found.push(...nodeMistakes(file, data, data.definitions ?? schemas.shapes.definitions));
  };
  hold('cloudtrail/record.json', schemas.record, 'record');
  hold('cloudtrail/things.json', schemas.things, 'things');
  hold('workmail/catalog.json', schemas.catalog, 'catalog');
  hold('workmail/shapes.json', schemas.shapes, 'shapes');
  hold('relatives.json', schemas.relatives, 'relatives');
  hold('redaction.json', schemas.redaction, 'redaction');
  hold('nameLists.json', schemas.nameLists, 'nameLists');
  hold('exportColumns.json', schemas.exportColumns, 'exportColumns');
  hold('phrases.json', schemas.phrases, 'phrases');
  hold('doors.json', schemas.doors, 'doors');
  hold('parameterFlags.json', schemas.parameterFlags, 'parameterFlags');
  hold('callsAbout.json', schemas.callsAbout, 'callsAbout');
  hold('carriers.json', schemas.carriers, 'carriers');
  hold('logDeliveries.json', schemas.logDeliveries, 'logDeliveries');
  hold('aroundMail.json', schemas.aroundMail, 'aroundMail');
  hold('state.json', schemas.state, 'state');
  hold('strays.json', schemas.strays, 'strays');
  hold('handover/fields.json', schemas.handoverFields, 'handoverFields');
  for (const [name, engine] of schemas.handoverEngines) hold(`handover/engines/${name}.json`, engine, 'handoverEngine');
  for (const [name, mover] of schemas.movers) hold(`movers/${name}.json`, mover, 'mover');
  for (const [name, question] of schemas.questions) hold(`questions/${name}.json`, question, 'question');
  for (const [name, sequence] of schemas.sequences) hold(`sequences/${name}.json`, sequence, 'sequence');
  for (const [name, form] of schemas.forms) hold(`forms/${name}.json`, form, 'form');
  for (const [name, words] of schemas.words) hold(`words/${name}.json`, words, 'words');
  for (const [name, log] of schemas.ownLogs) hold(`own-logs/${name}.json`, log, 'ownLog');
  found.push(...ownLogMistakes(schemas));
  for (const [name, layer] of schemas.layers) hold(`layers/${name}.json`, layer, 'layer');
  found.push(...orderMistakes(schemas.layers));
  for (const [name, action] of schemas.actions) {
    hold(`workmail/actions/${name}.json`, action, 'action');
    if (action.title !== name) found.push(`schemas/workmail/actions/${name}.json has the title ${action.title}.`);
  }
  return found;
}

function metaMistakes(file, meta, errors) {
  // A failed condition is told once more by the keyword that holds it.
  const telling = errors.filter(({ keyword }) => !['if', 'anyOf', 'allOf'].includes(keyword));
  return (telling.length > 0 ? telling : errors).map(({ instancePath, message, params }) => {
    const detail = params.additionalProperty ?? params.allowedValues?.join(', ');
    const said = detail === undefined ? message : `${message} (${detail})`;
    return `schemas/${file} at ${instancePath || 'its root'} breaks schemas/meta/${meta}.json: ${said}.`;
  });
}

function formMistakes(file, { told }) {
  if (told.line === undefined || compiles(told.line)) return [];
  return [`schemas/${file} at /told/line: not a regular expression.`];
}

function patternMistakes(file, entries) {
  return entries
    .filter(({ pattern }) => !compiles(pattern))
    .map(({ pattern }) => `schemas/${file}: ${pattern} is not a regular expression.`);
}

function wordMistakes(file, words) {
  return Object.entries(words)
    .filter(([, { pattern }]) => pattern !== undefined && !compiles(pattern))
    .map(([word]) => `schemas/${file} at /words/${word}: the pattern is not a regular expression.`);
}

function layerMistakes(file, { tell, unless, pattern, patterns = [], open, close }) {
  return Object.entries({ tell, unless, pattern, open, close, ...patterns })
    .filter(([, source]) => source !== undefined && !compiles(source))
    .map(([place]) => `schemas/${file} at ${place}: the pattern is not a regular expression.`);
}

/** An action of WorkMail that the catalog does not know is a slip of the pen; of other services there is no list. */
function thingMistakes(file, { services }, catalog) {
  return Object.keys(services.workmail ?? {})
    .filter((action) => !Object.hasOwn(catalog, action))
    .map((action) => `schemas/${file} at /services/workmail/${action}: the catalog has no such action.`);
}

/** What is asked next is one of the questions, what is missing stands in logs that WorkMail writes, and an action of WorkMail that the catalog does not know is a slip of the pen. */
function questionMistakes(file, { next, restsOn, missing }, { questions, catalog, logDeliveries }) {
  const unknown = next.filter((id) => !questions.has(id)).map((id) => `schemas/${file}: there is no question ${id}.`);
  const ours = [...(restsOn.workmail ?? []), ...(restsOn.workmailMessageFlow ?? [])];
  const misspelled = ours.filter((action) => action !== '*' && !Object.hasOwn(catalog.actions, action));
  const unwritten = missing
    .flatMap(({ ownLogs = [] }) => ownLogs)
    .filter((log) => log !== 'EMAIL_EVENTS' && !Object.hasOwn(logDeliveries.logs, log))
    .map((log) => `schemas/${file}: WorkMail writes no log ${log}.`);
  return [
    ...unknown,
    ...unwritten,
    ...misspelled.map((action) => `schemas/${file}: the catalog has no action ${action}.`),
  ];
}

/** No two columns have one name. */
function columnMistakes(file, { columns }) {
  const names = columns.map(({ name }) => name);
  return names
    .filter((name, at) => names.indexOf(name) !== at)
    .map((name) => `schemas/${file}: there are two columns ${name}.`);
}

/** An action of WorkMail that the catalog does not know is a slip of the pen. */
function phraseMistakes(file, { phrases, many }, catalog) {
  const unknown = [...Object.keys(phrases.workmail ?? {}), ...Object.keys(phrases.workmailMessageFlow ?? {})]
    .filter((action) => !Object.hasOwn(catalog, action))
    .map((action) => `schemas/${file}: the catalog has no action ${action}.`);
  // Many calls are told as one of them is where they have one value.
  const alone = Object.entries(many).flatMap(([service, actions]) =>
    Object.keys(actions)
      .filter((action) => !Object.hasOwn(phrases[service] ?? {}, action))
      .map((action) => `schemas/${file}: many has ${action} of ${service}, and phrases has not.`),
  );
  return [...unknown, ...alone];
}

/** An action of WorkMail that the catalog does not know is a slip of the pen. */
function doorMistakes(file, { doors }, catalog) {
  return doors
    .filter(({ service }) => service === 'workmail')
    .flatMap(({ opens, closedBy }) => [opens, ...closedBy])
    .filter((action) => !Object.hasOwn(catalog, action))
    .map((action) => `schemas/${file}: the catalog has no action ${action}.`);
}

/** The same of calls about what own logs tell of. */
function callsAboutMistakes(file, about, catalog) {
  const { grants, membership, letsIn, tellsRoleType, accessRules, mailRules, messages, otherSystems } = about;
  return [
    ...[...grants, membership].flatMap(({ given, taken }) => [given, taken]),
    ...letsIn,
    ...tellsRoleType,
    ...Object.values(accessRules).flatMap(({ actions, deletedWithRoleBy = [] }) => [...actions, ...deletedWithRoleBy]),
    ...Object.values(mailRules).flat(),
    ...messages,
    ...otherSystems.actions,
  ]
    .filter((action) => !Object.hasOwn(catalog, action))
    .map((action) => `schemas/${file}: the catalog has no action ${action}.`);
}

/** The same, and a parameter that the schema of its action does not know is one too. */
function parameterFlagMistakes(file, { rules }, { catalog, actions, shapes }) {
  const resolved = (node) => (shapeName(node) === undefined ? node : shapes.definitions[shapeName(node)]);
  const leads = (action, parameter) => {
    let node = actions.get(action)?.properties?.requestParameters;
    for (const step of parameter.split('.')) {
      const holder = node === undefined ? undefined : resolved(node);
      node = step === '*' ? holder?.items : holder?.properties?.[step];
    }
    return node !== undefined;
  };
  return rules.flatMap(({ actions: flagged, parameter }) =>
    flagged.flatMap((action) => {
      if (!Object.hasOwn(catalog.actions, action)) return [`schemas/${file}: the catalog has no action ${action}.`];
      return leads(action, parameter) ? [] : [`schemas/${file}: ${action} has no parameter ${parameter}.`];
    }),
  );
}

/** The same of movers and of what strays from moves. */
function callMistakes(file, { carries, begins, beside, ends, deeds = {}, known = {}, through = {} }, catalog) {
  const lists = [begins, beside, ends, ...Object.values(deeds), ...Object.values(known)];
  const ours = lists.flatMap((calls = {}) => [...(calls.workmail ?? []), ...(calls.workmailMessageFlow ?? [])]);
  return [...(carries === undefined ? [] : [carries.action]), ...ours, ...Object.keys(through)]
    .filter((action) => !Object.hasOwn(catalog, action))
    .map((action) => `schemas/${file}: the catalog has no action ${action}.`);
}

/** A field has one kind, however its name is spelled. */
function redactionMistakes(file, { fields }) {
  const known = new Map();
  const found = [];
  for (const [kind, { names }] of Object.entries(fields)) {
    for (const name of names) {
      const spelled = name.toLowerCase().replace(/[-_ ]/g, '');
      if (known.has(spelled)) found.push(`schemas/${file}: ${name} stands under ${known.get(spelled)} and ${kind}.`);
      known.set(spelled, kind);
    }
  }
  return found;
}

/** A list is told by its member and the id of its entries, a single thing by its id. */
function nameListMistakes(file, { lists, entries, nameless }) {
  const told = [
    ...lists.map(({ member, id }) => `${member} with ${id}`),
    ...entries.map(({ id }) => id),
    ...nameless.map(({ member }) => member),
  ];
  return told.filter((each, at) => told.indexOf(each) !== at).map((each) => `schemas/${file}: ${each} is told twice.`);
}

function orderMistakes(layers) {
  const byOrder = new Map();
  for (const [name, { order }] of layers) byOrder.set(order, [...(byOrder.get(order) ?? []), name]);
  return [...byOrder]
    .filter(([, names]) => names.length > 1)
    .map(([order, names]) => `schemas/layers: ${names.join(' and ')} have the same order, ${order}.`);
}

function compiles(pattern) {
  try {
    return new RegExp(pattern, 'u') instanceof RegExp;
  } catch {
    return false;
  }
}

function nodeMistakes(file, schema, shapes) {
  const found = [];
  const shapeOf = (node) => (shapeName(node) === undefined ? node : shapes[shapeName(node)]);
  walk(schema, '', (node, place) => {
    const say = (what) => found.push(`schemas/${file} at ${place || 'its root'}: ${what}`);
    if (shapeName(node) !== undefined && !Object.hasOwn(shapes, shapeName(node))) {
      say(`there is no definition ${shapeName(node)}.`);
    }
    if (node.enum !== undefined && node.enum.length !== node.enumDescriptions?.length) {
      say('enum and enumDescriptions differ in length.');
    }
    if (node.pattern !== undefined && !compiles(node.pattern)) say('the pattern is not a regular expression.');
    for (const name of node.required ?? []) {
      if (!Object.hasOwn(node.properties, name)) say(`"${name}" is required but not among the properties.`);
      else if (node.properties[name]['x-secret'] || shapeOf(node.properties[name])?.['x-secret']) {
        say(`"${name}" is a secret, and an absent secret is never a mistake: it must not be required.`);
      }
    }
  });
  return found;
}

/** Calls `visit(node, place)` on a schema and every schema inside it; `place` is a JSON pointer. */
function walk(node, place, visit) {
  visit(node, place);
  for (const group of ['properties', 'definitions']) {
    for (const [name, child] of Object.entries(node[group] ?? {})) walk(child, `${place}/${group}/${name}`, visit);
  }
  if (node.items !== undefined) walk(node.items, `${place}/items`, visit);
  if (typeof node.additionalProperties === 'object') {
    walk(node.additionalProperties, `${place}/additionalProperties`, visit);
  }
}
