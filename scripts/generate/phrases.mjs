/** The generated knowledge of what calls did, in a few words. */
import { parsed } from './words.mjs';

/** `phrases.ts`: schemas/phrases.json by service in small letters, then by action. */
export function phrasesText({ phrases: { phrases, many, emptied } }) {
  return `import { once } from '../core/once';

type Phrases = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** What one call did, as schemas/phrases.json has it. */
export const phrases: () => Phrases = /* @__PURE__ */ once(() => byAction(${parsed(lower(phrases))}));

/** What several calls of one action did. */
export const manyPhrases: () => Phrases = /* @__PURE__ */ once(() => byAction(${parsed(lower(many))}));

/** What a call did that takes away instead of giving, since a list in its request is empty. */
export const emptiedPhrases: () => Phrases = /* @__PURE__ */ once(() => byAction(${parsed(lower(emptied))}));

function byAction(services: Readonly<Record<string, Readonly<Record<string, string>>>>): Phrases {
  return new Map(Object.entries(services).map(([service, actions]) => [service, new Map(Object.entries(actions))]));
}
`;
}

function lower(services) {
  return Object.fromEntries(Object.entries(services).map(([service, actions]) => [service.toLowerCase(), actions]));
}
