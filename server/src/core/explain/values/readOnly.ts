import { truthOf } from '../../check/retyped';
import { knownAction } from '../words';
import type { Explainer } from './context';

/** What the service calls the action, beside what WorkMail Trail expects of it. */
export const explainReadOnly: Explainer = (value, { record }) => {
  const truth = truthOf(value);
  if (truth === undefined) return [];
  const first = truth ? 'The service calls this a read.' : 'The service calls this a change.';
  const expected = knownAction(record.action)?.entry.readOnly;
  if (expected === undefined || expected === null || expected === truth) return [first];
  return [
    `${first} By its name and description it is ${expected ? 'a read' : 'a change'}; the recorded value is the service's own opinion and no mistake of the log.`,
  ];
};
