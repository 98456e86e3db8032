/** The generated knowledge of which events of other services belong to an investigation of mail. */
import { parsed } from './words.mjs';

/** `aroundMail.ts`: the questions of schemas/aroundMail.json. */
export function aroundMailText({ aroundMail: { taken, giving } }) {
  const questions = { taken: taken.map(({ where }) => where), giving: giving.where };
  return `/** schemas/aroundMail.json */
export const aroundMail = (): { readonly taken: readonly string[]; readonly giving: string } => ${parsed(questions)};
`;
}
