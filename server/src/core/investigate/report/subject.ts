/** How the events that a report is on are called. */
export interface Subject {
  /** In a title. */
  readonly title: string;
  /** One of them. */
  readonly one: string;
  /** All of them, at the beginning of a line. */
  readonly all: string;
}

/** @param service `workmail`, `all`, or an eventSource that consists of letters, digits, dots and hyphens */
export function subjectOf(service: string): Subject {
  if (service === 'workmail') {
    return { title: 'WorkMail events', one: 'WorkMail or Message Flow event', all: 'WorkMail and Message Flow events' };
  }
  if (service === 'all') return { title: 'Events', one: 'event', all: 'Events of all services' };
  return { title: `Events of ${service}`, one: `event of ${service}`, all: `Events of ${service}` };
}
