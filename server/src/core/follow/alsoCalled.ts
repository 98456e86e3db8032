import { type Entities, entityOf, identifyText } from '../investigate/entities';

/** Under what else something goes: ids and addresses stand for it anywhere, names only within its organization. */
export interface AlsoCalled {
  readonly ids: readonly string[];
  readonly names: readonly string[];
}

/**
 * All that a user, group or other thing of WorkMail is called, as far as the logs teach it.
 *
 * @param text an id, a name, an address or an ARN of it
 */
export function alsoCalled(entities: Entities, organizationId: string, text: string): AlsoCalled {
  const id = identifyText(entities, organizationId, text);
  const { names = [], addresses = [] } = entityOf(entities, organizationId, id) ?? {};
  const isName = text !== id && !addresses.includes(text) && !text.startsWith('arn:');
  return {
    ids: Array.from(new Set([...(isName ? [] : [text]), id, ...addresses])),
    names: Array.from(new Set([...(isName ? [text] : []), ...names])),
  };
}
