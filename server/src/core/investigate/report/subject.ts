/** How the events that a report is on are called. */
export interface Subject {
  /** In a title. */
  readonly title: string;
  /** One of them. */
  readonly one: string;
  /** All of them, at the beginning of a line. */
  readonly all: string;
  /** Records of all other services, at the beginning of a line; undefined where there are no others. */
  readonly others: string | undefined;
  /** Whole records that are not of WorkMail, as the title of a column. */
  readonly notWorkMail: string;
}

const NOT_WORKMAIL = 'Not WorkMail';

/** @param service `workmail`, `all`, or an eventSource that consists of letters, digits, dots and hyphens */
export function subjectOf(service: string): Subject {
  if (service === 'workmail') return workMail;
  if (service === 'all') return allServices;
  const name = `Events of ${service}`;
  const others = `Records of services other than ${service}`;
  return { title: name, one: `event of ${service}`, all: name, others, notWorkMail: NOT_WORKMAIL };
}

const workMail: Subject = {
  title: 'WorkMail events',
  one: 'WorkMail or Message Flow event',
  all: 'WorkMail and Message Flow events',
  others: 'Records of other services',
  notWorkMail: 'Other services',
};

const allServices: Subject = {
  title: 'Events',
  one: 'event',
  all: 'Events of all services',
  others: undefined,
  notWorkMail: NOT_WORKMAIL,
};
