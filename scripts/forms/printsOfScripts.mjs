/** Events as Ruby, Node.js, Perl and PHP print values of their own. */
import { inspect } from 'node:util';
import { events } from './events.mjs';
import { bent, json, layered, lines, named } from './form.mjs';
import { perlDumper, phpPrint } from './printers/others.mjs';
import { inspected, pretty as rubyPretty } from './printers/ruby.mjs';

/** @typedef {import('./form.mjs').Form} Form */

/** @returns {readonly Form[]} */
export function printsOfScripts() {
  const some = events();
  return [
    bent(
      'print-ruby-inspect.txt',
      'p in Ruby',
      'Hashes with => and nil, one event a line.',
      lines(some.map(inspected)),
    ),
    bent(
      'print-ruby-pp.txt',
      'pp in Ruby',
      'A list of hashes, broken in 80 columns, also behind =>.',
      `${rubyPretty(some)}\n`,
    ),
    bent(
      'print-node-inspect.txt',
      'console.dir with depth null in Node.js',
      'Keys without quotes, texts in single ones, a list on one line where it fits.',
      `${inspect({ Records: some }, { depth: null })}\n`,
    ),
    named(
      'print-node-console.txt',
      'console.log in Node.js',
      'As before, but what is deeper than two levels is [Object].',
      `${inspect({ Records: some })}\n`,
    ),
    layered(
      'print-node-console-text.txt',
      'console.log in Node.js',
      'An object whose member is JSON in single quotes.',
      lines(some.map((event) => inspect({ level: 'info', body: json(event) }, { breakLength: Infinity }))),
    ),
    named(
      'print-perl-dumper.txt',
      'Data::Dumper of Perl',
      '$VAR1 = { ... } with =>, undef and blessed Booleans.',
      lines(some.map((event) => `$VAR1 = ${perlDumper(event)};`)),
    ),
    named(
      'print-php-print-r.txt',
      'print_r of PHP',
      'Array ( [eventVersion] => 1.11 ... ).',
      phpPrint({ Records: some }),
    ),
  ];
}
