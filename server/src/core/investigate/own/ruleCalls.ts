import { callsAbout } from '../../../generated/callsAbout';
import { isObject } from '../../read/whole';
import type { JsonValue } from '../../record';
import type { Act } from '../act';
import { asHappened } from '../asHappened';
import type { Grounds } from '../questions/grounds';
import type { RuleCallsFile } from './callsAboutFile';
import { roleIn } from './roleTaken';

/** How deep in a request a name of a rule is looked for. */
const DEEPEST = 3;

/** What calls of CloudTrail say of a rule that WorkMail's own logs name; as they happened. */
export interface RuleCalls {
  /** Rules of the organization for mail that comes in or goes out, by their name; none of inbox rules, which no call makes. */
  readonly ofMail: (kind: string, name: string) => readonly Act[];
  /** Rules of access, of mobile devices, of impersonation roles, by what the access control log calls their scope; of one that is not told, any. */
  readonly ofAccess: (scope: string, rule: string) => readonly Act[];
}

export function ruleCalls({ actsOf }: Grounds): RuleCalls {
  const { accessRules, mailRules } = callsAbout();
  const done = (actions: readonly string[], isMeant: (act: Act) => boolean): readonly Act[] =>
    actions.flatMap((action) =>
      actsOf('workmail', action).filter((act) => act.facts.outcome !== 'failed' && isMeant(act)),
    );
  const about = (file: RuleCallsFile, rule: string): readonly Act[] => {
    const named = done(file.actions, (act) => namesRule(act, file, rule));
    if (file.deletedWithRoleBy === undefined) return named;
    const roles = new Set(named.flatMap((act) => [...act.row.made, roleIn(act) ?? '']));
    roles.delete('');
    return [...named, ...done(file.deletedWithRoleBy, (act) => roles.has(roleIn(act) ?? ''))];
  };
  return {
    ofMail: (kind, name) => {
      const actions = Object.hasOwn(mailRules, kind) ? mailRules[kind] : undefined;
      if (actions === undefined || name === '') return [];
      return asHappened(done(actions, (act) => names(act.contents.requestParameters ?? null, name)));
    },
    ofAccess: (scope, rule) => {
      if (rule === '') return [];
      const meant = Object.entries(accessRules).filter(([each]) => scope === '' || each === scope);
      return asHappened(meant.flatMap(([, file]) => about(file, rule)));
    },
  };
}

function namesRule({ contents }: Act, { in: list, id }: RuleCallsFile, rule: string): boolean {
  const { requestParameters, responseElements } = contents;
  if (list === undefined) return (responseElements?.[id] ?? requestParameters?.[id]) === rule;
  const entries = requestParameters?.[list];
  if (!Array.isArray(entries)) return false;
  const all: readonly JsonValue[] = entries;
  return all.some((each) => isObject(each) && each[id] === rule);
}

/** Under which parameter CloudTrail writes the name of a rule for mail nobody has published: any that is called a name or an id. */
function names(value: JsonValue, name: string, key = '', depth = 0): boolean {
  if (typeof value === 'string') return value === name && /(?:name|id)$/i.test(key);
  if (typeof value !== 'object' || value === null || depth === DEEPEST) return false;
  if (Array.isArray(value)) return value.some((each: JsonValue) => names(each, name, key, depth + 1));
  return Object.entries(value).some(([inner, each]) => names(each, name, inner, depth + 1));
}
