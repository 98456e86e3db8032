import { words } from '../../../generated/schemas';
import { isMailCall } from '../../record';
import { prose } from '../prose';
import { ofText } from './context';
import { meaningOf } from './wordLists';

const FAMILIES: readonly (readonly [start: string, meaning: string])[] = [
  ['cn-', 'A Region of AWS in China.'],
  ['us-gov-', 'A Region of AWS GovCloud (US).'],
  ['us-iso', 'A Region of AWS for classified use.'],
];

/** The Region of a call: WorkMail runs in three. */
export const explainRegion = ofText((text, { record }) => {
  const word = words().regions.get(text);
  if (word !== undefined) return [meaningOf(word)];
  const family = FAMILIES.find(([start]) => text.startsWith(start));
  const first = family === undefined ? [] : [family[1]];
  if (!isMailCall(record.service)) return first;
  const names = [...words().regions.keys()].map((name) => `\`${name}\``).join(', ');
  return [
    ...first,
    prose(`WorkMail does not run here; its Regions are ${names}. Anonymised logs scramble the Region.`),
  ];
});
