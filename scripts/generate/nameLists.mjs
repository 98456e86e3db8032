/** The generated knowledge of answers that say what ids are called. */
import { parsed } from './words.mjs';

/** `nameLists.ts`: schemas/nameLists.json without the words for its readers. */
export function nameListsText({ nameLists }) {
  const { $schema: _schema, description: _description, ...lists } = nameLists;
  return `import type { NameLists } from '../core/investigate/nameLists';

/** schemas/nameLists.json */
export const nameLists = (): NameLists => ${parsed(lists)};
`;
}
