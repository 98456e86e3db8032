/**
 * What schemas/ says of ids and names, read from its files as anybody would: no generated code, nothing linked. What the product finds
 * in a store is held against a scan that knows these files and nothing else.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../projectRoot';

/** A place of a request or an answer. */
export interface PlainNode {
  readonly id: string | undefined;
  readonly name: string | undefined;
  readonly isTarget: boolean;
  readonly isSecret: boolean;
  readonly properties: Readonly<Record<string, PlainNode>>;
  readonly items: PlainNode | undefined;
}

export interface PlainAction {
  readonly requestParameters: PlainNode;
  readonly responseElements: PlainNode;
}

/** The places of a call that schemas/cloudtrail/things.json knows. */
export interface PlainThings {
  readonly makes?: readonly string[];
  readonly names?: readonly string[];
}

export class PlainSchemas {
  readonly #folder = path.join(projectRoot(), 'schemas');
  readonly #services: Readonly<Record<string, Readonly<Record<string, PlainThings>>>>;
  readonly #actions = new Map<string, PlainAction | undefined>();

  constructor() {
    this.#services = JSON.parse(readFileSync(path.join(this.#folder, 'cloudtrail', 'things.json'), 'utf8')).services;
  }

  /** Of calls of WorkMail those alone that stand under their own name: the rest is in the schema of the action. */
  things(service: string, action: string): PlainThings {
    const known = this.#services[service] ?? {};
    return known[action] ?? (service === 'workmail' ? {} : (known['*'] ?? {}));
  }

  /** Undefined for an action that has no file. */
  action(name: string): PlainAction | undefined {
    if (!this.#actions.has(name)) this.#actions.set(name, this.#read(name));
    return this.#actions.get(name);
  }

  #read(name: string): PlainAction | undefined {
    const file = path.join(this.#folder, 'workmail', 'actions', `${name}.json`);
    if (!existsSync(file)) return undefined;
    const { properties } = Object(resolved(JSON.parse(readFileSync(file, 'utf8')), file));
    return {
      requestParameters: nodeOf(properties.requestParameters),
      responseElements: nodeOf(properties.responseElements),
    };
  }
}

/** A schema with what it refers to put in its place. */
function resolved(schema: unknown, file: string): Record<string, unknown> {
  const { $ref, allOf = [], properties, items, ...own } = Object(schema);
  let found: Record<string, unknown> = {};
  const take = (other: Record<string, unknown>): void => {
    found = { ...found, ...other, properties: { ...Object(found.properties), ...Object(other.properties) } };
  };
  if (typeof $ref === 'string') {
    const [relative = '', pointer = ''] = $ref.split('#');
    const from = relative === '' ? file : path.resolve(path.dirname(file), relative);
    let target: unknown = JSON.parse(readFileSync(from, 'utf8'));
    for (const step of pointer.split('/').slice(1)) target = Object(target)[step];
    take(resolved(target, from));
  }
  for (const part of allOf) take(resolved(part, file));
  const members = Object.entries(Object(properties)).map(([name, child]) => [name, resolved(child, file)]);
  take({
    ...own,
    properties: Object.fromEntries(members),
    ...(items !== undefined && { items: resolved(items, file) }),
  });
  return found;
}

function nodeOf(schema: unknown): PlainNode {
  const { properties = {}, items, ...own } = Object(schema);
  return {
    id: own['x-entity'],
    name: own['x-entity-name'],
    isTarget: own['x-target'] === true,
    isSecret: own['x-secret'] === true,
    properties: Object.fromEntries(Object.entries(properties).map(([name, child]) => [name, nodeOf(child)])),
    items: items === undefined ? undefined : nodeOf(items),
  };
}
