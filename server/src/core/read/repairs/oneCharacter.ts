import { type Damage, type DamageKind, insert, type Proposal, remove, replace, shown, tokenSpan } from './proposal';

/** JSON's own characters: one of them lost, added or overwritten is the commonest damage of all. */
const MARKS = [',', ':', '{', '}', '[', ']', '"'] as const;
const NEAR_TOKENS = 4;

/**
 * Every repair of a single character at the stop and at the edges of the latest tokens. Tried only when no repair
 * with a reason of its own lets the machine run on undisturbed.
 */
export function oneCharacter(damage: Damage): readonly Proposal[] {
  const proposals: Proposal[] = [];
  for (const at of nearEdges(damage)) {
    const found = damage.text[at] ?? '';
    if (found !== '') {
      for (const mark of MARKS) if (mark !== found) proposals.push(overwritten(damage, at, mark));
      proposals.push(added(damage, at));
    }
    for (const mark of MARKS) proposals.push(lost(damage, at, mark));
  }
  return proposals;
}

/** The stop first, then the edges of the tokens before it, nearest first. */
function nearEdges(damage: Damage): ReadonlySet<number> {
  const { stop, limit } = damage;
  const edges = new Set<number>();
  if (stop.at < limit) edges.add(stop.at);
  if (stop.tokenStart < limit) edges.add(stop.tokenStart);
  for (const token of stop.tokens.slice(-NEAR_TOKENS).reverse()) {
    edges.add(token.end - 1);
    edges.add(token.start);
    if (token.end < limit) edges.add(token.end);
  }
  return edges;
}

function overwritten(damage: Damage, at: number, mark: string): Proposal {
  const found = damage.text[at] ?? '';
  const kind: DamageKind =
    mark === ',' || mark === ':'
      ? 'wrong-separator'
      : mark === '"'
        ? 'wrong-quote'
        : '{}[]'.includes(found)
          ? 'wrong-bracket'
          : 'missing-bracket';
  const span = { start: at, end: at + 1 };
  const before = damage.text.slice(at, at + 1);
  const detail = { text: found, instead: mark, bracket: mark, before };
  return { kind, span, detail, edits: [replace(at, at + 1, mark)], safe: true };
}

function added(damage: Damage, at: number): Proposal {
  const found = damage.text[at] ?? '';
  const kinds: Readonly<Record<string, DamageKind>> = {
    ',': 'extra-comma',
    ':': 'extra-colon',
    '"': 'stray-quote',
    '{': 'extra-bracket',
    '}': 'extra-bracket',
    '[': 'extra-bracket',
    ']': 'extra-bracket',
  };
  const kind = kinds[found] ?? 'unexpected-text';
  const detail = { text: found, bracket: found };
  return {
    kind,
    span: { start: at, end: at + 1 },
    detail,
    edits: [remove(at, at + 1)],
    safe: kind !== 'unexpected-text',
  };
}

function lost(damage: Damage, at: number, mark: string): Proposal {
  const kind: DamageKind =
    mark === ','
      ? 'missing-comma'
      : mark === ':'
        ? 'missing-colon'
        : mark === '"'
          ? 'missing-quote'
          : 'missing-bracket';
  const span = tokenSpan(damage.text, at, damage.limit);
  const before = shown(damage.text, span.start, span.end);
  const detail = { bracket: mark, before, text: before, where: 'start' };
  return { kind, span, detail, edits: [insert(at, mark)], safe: true };
}
