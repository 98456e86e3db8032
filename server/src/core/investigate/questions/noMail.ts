import type { Evidence } from '../evidence';

/** What is said where no call of WorkMail is in the logs: CloudTrail has these, and perhaps only WorkMail's own logs are here. */
export function noMail({ own, reach }: Evidence): string {
  if (own().counts.size === 0) return 'These logs hold no event of WorkMail: they cannot tell.';
  return reach.events === 0
    ? "These are WorkMail's own logs alone, which do not tell it: CloudTrail would, and nothing of it is here."
    : "CloudTrail's logs here hold no call of WorkMail, and WorkMail's own logs do not tell it.";
}
