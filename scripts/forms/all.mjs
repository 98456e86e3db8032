/** Every form of the corpus. */
import { jsonObjects } from './jsonObjects.mjs';
import { jsonTexts } from './jsonTexts.mjs';

/** @type {readonly import('./form.mjs').Form[]} */
export const allForms = [...jsonObjects(), ...jsonTexts()];
