import { serviceLabel } from '../core/explain/serviceLabel';
import { actionOfKey } from '../core/index';
import { KeyedGroups, type Split } from './partition';
import type { RowsTogether } from './rowsTogether';

/** Rows by the service that they are of, as questions call it; empty where none is told. Made from the rows by action, which tell it, too. */
export function serviceSplit({ byAction }: RowsTogether): Split {
  const numbers = new Map<string, number>();
  const ofAction = Int32Array.from({ length: byAction.size }, (_, action) => {
    const service = serviceOf(byAction.keyOf(action));
    const known = numbers.get(service) ?? numbers.size;
    numbers.set(service, known);
    return known;
  });
  return {
    groupOf: byAction.groupOf.map((action) => (action < 0 ? action : (ofAction[action] ?? -1))),
    groups: new KeyedGroups(Array.from(numbers.keys()), (key) => (key === '' ? 'No service' : key)),
  };
}

function serviceOf(key: string): string {
  const { service, name } = actionOfKey(key);
  if (service === 'workmail') return 'workmail';
  return service === 'messageflow' ? 'workmailmessageflow' : serviceLabel(name);
}
