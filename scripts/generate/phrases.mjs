/** The generated knowledge of what calls did, in a few words. */
import { parsed } from './words.mjs';

/** `phrases.ts`: schemas/phrases.json by service in small letters, then by action. */
export function phrasesText({ phrases: { phrases } }) {
  const lower = Object.entries(phrases).map(([service, actions]) => [service.toLowerCase(), actions]);
  return `import { once } from '../core/once';

/** schemas/phrases.json */
export const phrases: () => ReadonlyMap<string, ReadonlyMap<string, string>> = /* @__PURE__ */ once(() => {
  const services: Readonly<Record<string, Readonly<Record<string, string>>>> = ${parsed(Object.fromEntries(lower))};
  return new Map(Object.entries(services).map(([service, actions]) => [service, new Map(Object.entries(actions))]));
});
`;
}
