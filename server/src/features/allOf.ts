import { type Entities, type Name, nameKinds, printQuestion, referencesTo } from '../core';
import type { NameHere } from '../wire/protocol';

/** What is asked to find all events that name the same as a value does. */
export function allOfName(name: Name, entities: Entities): NameHere {
  return { words: nameKinds[name.kind].words, text: name.text, question: printQuestion(referencesTo(name, entities)) };
}
