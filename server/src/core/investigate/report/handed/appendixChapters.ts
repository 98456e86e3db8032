/** The chapters of the appendix, behind those of the report. */
export const appendixChapters = [
  { id: 'lists', title: 'Appendix A: what the numbers stand for' },
  { id: 'logs', title: 'Appendix B: logs and user agents' },
  { id: 'events', title: 'Appendix C: the events' },
] as const;

/** What stands above the events. */
export function eventsWords(count: string): string {
  return `${count}, as they happened. A record is told by the number of its log in Appendix B and by its position there, counted from 0.`;
}
