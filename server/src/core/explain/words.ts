/**
 * Finds what the schemas say of a place in a record: the same files the validators are made from, so that whatever is
 * checked is also explained.
 */
import { actionSchemas, catalog, recordSchema } from '../../generated/schemas';
import type { CatalogEntry, SchemaNode } from '../check/schemaTypes';
import { once } from '../once';
import type { Action, EventRecord, JsonPath } from '../record';
import { isMailCall } from '../record';
import { spelled } from './members';

/**
 * How well a place is known:
 * - `known`: a schema describes it;
 * - `free`: it stands in an object whose names every service, provider or policy chooses by itself;
 * - `unknown`: its schema does not name it;
 * - `undocumented`: a parameter of a console-only action, of which AWS documents none;
 * - `unknown action`: a parameter of an action the catalog does not hold;
 * - `other service`: a parameter of an action of another service.
 */
export type Standing = 'known' | 'free' | 'unknown' | 'undocumented' | 'unknown action' | 'other service';

/** One place of a record as the schemas see it. */
export interface Field {
  /** From the root, as the schema spells it and with `[]` for a position: `requestParameters.rules[].effect`. May hold log text. */
  readonly name: string;
  /** The last name on the path; may be log text. */
  readonly shortName: string;
  readonly standing: Standing;
  readonly node: SchemaNode | undefined;
  /** Of an entry of a list: what the list itself says. */
  readonly list: SchemaNode | undefined;
  /** Whether the object around it demands it. */
  readonly required: boolean;
  /** The WorkMail or Message Flow action whose parameter or answer this is. */
  readonly action: string | undefined;
  /** The page of the AWS documentation that describes it. */
  readonly docs: string | undefined;
}

/** An action together with what the catalog knows of it. */
export interface KnownAction {
  readonly name: string;
  readonly entry: CatalogEntry;
}

/** Finds an action in the catalog, whatever the case of its letters; it must belong to the service that the record names. */
export function knownAction(action: Action | undefined): KnownAction | undefined {
  if (action === undefined) return undefined;
  const known = knownActions().get(spelled(knownActions(), action.name) ?? '');
  return known !== undefined && entryService(known.entry) === action.service ? known : undefined;
}

/** Made once: every record of WorkMail is asked for its action several times. */
const knownActions = once(
  (): ReadonlyMap<string, KnownAction> => new Map(Array.from(catalog(), ([name, entry]) => [name, { name, entry }])),
);

/** The service of a catalog entry. */
export function entryService(entry: CatalogEntry): Action['service'] {
  return entry.eventSource === 'workmail.amazonaws.com' ? 'workmail' : 'messageflow';
}

type Step = Pick<Field, 'standing' | 'node' | 'list' | 'required'>;
const nowhere = { node: undefined, list: undefined, required: false };

/** What the schemas know of a path. The path may lead anywhere; it need not exist in the record. */
export function fieldAt(record: EventRecord, path: JsonPath): Field {
  const names: string[] = [];
  let docs = recordSchema()['x-docs'];
  let action: string | undefined;
  let step: Step = { ...nowhere, standing: 'known', node: recordSchema() };
  for (const [depth, key] of path.entries()) {
    const side = depth === 1 ? sideOf(names[0]) : undefined;
    if (side !== undefined) {
      const known = knownAction(record.action);
      step = sideStep(record, known, side);
      action = step.standing === 'known' ? known?.name : undefined;
      docs = action === undefined ? undefined : known?.entry.docs;
    }
    names.push(typeof key === 'number' ? '[]' : (spelled(step.node?.properties, key) ?? key));
    step = stepInto(step, key, names.at(-1) ?? '');
    docs = step.node?.['x-docs'] ?? docs;
  }
  const shortName = names.filter((name) => name !== '[]').at(-1) ?? '';
  return { ...step, name: names.join('.').replaceAll('.[]', '[]'), shortName, action, docs };
}

type Side = 'requestParameters' | 'responseElements';

function sideOf(name: string | undefined): Side | undefined {
  return name === 'requestParameters' || name === 'responseElements' ? name : undefined;
}

/** Parameters and answers are described by the action's own file. */
function sideStep(record: EventRecord, known: KnownAction | undefined, side: Side): Step {
  if (!isMailCall(record.service)) return { ...nowhere, standing: 'other service' };
  if (known === undefined) return { ...nowhere, standing: 'unknown action' };
  const schema = actionSchemas().get(known.name);
  if (schema === undefined) return { ...nowhere, standing: 'undocumented' };
  return { ...nowhere, standing: 'known', node: schema[side] };
}

function stepInto({ standing, node }: Step, key: string | number, name: string): Step {
  if (node === undefined) return { ...nowhere, standing: standing === 'known' ? 'unknown' : standing };
  if (typeof key === 'number') {
    if (node.items !== undefined) return { standing: 'known', node: node.items, list: node, required: false };
    return { ...nowhere, standing: 'free', list: node };
  }
  const property = node.properties?.get(name);
  if (property !== undefined) {
    return { standing: 'known', node: property, list: undefined, required: node.required?.includes(name) ?? false };
  }
  if (typeof node.additionalProperties === 'object') {
    return { ...nowhere, standing: 'known', node: node.additionalProperties };
  }
  return { ...nowhere, standing: node.additionalProperties === false || !holdsMore(node) ? 'unknown' : 'free' };
}

function holdsMore({ type }: SchemaNode): boolean {
  return [type].flat().some((name) => name === 'object' || name === 'array');
}

/** What the action's own file says of requestParameters or responseElements as a whole. */
export function sideWords(record: EventRecord, path: JsonPath): string | undefined {
  const side = path.length === 1 && typeof path[0] === 'string' ? sideOf(path[0]) : undefined;
  const known = knownAction(record.action);
  const words = side && known && actionSchemas().get(known.name)?.[side].description;
  return words === undefined || known === undefined ? undefined : `In ${known.name}: ${words}`;
}
