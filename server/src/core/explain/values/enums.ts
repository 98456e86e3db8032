import { inlineCode } from '../escape';
import { listed, prose } from '../prose';
import type { Explainer } from './context';

/** A value of a closed list: what it means, or that the list does not hold it. */
export const explainEnum: Explainer = (value, { field }) => {
  const { enum: values = [], enumDescriptions = [] } = field.node ?? {};
  const meaning = typeof value === 'object' ? undefined : enumDescriptions[values.indexOf(value)];
  if (meaning !== undefined) return [prose(meaning)];
  if (values.length === 0 || typeof value !== 'string') return [];
  const known = values.filter((one) => typeof one === 'string').map((one) => inlineCode(one));
  return [`Not a value WorkMail Trail knows. Known: ${listed(known)}.`];
};
