import { actionSchemas } from '../../generated/schemas';
import type { EntityKind, SchemaNode } from '../check/schemaTypes';
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
  readonly requestParameters: NamingNode | undefined;
  readonly responseElements: NamingNode | undefined;
}

/**
 * The actions that can teach what an id is called, by name, with the fields that do (`x-entity`, `x-entity-name`). Most fields of
 * most actions do neither, and every record of a log is asked.
 */
export const namingSchemas = once((): ReadonlyMap<string, NamingSchema> => {
  const found = new Map<string, NamingSchema>();
  for (const [action, schema] of actionSchemas()) {
    const requestParameters = namingNode(schema.requestParameters);
    const responseElements = namingNode(schema.responseElements);
    if (holdsName(requestParameters) || holdsName(responseElements)) {
      found.set(action, { requestParameters, responseElements });
    }
  }
  return found;
});

/** Schemas are ours and shallow. */
function namingNode(node: SchemaNode): NamingNode | undefined {
  const { 'x-entity': id, 'x-entity-name': name } = node;
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
