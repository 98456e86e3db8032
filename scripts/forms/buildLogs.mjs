/** Events laid out in the logs of builds and programs, which write something before every line. */
import { events } from './events.mjs';
import { layered, lines, pretty } from './form.mjs';

/** @typedef {import('./form.mjs').Form} Form */

const log = () => pretty({ Records: events() });

/**
 * @param {string} text
 * @param {(line: string, index: number) => string} write
 */
const eachLine = (text, write) => lines(text.trimEnd().split('\n').map(write));

/** @param {number} index */
const seconds = (index) => String(10 + Math.floor(index / 20)).padStart(2, '0');

/** @returns {readonly Form[]} */
export function buildLogs() {
  const said = 'Run aws cloudtrail lookup-events | jq "[.Events]" {0}\nshell: /usr/bin/bash -e {0}\n';
  return [
    layered(
      'build-github-actions.txt',
      'GitHub Actions, log of a step',
      'A time with seven digits before each line; a group and a command above the log, a line below it.',
      eachLine(
        `##[group]${said}##[endgroup]\n${log()}Post job cleanup.`,
        (line, at) => `2026-05-18T14:10:${seconds(at)}.${1_204_417 + 811 * at}Z ${line}`,
      ),
    ),
    layered(
      'build-gh-run.txt',
      'gh run view --log',
      'Job, step and time before each line, parted by tabs.',
      eachLine(log(), (line, at) => `inspect\tShow events\t2026-05-18T14:10:${seconds(at)}.${1_204_417 + at}Z ${line}`),
    ),
    layered(
      'build-gitlab.txt',
      'GitLab CI',
      'A time, the stream and a flag before each line.',
      eachLine(log(), (line, at) => `2026-05-18T14:10:${seconds(at)}.${204_417 + at}Z 01O ${line}`),
    ),
    layered(
      'build-jenkins.txt',
      'Jenkins with time stamps',
      'A time in brackets before each line.',
      eachLine(log(), (line, at) => `[2026-05-18T14:10:${seconds(at)}.${104 + at}Z] ${line}`),
    ),
    layered(
      'build-teamcity.txt',
      'TeamCity',
      'A time and a step in brackets before each line.',
      eachLine(log(), (line, at) => `[14:10:${seconds(at)}]i:\t [Step 2/3] ${line}`),
    ),
    layered(
      'build-codebuild.txt',
      'AWS CodeBuild',
      'The word Container and a time before each line.',
      eachLine(log(), (line, at) => `[Container] 2026/05/18 14:10:${seconds(at)}.204417 ${line}`),
    ),
    layered(
      'build-cloud-build.txt',
      'Google Cloud Build',
      'The step, with its name in quotes, before each line.',
      eachLine(log(), (line) => `Step #1 - "inspect": ${line}`),
    ),
    layered(
      'build-maven.txt',
      'Maven',
      'A level in brackets before each line.',
      eachLine(log(), (line) => `[INFO] ${line}`),
    ),
    layered(
      'build-spring.log',
      'Spring Boot',
      'Time, level, process, thread and logger before each line.',
      eachLine(
        log(),
        (line, at) => `2026-05-18T14:10:${seconds(at)}.${104 + at}Z  INFO 1 --- [           main] c.e.Trail : ${line}`,
      ),
    ),
    layered(
      'build-stern.txt',
      'stern',
      'Pod and container before each line.',
      eachLine(log(), (line) => `trail-7d9c5b9f6d-x2x7k reader ${line}`),
    ),
    layered(
      'build-journalctl-monotonic.txt',
      'journalctl -o short-monotonic',
      'Seconds since the start, host and program before each line.',
      eachLine(log(), (line, at) => `[ 1204.${204_417 + at}] noc trail[812]: ${line}`),
    ),
    layered(
      'build-foreign-line.txt',
      'docker compose logs, two services',
      'A line of another service between two events, an empty line, and a line without the name.',
      eachLine(
        events()
          .map((event) => pretty(event))
          .join('\0'),
        (line) => `reader-1  | ${line}`,
      ).replaceAll('\0', '\nmailer-1  | ready\n\n'),
    ),
  ];
}
