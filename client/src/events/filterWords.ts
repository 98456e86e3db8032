import { type EventGroups, labelText, type Services } from '../../../server/src/wire/protocol';
import { events, number } from './words';

/** More of a question than anybody reads above a tree. UTF-16 units. */
const longestQuestion = 300;

/**
 * The line above a tree that shows the events of a question: how many of how many, what is hidden of them, and what to do where none is
 * shown. That the question is one of another day comes first, since it may hide what nobody meant to hide. The question comes last: a narrow view breaks lines between words, and cuts off what does not fit of a long one.
 */
export function filterWords(where: string, services: Services, answer: EventGroups, isOfAnotherDay = false): string {
  const words = answeredWords(where, services, answer);
  return isOfAnotherDay ? `The filter is still the last one of this workspace. ${words}` : words;
}

function answeredWords(where: string, services: Services, answer: EventGroups): string {
  const { answered, others } = answer;
  const question = labelText(where, longestQuestion);
  if (answered === undefined) {
    return question;
  }
  const [problem] = answered.problems;
  if (problem !== undefined) {
    const wrong = labelText(problem.message, longestQuestion);
    return `The filter cannot be read. At character ${number(problem.start + 1)}: ${wrong} Filter: ${question}`;
  }
  const isReading = answer.places.some(({ state }) => state === 'reading');
  const count = `${number(answered.events)} of ${events(answered.of)}${isReading ? ' so far' : ''}`;
  if (answered.events === 0) {
    return `${count}. Change or clear the filter to see more: ${question}`;
  }
  const hidden = services === 'all' ? '' : hiddenWords(others, answered.events);
  return `${count}${hidden}: ${question}`;
}

function hiddenWords(others: number, all: number): string {
  if (others === 0) {
    return '';
  }
  if (others < all) {
    return `, ${number(others)} of them of other services and hidden`;
  }
  return all === 1 ? ', of another service and hidden' : ', all of other services and hidden';
}

/** The row that shows and hides what other services recorded. */
export function othersWords(count: number, isShown: boolean, isFiltered: boolean): string {
  const what = isFiltered ? events(count).replace(/event/, 'matching event') : events(count);
  return `${isShown ? 'Hide' : 'Show'} ${what} of other services`;
}
