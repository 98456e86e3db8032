import { actionSchemas } from '../../generated/schemas';
import type { ActionSchema, EntityKind, SchemaNode } from '../check/schemaTypes';
import { once } from '../once';

/** What identifies or names something in a value: a schema without all that does not. */
export interface NamingNode {
  readonly id: EntityKind | undefined;
  readonly name: EntityKind | undefined;
  readonly properties: readonly (readonly [key: string, node: NamingNode])[];
  readonly items: NamingNode | undefined;
}

/** Both sides of an action; a side that identifies nothing is absent. */
export interface NamingSchema {
  /** Whether a call can teach a name at all. */
  readonly names: boolean;
  readonly requestParameters: NamingNode | undefined;
  readonly responseElements: NamingNode | undefined;
}

/**
 * What of each action tells what an id is called (`x-entity`, `x-entity-name`), made when it is asked for. Most fields of most
 * actions do neither, and every record of a log is asked.
 */
export const namingSchemas = once(
  (): ReadonlyMap<string, () => NamingSchema> =>
    new Map(Array.from(actionSchemas(), ([action, schema]) => [action, once(() => namingSchema(schema))])),
);

function namingSchema(schema: ActionSchema): NamingSchema {
  const requestParameters = namingNode(schema.requestParameters);
  const responseElements = namingNode(schema.responseElements);
  return { names: holdsName(requestParameters) || holdsName(responseElements), requestParameters, responseElements };
}

/** All members of requests and answers that identify or name something in any action, each as the first action has it. */
export const anyNaming = once((): NamingNode => {
  const properties = new Map<string, NamingNode>();
  for (const schema of actionSchemas().values()) {
    for (const side of [schema.requestParameters, schema.responseElements]) {
      for (const [name, node] of namingNode(side)?.properties ?? []) {
        if (!properties.has(name)) properties.set(name, node);
      }
    }
  }
  return { id: undefined, name: undefined, properties: Array.from(properties), items: undefined };
});

/** Schemas are ours and shallow. */
function namingNode(node: SchemaNode): NamingNode | undefined {
  const { 'x-entity': id, 'x-entity-name': name } = node;
  if (node['x-secret'] === true) return undefined;
  const items = node.items && namingNode(node.items);
  const properties: [string, NamingNode][] = [];
  for (const [key, child] of node.properties ?? []) {
    const naming = namingNode(child);
    if (naming !== undefined) properties.push([key, naming]);
  }
  if (id === undefined && name === undefined && items === undefined && properties.length === 0) return undefined;
  return { id, name, properties, items };
}

/** Whether something in it is a name; an address is one where no better is known. */
function holdsName(node: NamingNode | undefined): boolean {
  if (node === undefined) return false;
  if (node.name !== undefined || node.id === 'email') return true;
  return holdsName(node.items) || node.properties.some(([, child]) => holdsName(child));
}
