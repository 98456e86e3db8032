/** The generated knowledge of the questions that are asked of every log. */
import { parsed } from './words.mjs';

/** `questions.ts`: schemas/questions by id. */
export function questionsText({ questions }) {
  const files = Object.fromEntries(Array.from(questions, ([id, { $schema: _schema, ...question }]) => [id, question]));
  return `import type { InquiryFile, InquiryId } from '../core/investigate/questions/inquiry';
import { once } from '../core/once';

/** schemas/questions */
export const inquiries: () => Readonly<Record<InquiryId, InquiryFile>> = /* @__PURE__ */ once(() => ${parsed(files)});
`;
}
