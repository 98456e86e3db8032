import { at } from '../../explain/members';
import { matches } from '../../query/matches';
import { parseQuestion } from '../../query/parseQuestion';
import type { JsonValue } from '../../record';
import type { Act } from '../act';
import type { ActFile, ParameterFile } from './sequenceFile';

export type ActTest = (act: Act) => boolean;

/**
 * What must hold of an act beside its service and its action. What costs little is asked first.
 *
 * @throws Error where the file asks what is no question
 */
export function actTest({ where, outcome = 'succeeded', weighty, parameters = [] }: ActFile): ActTest {
  const tests: ActTest[] = [];
  if (outcome !== 'any') tests.push(({ row }) => row.outcome === outcome);
  if (where !== undefined) tests.push(whereTest(where));
  if (weighty !== undefined) {
    const isAny = weighty.includes('*');
    tests.push(({ facts }) => facts.weighty.some(({ parameter }) => isAny || weighty.includes(parameter)));
  }
  for (const each of parameters) tests.push(parameterTest(each));
  return (act) => tests.every((test) => test(act));
}

function whereTest(where: string): ActTest {
  const { question, problems } = parseQuestion(where);
  if (problems.length > 0) throw new Error(`schemas/sequences: ${where} is no question.`);
  const test = matches(question);
  return ({ row }) => test(row);
}

function parameterTest({ parameter, is, holds }: ParameterFile): ActTest {
  if (holds !== undefined)
    return (act) => {
      const value = parameterOf(act, parameter);
      return Array.isArray(value) && value.includes(holds);
    };
  return (act) => parameterOf(act, parameter) === is;
}

/** What stands at a place of the request, else of the answer; of calls whose contents nobody keeps, what they acted upon. */
export function parameterOf({ contents, facts }: Act, parameter: string): JsonValue | undefined {
  const path = parameter.split('.');
  const { requestParameters, responseElements } = contents;
  return (
    at(requestParameters ?? undefined, ...path) ??
    at(responseElements ?? undefined, ...path) ??
    facts.targets.find((target) => target.parameter === parameter)?.id
  );
}
