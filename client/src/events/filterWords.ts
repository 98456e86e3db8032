import { type EventGroups, labelText, type Services } from '../../../server/src/wire/protocol';
import { events, number } from './words';

/** More of a question than anybody reads above a tree. UTF-16 units. */
const longestQuestion = 300;

/** The line above a tree that shows the events of a question: what is shown of how many, and what to do where that is nothing. */
export function filterWords(where: string, services: Services, answer: EventGroups): string {
  const { answered, others, places } = answer;
  const question = labelText(where, longestQuestion);
  if (answered === undefined) {
    return question;
  }
  const [problem] = answered.problems;
  if (problem !== undefined) {
    const wrong = labelText(problem.message, longestQuestion);
    return `${question} — cannot be read at character ${number(problem.start + 1)}. ${wrong}`;
  }
  const isReading = places.some(({ state }) => state === 'reading');
  const looked = `${events(answered.of)}${isReading ? ' so far' : ''}`;
  if (answered.events === 0) {
    return `${question} — matches none of ${looked}. Change or clear the filter to see more.`;
  }
  const hidden = services === 'all' ? 0 : others;
  const count = `${question} — ${number(answered.events)} of ${looked}`;
  if (hidden === 0) {
    return count;
  }
  return hidden < answered.events
    ? `${count}, ${number(hidden)} of them hidden: other services`
    : `${count}, ${hidden === 1 ? 'of another service and hidden' : 'all of other services and hidden'}`;
}

/** The row that shows and hides what other services recorded. */
export function othersWords(count: number, isShown: boolean, isFiltered: boolean): string {
  const what = isFiltered ? events(count).replace(/event/, 'matching event') : events(count);
  return `${isShown ? 'Hide' : 'Show'} ${what} of other services`;
}
