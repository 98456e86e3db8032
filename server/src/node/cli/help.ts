export const help = `workmail-trail: who did what to our mail, when, from where, and did it work.
Reads Amazon WorkMail activity in AWS CloudTrail logs. Nothing is changed and nothing leaves this machine.

  workmail-trail check [--json [--events]] FILE…    what is broken, and where
  workmail-trail summarize [--json] FILE…           a report on the WorkMail events of all files together

FILE is a log in any form that CloudTrail and its tools write: one record, a list, {"Records": […]}, a record a line,
several one after another; plain or compressed with gzip. - is standard input.

  --json       for programs. check writes a JSON object for each file, one a line, in the order of the files;
               summarize writes one JSON object
  --events     with check --json: lists every record with its place
  -h, --help
  -V, --version

check prints file:line:column, severity, code and message. Lines and columns begin at 1, in JSON at 0; a column is a
UTF-16 code unit, as editors count. Hints are in the JSON output only.
Ends with 0 when nothing is wrong, 1 when there are errors or warnings, 2 when a file could not be read or the command
line is wrong; the other files are read all the same. NO_COLOR is respected.
`;
