import assert from 'node:assert/strict';
import { extensions } from 'vscode';

describe('the extension', () => {
  it('is present and can be activated', async () => {
    const extension = extensions.getExtension('workmail-trail.workmail-trail');
    assert.ok(extension, 'the development extension is not there');
    await extension.activate();
    assert.equal(extension.isActive, true);
  });
});
