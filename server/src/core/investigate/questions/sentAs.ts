import { callsAbout } from '../../../generated/callsAbout';
import type { Act } from '../act';
import type { Answer } from './answer';
import { callsFound } from './callsFound';
import type { Grounds } from './grounds';
import { roleOf } from './impersonationRole';
import type { InquiryFile } from './inquiry';

/** Who could send as somebody: tokens of roles that only read, as the logs tell of them, are left out. */
export function sentAs(inquiry: InquiryFile, grounds: Grounds): Answer {
  const told = callsAbout()
    .tellsRoleType.flatMap((action) => grounds.actsOf('workmail', action))
    .flatMap((act) => {
      const { requestParameters, responseElements } = act.contents;
      const type = requestParameters?.type ?? responseElements?.type;
      return typeof type === 'string' && act.row.outcome === 'succeeded'
        ? [{ role: roleOf(act), type, time: act.time }]
        : [];
    });
  told.sort((left, right) => left.time - right.time);
  const byRole = new Map<string, { readonly type: string; readonly time: number }[]>();
  for (const { role, type, time } of told) {
    const known = byRole.get(role);
    if (known === undefined) byRole.set(role, [{ type, time }]);
    else known.push({ type, time });
  }
  return callsFound(inquiry, grounds, (act) => act.call.action !== 'AssumeImpersonationRole' || !readsOnly(act));

  function readsOnly(act: Act): boolean {
    const types = byRole.get(roleOf(act)) ?? [];
    const before = types.filter(({ time }) => time <= act.time);
    // What is told of a role only later may have been so before.
    return (before.at(-1) ?? types[0])?.type === 'READ_ONLY';
  }
}
