import type { Finding } from '../questions/answer';
import type { InquiryId } from '../questions/inquiry';
import { toldInquiry } from '../questions/toldInquiry';
import type { Entry, Inline, Line } from './blocks';
import { countText, type Page } from './page';

/** What is told of one finding, in UTF-16 units: names in it may be of any length. */
const LONGEST_SUMMARY = 1200;

/** A sentence of an answer: values of the log stand in it as they are. */
export function sentence(log: string): Inline {
  return { log, most: LONGEST_SUMMARY };
}

/** Titles of questions, one after the other. */
export function titlesOf(ids: readonly InquiryId[]): string {
  return ids.map((id) => toldInquiry(id).title).join(', ');
}

/** What was found, how much it weighs, which questions it answers and which events carry it. */
export function findingLine(page: Page, finding: Finding, answers: readonly InquiryId[]): Entry {
  const { weight, summary, parts } = finding;
  return {
    line: [`${weight}: `, sentence(parts?.lead ?? summary), ` ${titlesOf(answers)}: `, ...eventsOf(page, finding)],
    below: parts?.facts.map((fact): Line => [sentence(fact)]) ?? [],
  };
}

/** How many events carry a finding, leading to them, and to the first. */
export function eventsOf({ links }: Page, { acts, summary }: Finding): Line {
  const [first] = acts;
  const href = links.act(first);
  if (acts.length === 1) return [{ text: '1 event', href, isPlace: true }, '.'];
  const text = countText(acts.length, 'event');
  return [{ text, href: links.events(acts, summary) }, ', ', { text: 'the first', href, isPlace: true }, '.'];
}
