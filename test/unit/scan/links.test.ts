import assert from 'node:assert/strict';
import { mkdir, symlink } from 'node:fs/promises';
import path from 'node:path';
import { suite, test } from 'node:test';
import { recordOf } from '../investigate/given';
import { toldOf, withFolder } from './scannedFolder';

const log = JSON.stringify({ Records: [recordOf('ListUsers', { eventID: 'e-1' })] });
const OUTSIDE = 'it is a link to something outside of the folder that is read; name that to read it, too.';

suite('a link in a folder', () => {
  test('that leads out of it is listed and not followed', () =>
    withFolder({ 'asked/a.json': log, 'private/b.json': log, 'asked-too/c.json': log }, async (folder) => {
      const asked = path.join(folder, 'asked');
      await symlink('../private', path.join(asked, 'folder'));
      await symlink(path.join(folder, 'private', 'b.json'), path.join(asked, 'file.json'));
      await symlink('../asked-too/c.json', path.join(asked, 'neighbour.json'));
      await symlink('folder', path.join(asked, 'link-to-link'));
      await symlink('..', path.join(asked, 'up'));
      await symlink('nowhere', path.join(asked, 'dangling'));
      assert.deepEqual(await toldOf(asked), {
        'a.json': 1,
        dangling: 'it is a link to something that is not there.',
        'file.json': OUTSIDE,
        folder: OUTSIDE,
        'link-to-link': OUTSIDE,
        'neighbour.json': OUTSIDE,
        up: 'it is a link to a folder above the one that is read; name that folder to read it, too.',
      });
    }));

  test('that leads back to itself, or around, ends there', () =>
    withFolder({ 'a/a.json': log }, async (folder) => {
      await symlink('ring', path.join(folder, 'ring'));
      await symlink('../a', path.join(folder, 'a', 'again'));
      await symlink('.', path.join(folder, 'a', 'here'));
      assert.deepEqual(await toldOf(folder), {
        'a/a.json': 1,
        'a/again': 'it is a link to a folder that is read by another path.',
        'a/here': 'it is a link to a folder that is read by another path.',
        ring: 'it is a link that leads back to itself.',
      });
    }));

  test('that leads to what is left out below the same folder is followed once', () =>
    withFolder({ 'node_modules/logs/a.json': log, 'b.json': log }, async (folder) => {
      await symlink('node_modules/logs', path.join(folder, 'one'));
      await symlink('node_modules/logs', path.join(folder, 'two'));
      await symlink('b.json', path.join(folder, 'c.json'));
      assert.deepEqual(await toldOf(folder), {
        'b.json': 1,
        'c.json': 'it is a link to a file that is read by another path.',
        node_modules: 'folders of this name hold programs and their history; name it to read what is in it.',
        'one/a.json': 1,
        two: 'it is a link to a folder that is read by another path.',
      });
    }));

  test('to the folder that was named is the folder', () =>
    withFolder({ 'real/a.json': log }, async (folder) => {
      await mkdir(path.join(folder, 'other'));
      await symlink('../real', path.join(folder, 'other', 'named'));
      assert.deepEqual(await toldOf(path.join(folder, 'other', 'named')), { 'a.json': 1 });
    }));
});
