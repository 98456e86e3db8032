/** Why something below a folder was not read, as clauses behind its name, as `files/reasons` has them for what failed. */
export const reasons = {
  codeFolder: 'folders of this name hold programs and their history; name it to read what is in it.',
  danglingLink: 'it is a link to something that is not there.',
  loop: 'it is a link that leads back to itself.',
  linkOutside: 'it is a link to something outside of the folder that is read; name that to read it, too.',
  folderTwice: 'it is a link to a folder that is read by another path.',
  folderAbove: 'it is a link to a folder above the one that is read; name that folder to read it, too.',
  fileTwice: 'it is a link to a file that is read by another path.',
  otherDay: 'its path says that it was delivered on another day.',
  elsewhere: 'it is not on this machine.',
  crash: 'reading it ended in a crash, which is a mistake of this program.',
  noThread: (error: string) => `no thread could be started to read it (${error}).`,
} as const;
