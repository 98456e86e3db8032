import assert from 'node:assert/strict';
import { test } from 'node:test';
import { READ, readKinds } from '../../../server/src/core/store/own/readKinds';

/** What a kind is, in words; `?` is what it leaves open. */
function told(kind: number): string {
  const { item, folder, attachment, preview, openItems, openFolders, openAttachments } = READ;
  const certain = new Map<number, string>([
    [item, 'item'],
    [folder, 'folder'],
    [attachment, 'attachment'],
    [preview, 'preview'],
  ]).get(kind & READ.kind);
  const open = [
    [openItems, 'item?'],
    [openFolders, 'folder?'],
    [openAttachments, 'attachment?'],
  ] as const;
  return [certain ?? [], open.flatMap(([bit, name]) => ((kind & bit) === 0 ? [] : name))].flat().join(' ') || '-';
}

test('what each act reads of each object, and what is open where the log leaves out one or both', () => {
  const { actOf, objectOf, kindOf } = readKinds();
  const acts = ['read', 'READ_ATTACHMENT', 'read_summary', 'read_hierarchy', 'delete', 'constructor', ''];
  const objects = ['Message', 'FOLDER', 'Attachment', 'Unheard', ''];
  const rows = acts.map((act) => {
    const each = objects.map((object) => told(kindOf(actOf(act), objectOf(object), false)));
    const withAttachment = objects.map((object) => told(kindOf(actOf(act), objectOf(object), true)));
    // That an attachment is named tells something where no object is.
    assert.deepEqual(withAttachment.slice(0, -1), each.slice(0, -1));
    return [act, ...each, withAttachment.at(-1)].join(' | ');
  });
  assert.deepEqual(rows, [
    'read | item | folder | attachment | - | item? folder? attachment? | attachment',
    'READ_ATTACHMENT | attachment | attachment | attachment | attachment | attachment | attachment',
    'read_summary | preview | folder | preview | - | folder? | folder?',
    'read_hierarchy | - | - | - | - | - | -',
    'delete | - | - | - | - | - | -',
    'constructor | - | - | - | - | - | -',
    ' | item? attachment? | folder? | attachment? | - | item? folder? attachment? | item? folder? attachment?',
  ]);
});
