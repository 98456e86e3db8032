/** What schemas/cloudtrail/things.json says of a call, as it is written there. */
export interface ThingFile {
  readonly makes?: readonly string[];
  readonly names?: readonly string[];
  readonly contents?: true;
  readonly ends?: readonly string[];
}

/** A way from the root of a record to ids and names; all entries of a list are meant where a step says so. */
export type ThingPath = readonly ThingStep[];

export interface ThingStep {
  readonly name: string;
  readonly isList: boolean;
}

/** Where in the records of a call that stands what it makes, what it is about, and what it deletes for good. */
export interface ThingsOfCall {
  readonly makes: readonly ThingPath[];
  readonly names: readonly ThingPath[];
  /** Whether more of what they ask and answer is kept than things: see `contentsOf`. */
  readonly keepsContents: boolean;
  readonly ends: readonly ThingPath[];
}

/** By the first part of eventSource in small letters, then by eventName; `*` is any other one of the service. */
export type ThingPlaces = ReadonlyMap<string, ReadonlyMap<string, ThingsOfCall>>;

export function linkThings(services: Readonly<Record<string, Readonly<Record<string, ThingFile>>>>): ThingPlaces {
  const actionsOf = (actions: Readonly<Record<string, ThingFile>>): ReadonlyMap<string, ThingsOfCall> =>
    new Map(Object.entries(actions).map(([action, things]) => [action, ofCall(things)]));
  return new Map(Object.entries(services).map(([service, actions]) => [service, actionsOf(actions)]));
}

function ofCall({ makes = [], names = [], ends = [], contents }: ThingFile): ThingsOfCall {
  return {
    makes: makes.map(pathOf),
    names: names.map(pathOf),
    ends: ends.map(pathOf),
    keepsContents: contents === true,
  };
}

function pathOf(written: string): ThingPath {
  return written.split('.').map((step) => ({ name: step.replace('[]', ''), isList: step.endsWith('[]') }));
}
