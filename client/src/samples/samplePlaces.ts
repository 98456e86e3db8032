/** The scheme of the sample logs: files of the extension that open as if they lay in no folder. */
export const sampleScheme = 'workmail-sample';

/** A night with a stolen access key, as a path below `samples/`. */
export const incident = 'incident/stolen-key.json';

/** AWS's own first example, which lacks a comma, as a path below `samples/`. */
export const brokenExample = 'aws-examples/1-CreateUser.json';

/** The samples that the package holds, as paths below `samples/`. */
export const sampleFiles: readonly string[] = [brokenExample, incident];

/** A text in a sample that somebody is led to: the first one behind its anchor. */
export interface SamplePlace {
  /** A path below `samples/`. */
  readonly file: string;
  readonly anchor: string;
  readonly text: string;
}

/** The places that the walkthrough leads to, by the names that its links give. */
const places: ReadonlyMap<string, SamplePlace> = new Map([
  // The comma is missing before it.
  ['problem', { file: brokenExample, anchor: '"accessKeyId"', text: '"userName"' }],
  // Where the stolen key was used from; its owner's own program never calls from there.
  ['address', { file: incident, anchor: '"StartMailboxExportJob"', text: '203.0.113.77' }],
]);

/** Undefined for a name that the walkthrough does not give. Any command link can give any. */
export function samplePlace(name: unknown): SamplePlace | undefined {
  return typeof name === 'string' ? places.get(name) : undefined;
}

/** Where the text of a place stands, in UTF-16 units, zero based; undefined where somebody has edited it away. */
export function placeIn(sample: string, { anchor, text }: SamplePlace): { start: number; end: number } | undefined {
  const anchorAt = sample.indexOf(anchor);
  const start = anchorAt < 0 ? -1 : sample.indexOf(text, anchorAt);
  return start < 0 ? undefined : { start, end: start + text.length };
}
