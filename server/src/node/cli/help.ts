import { defaultLimits } from '../../host/limits';

const { ratio, members, depth } = defaultLimits;

/** What `workmail-trail --help` prints. */
export const help = `workmail-trail: who did what to our mail, when, from where, and did it work.
Reads Amazon WorkMail activity in AWS CloudTrail logs. No log is changed and nothing leaves this machine.

  workmail-trail check [--where Q] [--json [--events]] PLACE…  what is broken, and where
  workmail-trail summarize [--where Q] [--json] PLACE…         a report on the WorkMail events of all logs together
  workmail-trail report --output FILE [--title T] PLACE…       that as a file to be handed over: docs/handing-over.md
  workmail-trail ask [--question ID] [--json] PLACE…           what happened to our mail: docs/answers.md
  workmail-trail chain --event ID|--key AKIA…|--record FILE#N PLACE…   what led to it, and what belongs to it
  workmail-trail events [--where Q] [--group F,F] PLACE…       the events of all services, each once
  workmail-trail export --format F [--output FILE] PLACE…      the events as data for other programs: docs/exporting.md
  workmail-trail handover --engine E [--where Q] PLACE…        the question for Athena and others: docs/handover.md
  workmail-trail state [--at TIME] [--json] PLACE…             who could open which mailbox: docs/state.md
  workmail-trail verify [--public-keys FILE] [--json] PLACE…   logs held against CloudTrail's digests: docs/verify.md
  workmail-trail manifest [--against FILE] [--json] PLACE…     hashes of files, and what changed since: docs/verify.md
  workmail-trail redact --out FOLDER --key FILE PLACE…         copies that can be handed on: docs/redacting.md
  workmail-trail sigma [--rules R] [--json] PLACE…             Sigma rules, asked of all events: docs/sigma.md

PLACE is a log in any form that CloudTrail and its tools write, plain or compressed with gzip; a folder of logs, however
deep, such as a copy of AWSLogs; or a pattern in quotes, such as 'AWSLogs/**/2026/03/*/*.json.gz'. - is standard input.
Of a folder every file is opened whose content may hold events, whatever its name. Links that lead out of it are listed
and not followed; .git, node_modules and the like are left out.

  --since WHEN     leaves out what happened before; WHEN is a day (2026-03-01) or a time (2026-03-01T08:00:00Z), UTC
  --until WHEN     leaves out what happened after; a day is included. In a copy of AWSLogs, files of other days are not
                   opened; those delivered one day later are, since logs can be late
  --service NAME   workmail (with its Message Flow), all, or another service, such as kms; without it, summarize is on
                   workmail and check on all
  --max-size SIZE  how much text is read of one log: 500000, 200MB, 1GB. Never more than 536 MB
  --max-ratio N    how many times its size a compressed log may grow beyond 67 MB; ${ratio} without it
  --max-members N  how many gzip members, or files of a zip archive, are read of one file; ${members} without it
  --max-depth N    how often a file may be compressed, one container in another; ${depth} without it
  --where Q        only records that answer a question, such as 'key:AKIA* is:write -service:s3': docs/questions.md.
                   What is wrong between records, check tells whatever is asked, and how many records do not answer;
                   summarize says in its heading what was asked
  --names FILE     with summarize, report, ask and state: names of ids that no log names: JSON of aws workmail
                   list-users, list-groups, list-resources and the like. Give it once for each file
  --case FILE      with summarize and report: a case that the editor has saved: its conclusions, notes and names
  --json           for programs. check writes a JSON object for each file, one a line, in the order of the files;
                   summarize, ask, chain, state, verify and manifest write one JSON object
  --baseline B     with ask: what new behaviour is compared with: all before a day or a time, or a file or folder of
                   quiet logs; once for each. Without it the first half of the time of the logs
  --question ID    with ask: only this one of the questions; give it once for each, or several with commas; with
                   handover: the events that one of them rests on
  --events         with check --json: lists every record with its place
  --group F,F      with events: counts those that have fields in common, the failed among them, the first and the last
  --sort F         by a field, groups also by count, failed, first or last; --sort -F the other way round. Without it
                   in the order of the files, groups by their size
  --limit N        no more lines than this
  --fields F,F     what is listed of an event
  --csv            for spreadsheets; --json writes one object an event or group, one a line
  --format F       with export: csv, tsv, jsonl, parquet, xlsx, timesketch-csv, timesketch-jsonl, sarif (what is wrong,
                   and what was found) or navigator (techniques of ATT&CK). With report: html or markdown;
                   without it markdown where --output ends in .md, else html
  --engine E       with handover: athena, trino, duckdb, clickhouse, logs-insights or cli (the AWS CLI)
  --serde S        with handover, for athena: json, or older for the serializer of CloudTrail's own
  --output FILE    with export, handover and report: the file to write; without it standard output. Never among the logs
  --force          with these: replaces a file that is there; without it none ever is
  --title T        with report: what stands above it, as do --author and --reference (a case, a ticket)
  --zone ZONE      with report: lists the events in that zone as well, such as Europe/Zurich, with its offset
  --manifest FILE  with report: hashes of all that was read, for sha256sum -c; as JSON where FILE ends in .json
  --at TIME        with state: of when it is told, a day (its end) or a time; without it the end of the log
  --diff TIME      with state: what is different between that and --at
  --entity X       with state: only what names a user, group, rule … by id, name or address, and what became of it
  --event ID       with chain: the eventID of the event
  --key AKIA…      with chain: the id of the access key, a session's (ASIA…) among them
  --record FILE#N  with chain: where a record stands, as ask prints it: those of WorkMail's own logs have no eventID
  --out FOLDER     with redact: where the copies are put; no file is ever written over
  --redact         with report: tells of redacted copies in place of the logs, with --key and their hashes
  --key FILE       with redact: what stands for what, for all logs of a case; made where there is none. Keep it apart
  --anyway         with redact: copies in which a replaced value still stands are written, too, and that is told
  --public-keys F  with verify: what aws cloudtrail list-public-keys prints, by which signatures are checked
  --signatures F   with verify: signatures of digests, {"key": "hex"}; also found as signatures.json at the place
  --against FILE   with manifest: an earlier one, as text or JSON; tells what was changed, added, renamed, or is missing
  --rules R        with sigma: a file of rules or a folder of them, once for each; without it those that are shipped
  -h, --help
  -V, --version

check prints file:line:column, severity, code and message. Lines and columns begin at 1, in JSON at 0; a column is a
UTF-16 code unit, as editors count. Hints are in the JSON output only. All other commands but redact read with all
processors. Ends with 0 when nothing is wrong, 1 when there are errors or warnings, a rule of sigma hits events, verify
finds what is not in order or manifest a change, 2 when something could not be read completely, a file that is called
like a CloudTrail log holds no events, or the command line is wrong; the other files are read all the same. Ctrl+C ends
reading, and what was found is told as partial, with 2. NO_COLOR is respected, by the line of progress, too.
`;
