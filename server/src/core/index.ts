/** The facade of the core. Everything outside `core` imports core through this file, and it holds no logic. */

export { analyze, analyzeInSteps, analyzeNative, wholeRecord } from './check/analyze';
export { tellsWrapping, wrappedRecordAgain } from './check/analyzeWrapped';
export { Checkpoint, type Wrapping } from './check/checkpoint';
export { deliveryName } from './check/deliveryName';
export { sameId } from './check/eventId';
export { eventTimeMs } from './check/eventTime';
export { IdsOfLog, otherContent } from './check/otherContent';
export { parseTime, secondsTime } from './check/parseTime';
export type { Rule, Severity } from './check/rule';
export { codeOf, fixTitle, messageOf, ruleOf, rules } from './check/rules';
export { SECRET_MARK, SECRET_RULES } from './check/secrets';
export { serviceNamed } from './check/service';
export { keepsEvents, repairedCopy, repairedTogether } from './check/soundRepair';
export { isAsDelivered, MOST_WITNESSES, UnlikeName } from './check/unlikeName';
export { eventDetails } from './explain/details';
export { csv, label, languageStatus, terminal } from './explain/escape';
export { eventLabel, type LabelledEvent, outcomeBehindLabel } from './explain/eventLabel';
export { eventSnippet } from './explain/eventSnippet';
export { hover } from './explain/hover';
export { type LogCompletion, type LogCompletions, logCompletions } from './explain/logCompletions';
export { textAt } from './explain/members';
export { plainText } from './explain/plainText';
export { prose } from './explain/prose';
export { fieldAt, knownAction } from './explain/words';
export { delimitedText } from './export/delimited';
export type { ExportedEvent, ExportedEvents } from './export/exportedEvent';
export { jsonLines } from './export/jsonLines';
export { Techniques } from './export/navigator';
export { oneLine } from './export/oneLine';
export { type SarifProblem, SarifText } from './export/sarif';
export { hasTimesketchTime, timesketchCsv, timesketchLines } from './export/timesketch';
export { alsoCalled } from './follow/alsoCalled';
export { makersOf, referencesTo, textsOf } from './follow/asked';
export { type Hint, hintsIn } from './follow/hintsIn';
export { type Name, type NameKind, nameKinds } from './follow/name';
export { credentialsIn, kindOfId, nameAt } from './follow/nameAt';
export { type NameTold, nameWords } from './follow/nameWords';
export { type Trail, trailText } from './follow/trail';
export { wouldMake } from './follow/wouldMake';
export { type Act, actOf, type EventPlace, placeOfAct } from './investigate/act';
export {
  type AddedName,
  type AddedNames,
  addedNamesOf,
  labelsOf,
  type NameList,
  noAddedNames,
  textsOfAdded,
} from './investigate/addedNames';
export type { Case } from './investigate/case/case';
export { LONGEST_CASE, readSavedCase } from './investigate/case/readSavedCase';
export { sameCase } from './investigate/case/sameCase';
export { type Sketch, sketchOf } from './investigate/case/sketch';
export { type ChainAsked, chainOf } from './investigate/chains/chainOf';
export type { Chain, Link, LinkKind } from './investigate/chains/link';
export { type Contents, contentsOf } from './investigate/contents';
export { type CopiedAs, copiedTable } from './investigate/copiedEvent';
export { addCounts, allRecords, counted, countKeyOf, type LogCounts, newCounts, noCounts } from './investigate/counts';
export { type LogSpan, type OwnLog, spansOf } from './investigate/deliveries/ownLog';
export { ownLogsOf } from './investigate/deliveries/ownLogs';
export type { LogToAsk } from './investigate/deliveries/switchOn';
export { byWholeness, distinctKey, readDistinctKey } from './investigate/distinct';
export {
  type Entities,
  entitiesOf,
  entityOf,
  identify,
  learningOf,
  namedBeside,
  nameIn,
  targetName,
} from './investigate/entities';
export { type EventRow, eventRow, rowKey } from './investigate/eventRow';
export { byHappening, type Evidence, type Loss, type Portrait, type Reach } from './investigate/evidence';
export { type EventFacts, factsOf, outcomeOfRecord } from './investigate/facts';
export { type EventFilter, select } from './investigate/filter';
export { findingsOf } from './investigate/findings';
export { askedFields, type GroupField, groupFields, MOST_LEVELS } from './investigate/groupFields';
export { groupQuestion, narrowed } from './investigate/groupQuestion';
export {
  type ActionOfKey,
  actionOfKey,
  actorLabel,
  type EventGroup,
  type EventList,
  type GroupCounts,
  groupKeyOf,
  groupLabel,
  inGroupOrder,
  isOfWorkMail,
  type OrderedGroup,
  weightOfAction,
} from './investigate/groups';
export type { InputFile, ReadOfInput } from './investigate/inputFile';
export { type LearnedName, learnedNamesOf } from './investigate/learnedNames';
export { filePageLink, type LinkPlace, noLinks, previewLinks, type ReportLinks } from './investigate/links';
export { type ListedEvent, listed, shownTargets, targetText } from './investigate/listedEvent';
export type { Move } from './investigate/moves/move';
export { type Moves, movesOf } from './investigate/moves/movesOf';
export type { Stray } from './investigate/moves/strays';
export type { Quiet } from './investigate/novelty/quiet';
export { byPlace, byText, byTime, type EventInLog, inTimeOrder } from './investigate/order';
export { type OwnData, ownData } from './investigate/own/ownData';
export { type OwnTold, ownTold } from './investigate/own/ownTold';
export { ownLessons } from './investigate/ownParticulars';
export { isNetworkActivity, type Outcome, organizationOf, particularsOf } from './investigate/particulars';
export { type Answer, type AnswerStatus, type Finding, timesOf } from './investigate/questions/answer';
export { answersText } from './investigate/questions/answersText';
export { ask, toAskBeside } from './investigate/questions/ask';
export type { Grounds } from './investigate/questions/grounds';
export { groundsOf } from './investigate/questions/groundsOf';
export { type InquiryFile, type InquiryId, inquiryIds } from './investigate/questions/inquiry';
export { migrationOrTheft } from './investigate/questions/migrationOrTheft';
export { type Answered, inOrderOfReading } from './investigate/questions/readingOrder';
export { elsewhereOf, toldInquiry } from './investigate/questions/toldInquiry';
export { unnamedIds } from './investigate/questions/unnamedIds';
export { verdictWords } from './investigate/questions/verdictWords';
export { expectedNames, type NamesRead, readNames } from './investigate/readNames';
export { lostOf, type ReadNote, readNotes } from './investigate/readNotes';
export {
  type AskedFor,
  type CaseHeader,
  type HandedFormat,
  type HandedLog,
  type HandedLogs,
  type HandingOver,
  handedReport,
  type ReportBeside,
  type ReportSource,
  report,
  reportText,
} from './investigate/report';
export { toMarkdown } from './investigate/report/toMarkdown';
export { byField, type Cell, type RowField, rowFieldNamed, rowFields } from './investigate/rowFields';
export { type GroupSort, groupCounts, groupRows, type RowGroup, sortedGroups } from './investigate/rowGroups';
export { callsOf, isWitness, requestKey } from './investigate/sameCall';
export {
  addAccount,
  emptyAccount,
  type ScanAccount,
  type ScanData,
  scanChapter,
  scanData,
  scanNoticeText,
  scanReport,
  scanReportText,
} from './investigate/scanReport';
export { findSequences } from './investigate/sequences/findSequences';
export { allSequences, type Sequence } from './investigate/sequences/sequence';
export type { SequenceFile } from './investigate/sequences/sequenceFile';
export type { SequenceHit } from './investigate/sequences/sequenceHit';
export { shortId } from './investigate/shortId';
export type { Entry } from './investigate/state/course';
export { type Change, type Difference, type History, isAbout, type State } from './investigate/state/history';
export { replay } from './investigate/state/replay';
export { differenceData, stateData } from './investigate/state/stateJson';
export { calledAt } from './investigate/state/stateLines';
export { changesText, differenceText, stateText } from './investigate/state/stateText';
export { containerText, formName, formText, statusText } from './investigate/status';
export {
  addEvent,
  addLog,
  addTotals,
  emptySummary,
  type LogTotals,
  mergeSummaries,
  movedSummary,
  type OtherRecords,
  type Summary,
} from './investigate/summary';
export { type SummaryData, summaryData } from './investigate/summaryData';
export { type Things, thingsOf, thingsOfCall } from './investigate/things';
export { dayText, isoSecond } from './investigate/utcText';
export { mayLieIn, stretchNamed, type Window, windowBetween } from './investigate/window';
export { zoneClock } from './investigate/zoneClock';
export { once } from './once';
export {
  type CountsOf,
  completionsAt,
  type QuestionCompletion,
  type QuestionCompletions,
} from './query/completionsAt';
export { fieldNames } from './query/fieldNamed';
export { type FieldName, fields, isOwnField } from './query/fields';
export { matches, type RowTest } from './query/matches';
export { type ParsedQuestion, parseQuestion } from './query/parseQuestion';
export { printQuestion } from './query/printQuestion';
export { allOf, anyOf, everything, exactly, type FieldTerm, notOf, type Question, type Value } from './query/question';
export type { QuestionProblem } from './query/questionProblem';
export type { QuestionRow } from './query/questionRow';
export { type GoTo, readGoTo } from './query/readGoTo';
export { weightNumber, weightOfNumber } from './query/weights';
export { applyEdits, inOrder, moved } from './read/edits';
export { isJson } from './read/entryEnd';
export { foreignKeys } from './read/foreignKeys';
export { type JsonPart, jsonParts } from './read/jsonParts';
export { hasLayerInValues, layersOf } from './read/layers/layersOf';
export { locate, locator, type Place, placeAt, spanOf, valueAt } from './read/locate';
export { distinctOrders, type FieldOrder, fieldOrderOf, mayTellOrder, sameOrders } from './read/own/fieldOrder';
export { lackOrganization } from './read/own/lacksOrganization';
export { saidOf } from './read/own/ownEnvelope';
export { ownLogNamed } from './read/own/ownLogs';
export { ownReading, weightOfAct } from './read/own/ownReading';
export { nested, type PartedRecord, type PickedPart, partsOfRecord, spansAround } from './read/partsOfRecord';
export { layOut } from './read/readable/layout';
export type { Layout } from './read/readable/pieces';
export { type Places, placesOf } from './read/readable/places';
export { indented } from './read/readable/printer';
export { mayHoldRecords, recognize } from './read/recognize';
export { eventOf, viewOf } from './read/view';
export { containerSeen, type Level, type Seen, Walk } from './read/walk';
export { effortFor, parseObject } from './read/whole';
export type * from './record';
export { isMailCall } from './record';
export { keyFileText, readKeyFile } from './redact/keyFile';
export type { KeyEntries } from './redact/pseudonyms';
export { type RedactedCopy, Redactor, type Refused } from './redact/redactor';
export { type RedactedValue, redactValue } from './redact/redactValue';
export type { Remaining } from './redact/remaining';
export { callTexts, columns, identityTexts, WIDTH } from './store/columns';
export { DistinctRows } from './store/distinctRows';
export { Facets, type ValueCounts } from './store/facets';
export { type Gathered, gatherEvidence } from './store/gatherEvidence';
export { GroupStored } from './store/groupStored';
export { ownOnly, withoutOwn } from './store/ownSpeaking';
export type { AsEventRow, PickedRows } from './store/pickedRows';
export { type AsRow, Picker } from './store/picker';
export type { RowChunk } from './store/rowChunk';
export { HANDED_OVER } from './store/rowState';
export { RowWriter } from './store/rowWriter';
export { type SortBy, SortedRows, SortStored, type StoredPlace } from './store/sortStored';
export type { SpeakingRows } from './store/speakingRows';
export { StoredFacts } from './store/storedFacts';
export { StoredRow } from './store/storedRow';
export type { Stretch } from './store/stretch';
export { type RowOfStretch, Stretches } from './store/stretches';
