/** What chats, wikis and web pages do to a log. */
import { events, permission } from './events.mjs';
import { bent, found, json, layered, lines, named } from './form.mjs';
import { prettyRecords } from './logs.mjs';

/** @typedef {import('./form.mjs').Form} Form */

/** @returns {readonly Form[]} */
export function markupForms() {
  return [...links(), ...markup()];
}

/** @returns {Form[]} */
function links() {
  return [
    layered(
      'linked-defanged.json',
      'a threat report',
      'Dots of host names and addresses stand in brackets: workmail[.]amazonaws[.]com.',
      `${prettyRecords().replaceAll('.amazonaws.com', '[.]amazonaws[.]com').replaceAll('203.0.113.45', '203[.]0[.]113[.]45')}\n`,
    ),
    layered(
      'linked-defanged-hxxp.txt',
      'a threat report',
      'Prose with hxxps links around events whose hosts have (dot) for dots.',
      lines([
        'See hxxps://example[.]com/report for the rest.',
        '',
        ...events().map((event) => json(event).replaceAll('workmail.amazonaws.com', 'workmail(dot)amazonaws(dot)com')),
        '',
        'End of list.',
      ]),
    ),
    layered(
      'linked-markdown.json',
      'an editor that links hosts',
      'Every host is a Markdown link to itself.',
      `${prettyRecords().replace(/"([a-z0-9.-]+\.amazonaws\.com)"/g, '"[$1](http://$1)"')}\n`,
    ),
    layered(
      'linked-slack.txt',
      'Slack',
      'Every host is a link in angle brackets with a bar.',
      lines(events().map((event) => json(event).replace(/"([a-z0-9.-]+\.amazonaws\.com)"/g, '"<http://$1|$1>"'))),
    ),
    layered(
      'linked-outlook.txt',
      'Outlook',
      'Behind every host and address the link stands in angle brackets.',
      `${prettyRecords()
        .replace(/"([a-z0-9.-]+\.amazonaws\.com)"/g, '"$1<http://$1/>"')
        .replace('board@example.org', 'board@example.org<mailto:board@example.org>')}\n`,
    ),
  ];
}

/** @returns {Form[]} */
function markup() {
  const some = events();
  return [
    layered(
      'markup-pre.html',
      'a web page',
      'A log in <pre>, every quote an entity.',
      lines([
        '<!DOCTYPE html>',
        '<html><head><title>Trail</title></head><body>',
        '<h1>Events</h1>',
        `<pre><code>${html(prettyRecords())}</code></pre>`,
        '</body></html>',
      ]),
    ),
    layered(
      'markup-entities.txt',
      'a form that escapes twice',
      'Events on lines, every quote &#34;.',
      lines(some.map((event) => json(event).replaceAll('"', '&#34;'))),
    ),
    layered(
      'markup-entities-key.json',
      'a web service',
      'Texts under a key, in which every quote is &quot;.',
      `${JSON.stringify({ items: some.map((event) => ({ body: html(json(event)) })) }, null, 2)}\n`,
    ),
    named(
      'markup-highlighted.html',
      'a highlighter of code',
      'Every key and value of the event is an element of its own.',
      `<div class="highlight"><pre>${JSON.stringify(permission(), null, 2)
        .split('\n')
        .map((line) => html(line).replace(/&quot;(.*?)&quot;(:?)/g, '<span class="s2">&quot;$1&quot;</span>$2'))
        .join('\n')}</pre></div>\n`,
      found([1]),
    ),
    layered(
      'markup-fence.md',
      'a person who asks for help',
      'Prose, then a log in a Markdown fence, then prose with a brace.',
      lines([
        'Hi all,',
        '',
        'we found this in the trail, is {anything} wrong?',
        '',
        '```json',
        prettyRecords(),
        '```',
        '',
        'Thanks! [1]',
      ]),
    ),
    layered(
      'markup-two-fences.md',
      'a person who asks for help',
      'One event in the first fence, a list of two in the second.',
      lines([
        'First:',
        '```',
        JSON.stringify(some[0], null, 2),
        '```',
        'and a minute later:',
        '~~~json',
        JSON.stringify(some.slice(1)),
        '~~~',
      ]),
    ),
    layered(
      'markup-jira.txt',
      'Jira',
      'Events in {code:json} blocks.',
      lines(
        some.flatMap((event) => [
          `h3. ${event.eventName}`,
          '{code:json}',
          JSON.stringify(event, null, 2),
          '{code}',
          '',
        ]),
      ),
    ),
    layered(
      'markup-bbcode.txt',
      'a forum',
      'A log in [code] and [/code].',
      lines(['[b]Trail[/b]', `[code]${prettyRecords()}[/code]`]),
    ),
    layered(
      'markup-rst.rst',
      'documentation in reStructuredText',
      'A log indented below a directive.',
      lines([
        'Trail',
        '=====',
        '',
        '.. code-block:: json',
        '',
        ...prettyRecords()
          .split('\n')
          .map((line) => `   ${line}`),
        '',
        'The end.',
      ]),
    ),
    bent(
      'markup-smart-quotes.txt',
      'a word processor',
      'Every straight quote became a typographic one.',
      `${prettyRecords().replace(/"([^"]*)"/g, '“$1”')}\n`,
    ),
    bent(
      'markup-nbsp.txt',
      'a web page that was copied',
      'Indented by no-break spaces, one after every colon.',
      `${prettyRecords()
        .replace(/^ +/gm, (run) => '\u00a0'.repeat(run.length))
        .replaceAll('": ', '":\u00a0')}\n`,
    ),
    layered(
      'markup-splunk-results.xml',
      'Splunk, output as XML',
      'Results with the event in a <v> element, quotes as entities.',
      lines([
        "<?xml version='1.0' encoding='UTF-8'?>",
        "<results preview='0'>",
        ...some.flatMap((event, index) => [
          `<result offset='${index}'>`,
          "<field k='_raw'>",
          `<v xml:space='preserve' trim='0'>${html(json(event))}</v>`,
          '</field>',
          '</result>',
        ]),
        '</results>',
      ]),
    ),
    layered(
      'markup-cdata.xml',
      'a test report',
      'Events in CDATA sections.',
      lines([
        '<?xml version="1.0"?>',
        '<testsuite name="trail" tests="3">',
        ...some.map(
          (event) =>
            `<testcase name="${event.eventName}"><system-out><![CDATA[${json(event)}]]></system-out></testcase>`,
        ),
        '</testsuite>',
      ]),
    ),
    named(
      'markup-elements.xml',
      'a converter to XML',
      'Every field an element.',
      lines([
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<Records>',
        ...some.map((event) => `  <Record>${elements(event)}</Record>`),
        '</Records>',
      ]),
    ),
  ];
}

/** @param {string} text */
const html = (text) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/**
 * @param {unknown} value
 * @returns {string}
 */
function elements(value) {
  if (Array.isArray(value)) return value.map((each) => `<item>${elements(each)}</item>`).join('');
  if (typeof value !== 'object' || value === null) return html(String(value ?? ''));
  return Object.entries(value)
    .map(([name, member]) => `<${name}>${elements(member)}</${name}>`)
    .join('');
}
