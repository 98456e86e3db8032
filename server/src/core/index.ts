/** The facade of the core. Everything outside `core` imports core through this file, and it holds no logic. */

export type * from './record';
