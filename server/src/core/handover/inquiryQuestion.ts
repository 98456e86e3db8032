import type { InquiryId } from '../investigate/questions/inquiry';
import { toldInquiry } from '../investigate/questions/toldInquiry';
import { allOf, anyOf, everything, exactly, type FieldTerm, type Question } from '../query/question';

/** The events that the answer to one of the questions of every log rests on. */
export function inquiryQuestion(id: InquiryId): Question {
  const parts = Object.entries(toldInquiry(id).restsOn).map(([service, actions]) =>
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
