import { inquiryIds } from './inquiry';
import { toldInquiry } from './toldInquiry';

/** The table of `docs/answers.md`: every question with its id, why it is asked and what an answer rests on. */
export function inquiriesTable(): string {
  const rows = inquiryIds.map((id) => {
    const { question, why, evidence } = toldInquiry(id);
    return `| \`${id}\` | ${question} | ${why} | ${evidence} |`;
  });
  return ['| id | question | why | what an answer rests on |', '| --- | --- | --- | --- |', ...rows].join('\n');
}
