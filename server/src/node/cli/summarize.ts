import {
  addEvent,
  addLog,
  analyze,
  containerText,
  createIntern,
  emptySummary,
  factsOf,
  type ReportSource,
  reportText,
  summaryData,
} from '../../core';
import { rangesIn } from '../../textRanges';
import { jsonText } from './json';
import { placeText } from './logLines';
import type { Output } from './output';
import type { Inputs } from './run';

/** Sums up all logs together and writes one report, or one JSON object. */
export async function summarize(inputs: Inputs, output: Output, format: { readonly json: boolean }): Promise<void> {
  const summary = emptySummary();
  const sources: ReportSource[] = [];
  const places: Map<number, string>[] = [];
  const intern = createIntern();
  for await (const { label, read } of inputs) {
    const log = sources.length;
    const placesHere = new Map<number, string>();
    places.push(placesHere);
    addLog(summary, log);
    if ('failure' in read) {
      sources.push({ label, form: `not read: ${read.failure}` });
      continue;
    }
    const rangeOf = rangesIn(read.text);
    const reading = analyze(read.text);
    let next = reading.next();
    for (; !next.done; next = reading.next()) {
      const facts = factsOf(next.value, intern);
      addEvent(summary, log, facts);
      // The text is let go before the report is written, so what it may name has its place noted now.
      if (facts.service !== 'other') placesHere.set(facts.index, `${label}:${placeText(rangeOf(facts).start)}`);
    }
    sources.push({ label, form: next.value.kind ?? containerText(next.value.container) });
  }
  if (format.json) {
    await output.write(`${jsonText(summaryData(summary, sources))}\n`);
  } else {
    const event = (log: number, index: number): string | undefined => places[log]?.get(index);
    await output.write(reportText(summary, sources, { event, selection: () => undefined }));
  }
}
