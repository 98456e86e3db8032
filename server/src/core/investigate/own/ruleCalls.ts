import { isObject } from '../../read/whole';
import type { JsonValue } from '../../record';
import type { Act } from '../act';
import { asHappened } from '../asHappened';
import type { Grounds } from '../questions/grounds';
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

/** Directions of mail as the e-mail event log has them, and as actions are called. */
const DIRECTIONS: Readonly<Record<string, string>> = { INBOUND_RULE: 'Inbound', OUTBOUND_RULE: 'Outbound' };

export function ruleCalls({ actsOf }: Grounds): RuleCalls {
  const done = (actions: readonly string[], isMeant: (act: Act) => boolean): readonly Act[] =>
    actions.flatMap((action) =>
      actsOf('workmail', action).filter((act) => act.facts.outcome !== 'failed' && isMeant(act)),
    );
  const asked = (act: Act, parameter: string): JsonValue | undefined => act.contents.requestParameters?.[parameter];
  const ofScope: Readonly<Record<string, (rule: string) => readonly Act[]>> = {
    // AWS gives these rules no id but their name.
    AccessControl: (rule) =>
      done(['PutAccessControlRule', 'DeleteAccessControlRule'], (act) => asked(act, 'name') === rule),
    DeviceAccessControl: (rule) =>
      done(
        ['CreateMobileDeviceAccessRule', 'UpdateMobileDeviceAccessRule', 'DeleteMobileDeviceAccessRule'],
        (act) =>
          (act.contents.responseElements?.mobileDeviceAccessRuleId ?? asked(act, 'mobileDeviceAccessRuleId')) === rule,
      ),
    ImpersonationAccessControl: (rule) => {
      const made = done(['CreateImpersonationRole', 'UpdateImpersonationRole'], (act) => holdsRule(act, rule));
      const roles = new Set(made.flatMap((act) => [...act.row.made, roleIn(act) ?? '']));
      roles.delete('');
      const deleted = done(['DeleteImpersonationRole'], (act) => roles.has(roleIn(act) ?? ''));
      return [...made, ...deleted];
    },
  };
  return {
    ofMail: (kind, name) => {
      const direction = DIRECTIONS[kind];
      if (direction === undefined || name === '') return [];
      const actions = ['Create', 'Update', 'Delete'].map((verb) => `${verb}${direction}MailFlowRule`);
      return asHappened(done(actions, (act) => names(act.contents.requestParameters ?? null, name)));
    },
    ofAccess: (scope, rule) => {
      if (rule === '') return [];
      const meant = Object.keys(ofScope).filter((each) => scope === '' || each === scope);
      return asHappened(meant.flatMap((each) => ofScope[each]?.(rule) ?? []));
    },
  };
}

function holdsRule({ contents }: Act, rule: string): boolean {
  const rules = contents.requestParameters?.rules;
  if (!Array.isArray(rules)) return false;
  const all: readonly JsonValue[] = rules;
  return all.some((each) => isObject(each) && each.impersonationRuleId === rule);
}

/** Under which parameter CloudTrail writes the name of a rule for mail nobody has published: any that is called a name or an id. */
function names(value: JsonValue, name: string, key = '', depth = 0): boolean {
  if (typeof value === 'string') return value === name && /(?:name|id)$/i.test(key);
  if (typeof value !== 'object' || value === null || depth === DEEPEST) return false;
  if (Array.isArray(value)) return value.some((each: JsonValue) => names(each, name, key, depth + 1));
  return Object.entries(value).some(([inner, each]) => names(each, name, inner, depth + 1));
}
