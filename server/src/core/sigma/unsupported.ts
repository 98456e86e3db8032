/**
 * What a rule asks that can't be asked, in plain words: the rule gives no events then. It is thrown where the rule is read, and caught by
 * `readRules` alone.
 */
export class Unsupported extends Error {}
