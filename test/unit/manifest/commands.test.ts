import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { suite, test } from 'node:test';
import { projectRoot } from '../../support/projectRoot';

interface Item {
  readonly command: string;
  readonly when?: string;
}

interface Contributes {
  readonly commands: readonly { readonly command: string; readonly title: string; readonly category?: string }[];
  readonly menus: Readonly<Record<string, readonly Item[]>>;
  readonly keybindings: readonly Item[];
  readonly views: Readonly<Record<string, readonly { readonly id: string }[]>>;
  readonly viewsWelcome: readonly { readonly when: string; readonly contents: string }[];
  readonly walkthroughs: readonly Walkthrough[];
}

interface Walkthrough {
  readonly id: string;
  readonly steps: readonly {
    readonly id: string;
    readonly description: string;
    readonly completionEvents: readonly string[];
  }[];
}

const { contributes }: { readonly contributes: Contributes } = JSON.parse(source('package.json'));
const { menus, walkthroughs, viewsWelcome } = contributes;
const commands = contributes.commands.map(({ command }) => command);
const { commandPalette: palette = [] } = menus;
const code = readdirSync(path.join(projectRoot(), 'client', 'src'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => source('client', 'src', file))
  .join('\n');

/** The user's own wording for this one. */
const ownWording: ReadonlyMap<string, string> = new Map([['workmailTrail.summarize', 'Summarize WorkMail events']]);

/** These ask for a log or a folder, or bring one with them, so they can work in any window. */
const offeredAnywhere = [
  'workmailTrail.openCase',
  'workmailTrail.exportReport',
  'workmailTrail.summarize',
  'workmailTrail.verifyIntegrity',
  'workmailTrail.openLog',
  'workmailTrail.openSampleLogs',
  'workmailTrail.openCompressedLog',
  'workmailTrail.inspectFolder',
];

/** Words that titles write small, unless they stand at an end. */
const small = new Set('a an and as at but by for from in of on or the to with'.split(' '));

suite('a command of the extension', () => {
  test('has a title in title case, but for the one that the user has worded', () => {
    const wrong = contributes.commands
      .filter(({ command, title }) => title !== (ownWording.get(command) ?? inTitleCase(title)))
      .map(({ title }) => title);
    assert.deepEqual(wrong, []);
  });

  test('is found in the palette under the name of the product', () => {
    const elsewhere = contributes.commands.filter(({ category }) => category !== 'WorkMail Trail');
    assert.deepEqual(elsewhere, []);
  });

  test('is offered by the palette only where it can work', () => {
    const anywhere = commands.filter((command) => !palette.some((item) => item.command === command && item.when));
    const advice = 'Give each of these a condition in menus.commandPalette, or name it in the list of this test.';
    assert.deepEqual(anywhere.sort(), [...offeredAnywhere].sort(), advice);
  });

  test('is offered by every other menu only where it can work', () => {
    const items = Object.entries(menus).flatMap(([menu, all]) => all.map((item) => ({ menu, ...item })));
    assert.deepEqual(
      [...items, ...contributes.keybindings].filter(({ when }) => when === undefined || when === ''),
      [],
    );
  });

  test('can be reached, if not from the palette, then from a menu, a welcome, the walkthrough or a row', () => {
    const hidden = palette.filter(({ when }) => when === 'false').map(({ command }) => command);
    const shown = JSON.stringify([{ ...menus, commandPalette: [] }, viewsWelcome, walkthroughs]);
    const led = [...code.matchAll(/\bcommand: '(workmailTrail\.\w+)'/g)].map(([, command = '']) => command);
    const lost = hidden.filter((command) => !new RegExp(`${command}\\b`).test(shown) && !led.includes(command));
    assert.deepEqual(lost, []);
  });

  test('is registered by the code, and what the code registers is declared', () => {
    const registered = code.matchAll(/\bregister(?:Command|\w+Copy)\(\s*'(workmailTrail\.\w+)'/g);
    const ways = code.matchAll(/^ {2}\['((?:next|previous)\w+Event)', '\w+', '(?:next|previous)'\],$/gm);
    const names = [...[...registered].map(([, name]) => name), ...[...ways].map(([, name]) => `workmailTrail.${name}`)];
    assert.deepEqual(names.sort(), [...commands].sort());
  });
});

suite('a condition of the manifest', () => {
  const conditions = JSON.stringify(contributes).matchAll(/"(?:when|enablement)":"((?:[^"\\]|\\.)*)"/g);
  const asked = [...conditions].flatMap(([, when = '']) => when.match(/workmailTrail\.\w+/g) ?? []);
  const events = walkthroughs.flatMap(({ steps }) => steps.flatMap((step) => step.completionEvents));
  const awaited = events.flatMap((event) => /^onContext:(.+)$/.exec(event)?.[1] ?? []);
  const views = Object.values(contributes.views).flatMap((all) => all.map(({ id }) => id));
  const keys = [...source('client', 'src', 'contextKeys.ts').matchAll(/new ContextKey<\w+>\('(\S+)'\)/g)];

  test('asks for keys that the extension sets, and it sets none that nobody asks for', () => {
    const names = [...asked, ...awaited].filter((name) => !views.includes(name));
    assert.deepEqual([...new Set(names)].sort(), keys.map(([, key = '']) => key).sort());
  });
});

suite('the walkthrough', () => {
  const texts = [
    ...viewsWelcome.map(({ contents }) => contents),
    ...walkthroughs.flatMap(({ steps }) => steps.map(({ description }) => description)),
  ];
  const links = texts.flatMap((text) => [...text.matchAll(/\]\(command:(?:toSide:)?([\w.]+)(?:\?([^)]*))?\)/g)]);

  test('and the welcome lead to commands that there are', () => {
    const ours = links.map(([, command = '']) => command).filter((command) => command.startsWith('workmailTrail.'));
    const known = [...commands, 'workmailTrail.events.focus'];
    assert.deepEqual(
      ours.filter((command) => !known.includes(command)),
      [],
    );
    assert.ok(ours.length >= 8, 'Hardly any link was found: is the pattern still right?');
  });

  test('is what the welcome leads to', () => {
    const opened = links.filter(([, command]) => command === 'workbench.action.openWalkthrough');
    assert.deepEqual(
      opened.map(([, , query = '']) => JSON.parse(decodeURIComponent(query))),
      walkthroughs.map(({ id }) => `workmail-trail.workmail-trail#${id}`),
    );
  });

  test('has five steps, each with a mark that comes by itself, from a command or a key that there is', () => {
    assert.deepEqual(
      walkthroughs.map(({ steps }) => steps.length),
      [5],
    );
    for (const { id, completionEvents } of walkthroughs.flatMap(({ steps }) => steps)) {
      assert.ok(completionEvents.length > 0, id);
      for (const event of completionEvents) {
        const [, kind = '', name = ''] = /^(onCommand|onContext):([\w.]+)$/.exec(event) ?? [];
        assert.ok(kind === 'onContext' || commands.includes(name), `${id}: ${event}`);
      }
    }
  });
});

/** A title as it ought to be: words begin with a capital, but for small ones between others. */
function inTitleCase(title: string): string {
  const words = title.split(' ');
  return words
    .map((word, at) => {
      const isAtAnEnd = at === 0 || at === words.length - 1;
      const lower = word.toLowerCase();
      return small.has(lower) && !isAtAnEnd ? lower : word.charAt(0).toUpperCase() + word.slice(1);
    })
    .join(' ');
}

function source(...names: readonly string[]): string {
  return readFileSync(path.join(projectRoot(), ...names), 'utf8');
}
