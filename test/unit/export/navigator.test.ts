import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { Ajv } from 'ajv';
import { catalog } from '../../../server/src/generated/schemas';
import { ran } from '../cli/terminal';
import { recordOf } from '../investigate/given';

/** What version 4.5 of the layer format asks for. */
const isLayer = new Ajv().compile({
  type: 'object',
  required: ['name', 'domain'],
  properties: {
    name: { type: 'string' },
    domain: { enum: ['enterprise-attack'] },
    versions: {
      type: 'object',
      required: ['navigator', 'layer'],
      properties: { navigator: { type: 'string' }, layer: { const: '4.5' } },
    },
    sorting: { enum: [0, 1, 2, 3] },
    techniques: {
      type: 'array',
      items: {
        type: 'object',
        required: ['techniqueID'],
        properties: {
          techniqueID: { type: 'string', pattern: '^T\\d{4}(\\.\\d{3})?$' },
          score: { type: 'number' },
          comment: { type: 'string' },
          enabled: { type: 'boolean' },
          metadata: {
            type: 'array',
            items: {
              type: 'object',
              required: ['name', 'value'],
              properties: { name: { type: 'string' }, value: { type: 'string' } },
            },
          },
        },
      },
    },
    gradient: {
      type: 'object',
      required: ['colors', 'minValue', 'maxValue'],
      properties: { colors: { type: 'array', minItems: 2, items: { pattern: '^#[0-9a-f]{6}$' } } },
    },
  },
});

suite('a layer of the ATT&CK Navigator', () => {
  test('counts the events of each technique that the catalog names for a call, and says how many failed', async () => {
    const events = [
      recordOf('StartMailboxExportJob', { eventID: 'e-1' }),
      recordOf('StartMailboxExportJob', { eventID: 'e-2', errorCode: 'AccessDenied' }),
      recordOf('StartMailboxExportJob', { eventID: 'e-3', eventSource: 'elsewhere.amazonaws.com' }),
    ];
    const { stdout, code } = await ran(['export', '--format', 'navigator', '-'], {
      stdin: JSON.stringify({ Records: events }),
    });
    const layer = JSON.parse(stdout);
    const attack = catalog().get('StartMailboxExportJob')?.attack ?? [];
    assert.ok(attack.length > 0);
    assert.deepEqual(
      layer.techniques.map(({ techniqueID, score, comment }: Record<string, unknown>) => [techniqueID, score, comment]),
      [...attack].sort().map((id) => [id, 2, 'StartMailboxExportJob 2; 1 of them failed.']),
    );
    assert.deepEqual([code, layer.gradient.maxValue], [0, 2]);
  });

  test('is what its format asks for, with events and without', async () => {
    for (const place of ['samples/incident/stolen-key.json', 'samples/mixed']) {
      for (const where of [[], ['--where', 'action:Nothing']]) {
        const { stdout } = await ran(['export', '--format', 'navigator', ...where, place]);
        isLayer(JSON.parse(stdout));
        assert.deepEqual(isLayer.errors, null);
      }
    }
  });

  test('names the steps that belong together', async () => {
    const { stdout } = await ran(['export', '--format', 'navigator', 'samples/incident/stolen-key.json']);
    assert.match(stdout, /Steps that belong together: [A-Z]/);
  });
});
