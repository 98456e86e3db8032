import { once } from '../../once';
import type { OwnReads, OwnThingRead } from '../../read/own/ownLog';
import { ownLogNamed } from '../../read/own/ownLogs';

/** What a row of the mailbox access log counts as: one of these, or none, and beside it what it leaves open. */
export const READ = {
  /** The content of one message. */
  item: 1,
  /** A folder itself, or the list of what is in it. */
  folder: 2,
  attachment: 3,
  /** It was tried and not allowed. */
  refused: 4,
  /** Something of a message was seen, and it was not opened: it counts as none of these. */
  preview: 5,
  /** What of these it is. */
  kind: 7,
  openItems: 8,
  openFolders: 16,
  openAttachments: 32,
  openRefused: 64,
  /** It may leave something open, and tells of no reading. */
  beside: 128,
} as const;

/** Where nothing says what was done with what. */
export const ALL_OPEN = READ.openItems | READ.openFolders | READ.openAttachments;

const open: Readonly<Record<OwnThingRead, number>> = {
  item: READ.openItems,
  folder: READ.openFolders,
  attachment: READ.openAttachments,
  // It counts as nothing.
  preview: 0,
};

/** What acts and objects of the mailbox access log count as, with numbers for both: 0 is one that nothing is read by, or that nobody knows. */
export interface ReadKinds {
  /** Of the name of an act, in letters of any case. */
  readonly actOf: (name: string) => number;
  readonly objectOf: (name: string) => number;
  /** See `READ`. @param hasAttachment whether the row names one */
  readonly kindOf: (act: number, object: number, hasAttachment: boolean) => number;
}

/** As `schemas/own-logs/mailbox-access.json` says. */
export const readKinds: () => ReadKinds = /* @__PURE__ */ once(() => {
  const log = ownLogNamed('mailbox-access');
  const acts = (log?.byName.get(log.act.field ?? '')?.values ?? []).filter(({ reads }) => reads !== undefined);
  const all = acts.flatMap(({ reads }) => reads ?? []);
  const objects = log?.fields.find(({ column }) => column === 'object')?.values?.map(({ value }) => value) ?? [];
  // Behind those with a name stands what the log leaves open.
  const [openAct, openObject] = [acts.length + 1, objects.length + 1];
  const width = openObject + 1;
  const kinds = new Uint8Array((openAct + 1) * width);
  const named = new Uint8Array(openAct + 1);
  for (const [at, reads] of all.entries()) {
    for (let object = 0; object < width; object++)
      kinds[(at + 1) * width + object] = kindOf(reads, objects[object - 1]);
    const anyOf = (reads.open ?? []).reduce((bits, thing) => bits | open[thing], 0);
    const left = reads.otherwise === undefined ? anyOf : READ[reads.otherwise];
    kinds[(at + 1) * width + openObject] = left;
    // Who names an attachment has read one, by an act that can.
    named[at + 1] = Object.values(reads.objects).includes('attachment') ? READ.attachment : left;
  }
  // An act that is left out may be any of them.
  for (const [at, object] of objects.entries())
    kinds[openAct * width + at + 1] = all.reduce((bits, each) => bits | openOf(each.objects[object]), 0);
  kinds[openAct * width + openObject] = ALL_OPEN;
  named[openAct] = ALL_OPEN;
  return {
    actOf: numberOf(
      acts.map(({ value }) => value),
      openAct,
    ),
    objectOf: numberOf(objects, openObject),
    kindOf: (act, object, hasAttachment) =>
      (hasAttachment && object === openObject ? named[act] : kinds[act * width + object]) ?? 0,
  };
});

function kindOf({ objects, otherwise }: OwnReads, object: string | undefined): number {
  const thing = (object === undefined ? undefined : objects[object]) ?? otherwise;
  return thing === undefined ? 0 : READ[thing];
}

function openOf(thing: OwnThingRead | undefined): number {
  return thing === undefined ? 0 : open[thing];
}

/** A name's place from 1 on; 0 for another one. @param empty where there is none */
function numberOf(names: readonly string[], empty: number): (name: string) => number {
  const numbers = new Map(names.map((name, at) => [name.toLowerCase(), at + 1]));
  return (name) => (name === '' ? empty : (numbers.get(name.toLowerCase()) ?? 0));
}
