/** A name of an event's fields between quotes that are doubled: it stands in a cell, whatever is damaged there. */
export const DOUBLED = /""event\w+\\*""\s*:/;
