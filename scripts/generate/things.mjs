/** The generated knowledge of what calls make and are about. */
import { parsed } from './words.mjs';

/** `things.ts`: places of ids and names in requests and answers, by service and action. */
export function thingsText({ things }) {
  return `import { linkThings, type ThingPlaces } from '../core/investigate/thingPlaces';
import { once } from '../core/once';

/** schemas/cloudtrail/things.json */
export const thingPlaces: () => ThingPlaces = once(() => linkThings(${parsed(things.services)}));
`;
}
