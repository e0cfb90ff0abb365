// The six lists as data: what they are called, which columns they have, what is unique and indexed. Set-up and repair create them from here.
// Columns are only ever added. Codecs in codecs/ say how records lie in them.
import { framework } from '../framework';
import { type Column, choice, day, indexed, line, lines, number, unique, yesNo } from './columns';
import type { ListName } from './records';

export interface ListDefinition {
  readonly name: ListName;
  /** What people see first; a list is never recognised by it. */
  readonly displayName: string;
  readonly description: string;
  /** Kept out of SharePoint's menus. */
  readonly hidden: boolean;
  /** The column that holds the row's unique key; null where SharePoint's own form makes rows. */
  readonly keyColumn: string | null;
  readonly columns: readonly Column[];
}

/** The form of the lists; goes up when columns are added. */
const listsVersion = 1;

/** The column that marks a list as ours. */
export const markerColumn = 'SlList';

/** What the marker says: in the marker column, and in the list's description for a list whose columns never came to be. */
export const markerOf = (list: ListName): string => `showing-leadership:${list}:${listsVersion}`;

/** Which of our lists a marker names, whatever its version; null where it is no marker. */
export function listOfMarker(text: string): ListName | null {
  const named = /showing-leadership:([a-z]+):\d+/.exec(text)?.[1];
  return definitions.find((list) => list.name === named)?.name ?? null;
}

const doNotEdit = 'Kept by the product. Please do not edit.';
const data = (name: string, displayName: string): Column => lines(name, displayName, doNotEdit);
const assessmentId = (): Column => indexed(line('AssessmentId', 'Assessment id', doNotEdit));
/** What a comment's assessment is until sharing presets one: a text, for only texts can be looked up by the index. */
export const unplacedId = 'unplaced';
const keyAreaTitles = framework.theme.keyAreas.map((area) => area.title);

const marker = (list: ListName): Column => ({
  ...line(markerColumn, 'Showing leadership', doNotEdit),
  description: markerOf(list),
  defaultValue: markerOf(list),
});

function define(
  name: ListName,
  displayName: string,
  description: string,
  keyColumn: string | null,
  columns: readonly Column[],
  hidden = false,
): ListDefinition {
  return {
    name,
    displayName,
    description: `${description} (${markerOf(name)})`,
    hidden,
    keyColumn,
    // SharePoint shows columns in the order in which they were made: what people read comes before what the product keeps.
    columns: [
      ...columns.filter((column) => !isForProduct(column)),
      marker(name),
      ...columns.filter(isForProduct),
      number('RecordVersion', 'Record version', doNotEdit),
    ],
  };
}

const isForProduct = (column: Column): boolean => column.description === doNotEdit;

const definitions: readonly ListDefinition[] = [
  define(
    'workings',
    'Procurement workings',
    'What the assessment tab keeps for itself. Answers lie here hidden until they are shown.',
    'Key',
    [
      unique(line('Key', 'Key', doNotEdit)),
      assessmentId(),
      indexed(line('PersonId', 'Person id', doNotEdit)),
      line('Kind', 'Kind', doNotEdit),
      data('Body', 'Body'),
    ],
    true,
  ),
  define(
    'assessments',
    'Procurement assessments',
    'How well the council leads its procurement: one row for each assessment.',
    'AssessmentId',
    [
      unique(line('AssessmentId', 'Assessment id', doNotEdit)),
      indexed(line('OpenIn', 'Open in', doNotEdit)),
      choice('Phase', 'Where it stands', ['draft', 'open', 'shared', 'cleared', 'closed', 'cancelled']),
      yesNo('Practice', 'Practice'),
      line('Organisation', 'Organisation'),
      day('DueDate', 'Answers due by'),
      line('TeamId', 'Team id', doNotEdit),
      line('ChannelId', 'Channel id', doNotEdit),
      line('ChannelName', 'Channel'),
      line('FrameworkId', 'Framework'),
      line('FrameworkVersion', 'Framework version'),
      lines('KeyAreas', 'Key areas'),
      data('Facilitators', 'Facilitators (data)'),
      lines('FacilitatorNames', 'Facilitators'),
      data('Participants', 'Who is asked (data)'),
      lines('Asked', 'Who is asked'),
      yesNo('ShowNames', 'Names beside answers'),
      data('PublicKey', 'Public part (data)'),
      line('PreviousId', 'Previous assessment id', doNotEdit),
      data('Earlier', 'Earlier results (data)'),
      yesNo('TellChannel', 'Channel is told'),
      line('OpenedAt', 'Opened at'),
      line('SharedAt', 'Shared at'),
    ],
  ),
  define(
    'responses',
    'Procurement responses',
    'Answers of officers, once they have been shown: one row for each.',
    'ResponseId',
    [
      unique(line('ResponseId', 'Response id', doNotEdit)),
      assessmentId(),
      line('KeyAreaId', 'Key area id', doNotEdit),
      line('KeyArea', 'Key area'),
      line('Answer', 'Answer'),
      number('Level', 'Level', '1 is the lowest of five; empty for "cannot judge".'),
      yesNo('CannotJudge', 'Cannot judge'),
      yesNo('MovingOn', 'Moving towards the next level'),
      choice('Confidence', 'Confidence', ['low', 'medium', 'high']),
      lines('Remark', 'Remark'),
      lines('EvidenceLink', 'Evidence'),
      lines('EvidenceNote', 'About the evidence'),
      line('PersonId', 'Person id', doNotEdit),
      line('PersonName', 'Name'),
      choice('RecordedAs', 'Recorded as', ['own', 'for-person', 'show-of-hands']),
      line('RecordedById', 'Recorded by (id)', doNotEdit),
      line('RecordedBy', 'Recorded by'),
      number('Hands', 'Hands', 'How many people this row counts for.'),
    ],
  ),
  define(
    'actions',
    'Procurement actions',
    'What will be done to reach the target: one row for each action.',
    'ActionId',
    [
      unique(line('ActionId', 'Action id', doNotEdit)),
      assessmentId(),
      line('KeyAreaId', 'Key area id', doNotEdit),
      line('KeyArea', 'Key area'),
      lines('ActionText', 'What will be done'),
      line('OwnerId', 'Owner (id)', doNotEdit),
      line('Owner', 'Owner'),
      day('DueDate', 'Due by'),
      choice('Status', 'Status', ['open', 'done', 'dropped']),
    ],
  ),
  define(
    'results',
    'Procurement results',
    'What officers share with councillors: one row for each key area.',
    'ResultKey',
    [
      unique(line('ResultKey', 'Result key', doNotEdit)),
      assessmentId(),
      line('KeyAreaId', 'Key area id', doNotEdit),
      line('KeyArea', 'Key area'),
      line('Level', 'Agreed level'),
      lines('Meaning', 'What this means'),
      lines('Change', 'Change since last time'),
      lines('Target', 'Target'),
      lines('Reason', 'Why'),
      lines('NextActions', 'Next actions'),
      lines('Comparison', 'How answers compare'),
      day('SharedOn', 'Shared on'),
      line('AssessmentTitle', 'Assessment'),
      line('Organisation', 'Organisation'),
    ],
  ),
  define('comments', 'Procurement comments', "Councillors' questions and comments, with the officers' replies.", null, [
    { ...assessmentId(), defaultValue: unplacedId },
    choice('KeyArea', 'Key area', keyAreaTitles),
    choice('Kind', 'Question or comment', ['Question', 'Comment']),
    lines('CommentText', 'Your question or comment'),
    lines('Reply', "Officers' reply"),
  ]),
];

/** The lists in the order in which set-up creates them: the one that remembers the others comes first. */
export const listDefinitions = definitions;

/** The definition of one list. */
export function definitionOf(name: ListName): ListDefinition {
  const found = definitions.find((list) => list.name === name);
  if (!found) throw new Error(`There is no list ${name}`);
  return found;
}
