import {
  type Answer,
  answersText,
  ask as askOne,
  elsewhereOf,
  type Finding,
  groundsOf,
  type InquiryId,
  type LogToAsk,
  placeOfAct,
  type Quiet,
  timesOf,
  toAskBeside,
  toldInquiry,
} from '../../core';
import type { LogFiles } from '../../host/logFiles';
import type { ReadMet } from '../scan/readMet';
import { addedNames } from './addedNames';
import type { Asking } from './askArguments';
import type { CommandContext } from './commandContext';
import { evidenceIn } from './evidenceIn';
import { jsonText } from './json';

/**
 * Asks questions of all logs together and writes the answers, or one JSON object.
 *
 * @param readMet reads what is more than a little
 * @returns whether something that should have been read could not be, or was not
 */
export async function ask(asking: Asking, around: CommandContext, readMet: ReadMet, files: LogFiles): Promise<boolean> {
  const { limits, window, inquiries, json } = asking;
  const added = await addedNames(asking.names, files, around);
  const wanted = { files: asking.files, limits, ...(window && { window }) };
  const { evidence, isIncomplete } = await evidenceIn(wanted, around, readMet, added.names);
  const quiet = await quietOf(asking, around, readMet);
  const grounds = groundsOf(evidence, quiet.quiet);
  const answers = inquiries.map((id) => ({ id, answer: askOne(id, grounds) }));
  const beside = (id: InquiryId): readonly LogToAsk[] => toAskBeside(id, grounds);
  if (json)
    await around.output.write(
      `${jsonText({ questions: answers.map(({ id, answer }) => answerData(id, answer, beside(id))) })}\n`,
    );
  else for (const piece of answersText(answers, beside)) await around.output.write(piece);
  return isIncomplete || quiet.isIncomplete || added.isIncomplete;
}

/** What new behaviour is compared with; other logs are read as these are. */
async function quietOf(
  { baseline, limits }: Asking,
  around: CommandContext,
  readMet: ReadMet,
): Promise<{ readonly quiet: Quiet | undefined; readonly isIncomplete: boolean }> {
  if (baseline === undefined || 'until' in baseline) return { quiet: baseline, isIncomplete: false };
  const { evidence, isIncomplete } = await evidenceIn({ files: baseline.files, limits }, around, readMet);
  return { quiet: { baseline: evidence }, isIncomplete };
}

function answerData(id: InquiryId, answer: Answer, ownLogs: readonly LogToAsk[]): object {
  const { status, sentence, findings, notCovered } = answer;
  const { next } = toldInquiry(id);
  return {
    id,
    status,
    answer: sentence,
    findings: findings.map(findingData),
    notCovered: [...notCovered, ...elsewhereOf(id, answer).map(({ what, log }) => `${what} ${log}`)],
    ownLogs: ownLogs.map(({ logType, title, delivered, commands }) => ({ logType, title, delivered, commands })),
    askNext: next,
  };
}

function findingData(finding: Finding): object {
  const { kind, weight, summary, actor, reading, links, entities, acts } = finding;
  return {
    kind,
    weight,
    summary,
    ...(actor !== undefined && { actor }),
    ...reading,
    ...timesOf(finding),
    entities,
    events: acts.map(placeOfAct),
    ...(links !== undefined && { links: links.map(linkData) }),
  };
}

function linkData({ step, strength, sentence, acts, missing }: NonNullable<Finding['links']>[number]): object {
  return { step, strength: strength ?? null, sentence, events: acts.map(placeOfAct), missing: missing ?? null };
}
