import type { Rule } from './rule';
import { rules } from './rules';
import { type RuleWords, ruleWords } from './ruleWords';

const CHAPTERS: readonly (readonly [firstDigit: string, title: string, introduction: string])[] = [
  [
    '1',
    'Broken JSON',
    'These hold for the records of every service. While a record is broken, nothing else is said of it.',
  ],
  ['2', 'The fields all records share', 'These hold for the records of WorkMail and its Message Flow.'],
  [
    '3',
    'What an action was asked and answered',
    'These hold for the records of WorkMail and its Message Flow. Of a call that failed, nothing is asked but whether a secret stands in it.',
  ],
  ['4', 'Fields that contradict each other', 'These hold for the records of WorkMail and its Message Flow.'],
];

/**
 * The documentation of all rules: the text of `docs/rules.md`, whose headings are the places that problems link to.
 *
 * @throws Error when a rule has no words
 */
export function rulesDocument(): string {
  const chapters = CHAPTERS.map(([digit, title, introduction]) => {
    const sections = rules()
      .filter((rule) => rule.code.startsWith(`WT${digit}`))
      .map(section);
    return [`## ${title}`, introduction, ...sections].join('\n\n');
  });
  return `${[HEAD, ...chapters].join('\n\n')}\n`;
}

const HEAD = `<!-- Made from the table of rules; its test says how to make it again. -->

# Rules

Every problem WorkMail Trail reports has one of these codes. A code keeps its meaning for good. The setting
\`workmailTrail.rules\` changes how loud a rule is, or turns it off: \`{ "WT212": "off", "WT302": "warning" }\`.

Severity follows evidence: what is an error here was never seen in a genuine record.`;

/** Web pages make the anchor of a heading from its words: it has to be the rule's. */
function section(rule: Rule): string {
  const words = ruleWords.get(rule.code);
  if (words === undefined) throw new Error(`ruleWords.ts says nothing of ${rule.code}.`);
  return [
    `### ${rule.code} ${rule.name}`,
    `**${rule.title}.** ${severityText(rule)}`,
    words.meaning,
    `> ${codeSpan(rule.message(words.example))}`,
    ['**What to do:**', words.remedy, fixText(rule, words)].filter((part) => part !== '').join(' '),
  ].join('\n\n');
}

function severityText({ severity }: Rule): string {
  return severity === 'off' ? 'Off by default.' : `Severity: ${severity}.`;
}

function fixText(rule: Rule, words: RuleWords): string {
  const fix = rule.fix(words.example);
  return fix === undefined ? '' : `Quick fix, where it is safe: ${codeSpan(fix)}.`;
}

function codeSpan(text: string): string {
  return `\`${text}\``;
}
