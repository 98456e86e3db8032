import { aroundMail } from '../../generated/aroundMail';
import { once } from '../once';
import { parseQuestion } from '../query/parseQuestion';
import { anyOf, type Question } from '../query/question';

/** Which events of other services belong to an investigation of mail, whoever acted. */
export const takenAround: () => Question = /* @__PURE__ */ once(() => anyOf(aroundMail().taken.map(parsed)));

/** Which events may have given out the credentials that somebody acted with. */
export const givingOut: () => Question = /* @__PURE__ */ once(() => parsed(aroundMail().giving));

function parsed(text: string): Question {
  const { question, problems } = parseQuestion(text);
  if (problems.length > 0) throw new Error(`schemas/aroundMail.json: ${text} is no question.`);
  return question;
}
