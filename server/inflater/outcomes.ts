/** What has become of a stream when reading stops. The host knows these numbers. */

export const WHOLE: u32 = 0;
/** The next piece of input is needed. */
export const WANTS_INPUT: u32 = 1;
/** What came out has to be handed out. */
export const FULL: u32 = 2;
/** Damaged: others save what can be saved. */
export const REFUSED: u32 = 3;
/** The stream ends before its end. All that can be told of it came out. */
export const CUT: u32 = 4;
/** For those who read a block: it has come to its end. */
export const BLOCK_END: u32 = 5;
