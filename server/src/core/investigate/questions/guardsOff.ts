import type { Act } from '../act';
import type { Answer } from './answer';
import { byWeight, callsFound } from './callsFound';
import type { Grounds } from './grounds';
import type { InquiryFile } from './inquiry';
import { logLosses } from './logLosses';
import { counted } from './told';

/** Which guards were switched off; of log deliveries, which carry an id alone, with the log that is meant. */
export function guardsOff(inquiry: InquiryFile, grounds: Grounds): Answer {
  const losses = logLosses(grounds);
  const told = new Set<Act>(losses.flatMap(({ acts }) => acts));
  const answer = callsFound(inquiry, grounds, (act) => !told.has(act));
  if (losses.length === 0) return answer;
  const findings = [...answer.findings, ...losses].sort(byWeight);
  const [first] = findings;
  const others = findings.length - 1;
  const more = others > 0 ? ` ${counted(others, 'other finding')}.` : '';
  return { ...answer, status: 'answered', sentence: `${first?.summary ?? ''}${more}`, findings };
}
