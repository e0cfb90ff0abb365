// What a record says, field by field, in words: to compare two versions of it, and to copy it. Pure.
import {
  type Action,
  type Arrangements,
  type Assessment,
  type EarlierResult,
  isTold,
  type KeyAreaState,
  messageEvents,
  type ResponseContent,
  type SharedResult,
  type Target,
} from '../../assessment';
import type { Person } from '../../base/person';
import { unreachable } from '../../base/result';
import type { Legible } from '../../commands/versions';
import { framework, keyAreaOf, type Level, levelName } from '../../framework';
import { editionInWords } from '../../report';
import { dayInWords, inWords, words } from '../../words';
import { phaseWords, standingWords } from '../landing/standingWords';

export interface Field {
  readonly label: string;
  /** Empty where nothing is entered. */
  readonly text: string;
}

const { field: label, value: say } = words.unsaved;

const names = (people: readonly Person[]): string => inWords(people.map((person) => person.displayName));
const dayOf = (day: string | null): string => (day === null ? '' : dayInWords(day));
const yesNo = (value: boolean): string => (value ? say.yes : say.no);
const levelOf = (level: Level): string => words.common.level(level, levelName(framework, level));

/** The title of a key area; its id where this framework does not know it. */
export const areaTitle = (keyAreaId: string): string => keyAreaOf(framework, keyAreaId)?.title ?? keyAreaId;

/** All that a record says, also what is empty, always in the same order. */
export function fieldsOf(record: Legible): readonly Field[] {
  switch (record.kind) {
    case 'answer':
      return record.content ? answerFields(record.content) : [];
    case 'area':
      return areaFields(record.state);
    case 'facilitators':
      return [{ label: label.facilitators, text: names(record.facilitators) }];
    case 'assessment':
      return assessmentFields(record.assessment);
    case 'shown':
      return [{ label: label.name, text: record.response.person?.displayName ?? '' }, ...answerFields(record.response)];
    case 'action':
      return actionFields(record.action);
    case 'arrangements':
      return arrangementsFields(record.arrangements);
    case 'edition':
      return [{ label: label.committee, text: editionInWords(record.edition) }];
    case 'result':
      return resultFields(record.result);
    case 'comment':
      return [
        { label: label.comment, text: record.comment.text || record.comment.title },
        { label: label.reply, text: record.comment.reply },
      ];
    default:
      return unreachable(record);
  }
}

function answerFields({ judgement, movingOn, confidence, remark, evidence }: ResponseContent): readonly Field[] {
  return [
    { label: label.level, text: judgement === 'cannot-judge' ? words.answer.cannotJudge : levelOf(judgement) },
    { label: label.movingOn, text: movingOn ? say.yes : '' },
    { label: label.confidence, text: confidence === null ? '' : words.answer.confidenceOf[confidence] },
    { label: label.remark, text: remark },
    { label: label.link, text: evidence ? say.evidence(evidence.link, evidence.note) : '' },
  ];
}

function areaFields({ phase, agreement, target, reason }: KeyAreaState): readonly Field[] {
  return [
    { label: label.phase, text: phaseWords(phase) },
    { label: label.agreed, text: agreement ? levelOf(agreement.level) : '' },
    { label: label.why, text: agreement?.reason ?? '' },
    { label: label.recordedBy, text: agreement ? say.recorded(agreement.by.displayName, agreement.at) : '' },
    { label: label.target, text: targetWords(target) },
    { label: label.reason, text: reason },
  ];
}

function targetWords(target: Target | null): string {
  const said = words.report.target;
  if (target === null) return '';
  return target.kind === 'later'
    ? said.later(target.agreeBy)
    : said.level(words.common.level(target.level, levelName(framework, target.level)), target.by);
}

function assessmentFields(assessment: Assessment): readonly Field[] {
  const { participants } = assessment;
  return [
    { label: label.title, text: assessment.title },
    { label: label.organisation, text: assessment.organisation },
    { label: label.channel, text: assessment.home.channelName },
    { label: label.phase, text: standingWords(assessment, null) },
    { label: label.due, text: dayOf(assessment.dueDate) },
    { label: label.keyAreas, text: inWords(assessment.keyAreaIds.map(areaTitle)) },
    { label: label.facilitators, text: names(assessment.facilitators) },
    { label: label.asked, text: names(participants.filter((person) => person.takingPart)) },
    { label: label.notTakingPart, text: names(participants.filter((person) => !person.takingPart)) },
    { label: label.showNames, text: yesNo(assessment.showNames) },
    { label: label.tellChannel, text: yesNo(assessment.tellChannel) },
    { label: label.earlier, text: assessment.earlier.map(earlierWords).join('\n') },
    { label: label.practice, text: yesNo(assessment.practice) },
  ];
}

const earlierWords = ({ keyAreaId, level, date, source }: EarlierResult): string =>
  say.earlier(areaTitle(keyAreaId), levelOf(level), date, source);

function actionFields({ keyAreaId, text, owner, due, status }: Action): readonly Field[] {
  return [
    { label: label.action, text },
    { label: label.owner, text: owner?.kind === 'person' ? owner.person.displayName : (owner?.post ?? '') },
    { label: label.by, text: dayOf(due) },
    { label: label.status, text: words.discuss.actions.statuses[status] },
    { label: label.keyArea, text: areaTitle(keyAreaId) },
  ];
}

function arrangementsFields(arrangements: Arrangements): readonly Field[] {
  const { tell, preElection } = words.arrangements;
  const told = messageEvents.filter((event) => isTold(event, arrangements)).map((event) => tell.events[event]);
  const { quiet } = arrangements;
  return [
    { label: label.told, text: told.join('\n') },
    { label: tell.toOwners, text: arrangements.actionsTo === 'owners' ? say.yes : '' },
    { label: label.quiet, text: quiet ? say.quiet(quiet.from, quiet.to, quiet.weekends) : '' },
    {
      label: label.preElection,
      text: arrangements.preElection.map(({ name, from, to }) => preElection.row(name, from, to)).join('\n'),
    },
  ];
}

function resultFields(result: SharedResult): readonly Field[] {
  return [
    { label: label.keyArea, text: result.keyArea },
    { label: label.level, text: result.level },
    { label: label.meaning, text: result.meaning },
    { label: label.change, text: result.change },
    { label: label.target, text: result.target },
    { label: label.reason, text: result.reason },
    { label: label.actions, text: result.actions },
    { label: label.comparison, text: result.comparison },
    { label: label.sharedOn, text: dayOf(result.sharedOn) },
  ];
}

/** A field in which two records of one kind differ. */
export interface Difference {
  readonly label: string;
  readonly left: string;
  readonly right: string;
}

/** Where two records differ, as far as anybody can read it. Where one is missing, everything the other says. */
export function differences(left: Legible | null, right: Legible | null): readonly Difference[] {
  const [here, there] = [left ? fieldsOf(left) : [], right ? fieldsOf(right) : []];
  const labels = (here.length > 0 ? here : there).map((field) => field.label);
  return labels
    .map((name) => ({ label: name, left: textOf(here, name), right: textOf(there, name) }))
    .filter((field) => field.left !== field.right);
}

const textOf = (fields: readonly Field[], name: string): string =>
  fields.find((field) => field.label === name)?.text ?? '';

/** Everything a record says, as text to copy; empty where there is nothing to read. */
export const asText = (record: Legible | null): string =>
  record === null
    ? ''
    : fieldsOf(record)
        .filter(({ text }) => text !== '')
        .map(({ label: name, text }) => `${name}: ${text}`)
        .join('\n');
