/** Turns schemas as `generated/schemas.ts` stores them into what the core reads. Recursion here follows our own files. */
import { once } from '../once';
import type { ActionSchema, SchemaNode, SchemaWords } from './schemaTypes';

/** A node as stored: a shared shape by its name, with the words this place puts over the shape's own. */
export interface StoredNode extends SchemaWords {
  readonly $ref?: string;
  readonly properties?: StoredNodes;
  readonly items?: StoredNode;
  readonly additionalProperties?: boolean | StoredNode;
}

/** Stored nodes by the name of their property or shape. */
export interface StoredNodes {
  readonly [name: string]: StoredNode;
}

/** The shapes that are used more than once, and both sides of each API action, as `generated/schemas.ts` stores them. */
export interface StoredActions {
  readonly shapes: StoredNodes;
  readonly actions: { readonly [action: string]: { readonly [K in keyof ActionSchema]: StoredNode } };
}

/**
 * Puts shapes in the place of their names. Nodes without words of their own share one object with their shape.
 * Throws when a shape is missing, which the generator has ruled out.
 */
function linker(shapes: StoredNodes): (node: StoredNode) => SchemaNode {
  const linked = new Map<string, SchemaNode>();
  const shape = (name: string): SchemaNode => {
    const known = linked.get(name);
    if (known !== undefined) return known;
    const stored = shapes[name];
    if (stored === undefined) throw new Error(`There is no shape ${name}.`);
    const made = link(stored);
    linked.set(name, made);
    return made;
  };
  const link = (node: StoredNode): SchemaNode => {
    const { $ref, properties, items, additionalProperties, ...words } = node;
    const base = $ref === undefined ? {} : shape($ref);
    if ($ref !== undefined && Object.keys(node).length === 1) return base;
    return {
      ...base,
      ...words,
      ...(properties === undefined ? {} : { properties: linkAll(properties, link) }),
      ...(items === undefined ? {} : { items: link(items) }),
      ...(additionalProperties === undefined
        ? {}
        : {
            additionalProperties:
              typeof additionalProperties === 'boolean' ? additionalProperties : link(additionalProperties),
          }),
    };
  };
  return link;
}

function linkAll(nodes: StoredNodes, link: (node: StoredNode) => SchemaNode): ReadonlyMap<string, SchemaNode> {
  return new Map(Object.entries(nodes).map(([name, node]) => [name, link(node)]));
}

/** The record schema, its definitions resolved. */
export function linkRecord(stored: { readonly shapes: StoredNodes; readonly record: StoredNode }): SchemaNode {
  return linker(stored.shapes)(stored.record);
}

/** Every action schema by action name, shapes resolved and shared between actions; each is put together when it is asked for. */
export function linkActions(stored: StoredActions): ReadonlyMap<string, ActionSchema> {
  const link = linker(stored.shapes);
  return new Map(Object.entries(stored.actions).map(([action, sides]) => [action, linkedWhenAsked(sides, link)]));
}

/** A log holds few of the actions there are. */
function linkedWhenAsked(
  sides: { readonly [K in keyof ActionSchema]: StoredNode },
  link: (node: StoredNode) => SchemaNode,
): ActionSchema {
  const request = once(() => link(sides.requestParameters));
  const response = once(() => link(sides.responseElements));
  return {
    get requestParameters() {
      return request();
    },
    get responseElements() {
      return response();
    },
  };
}
