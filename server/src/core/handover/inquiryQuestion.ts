import type { InquiryFile } from '../investigate/questions/inquiry';
import { allOf, anyOf, everything, exactly, type FieldTerm, type Question } from '../query/question';

/** The events that the answer to one of the questions of every log rests on. */
export function inquiryQuestion({ restsOn }: Pick<InquiryFile, 'restsOn'>): Question {
  const parts = Object.entries(restsOn).map(([service, actions]) =>
    allOf([
      ...(service === '*' ? [] : [oneOf('service', [service])]),
      ...(actions.includes('*') ? [] : [oneOf('action', actions)]),
    ]),
  );
  return parts.some((part) => part.kind === 'all' && part.of.length === 0) ? everything : anyOf(parts);
}

function oneOf(field: 'service' | 'action', texts: readonly string[]): FieldTerm {
  return { kind: 'field', field, values: texts.map(exactly) };
}
