// The columns that every SharePoint list has from the start. Ids are those of the real ones.
import type { Column } from './lists';

const builtIn = (
  id: string,
  name: string,
  displayName: string,
  facet: Record<string, unknown>,
  readOnly = true,
): Column => ({
  id,
  name,
  displayName,
  description: '',
  columnGroup: 'Custom Columns',
  indexed: false,
  enforceUniqueValues: false,
  hidden: false,
  readOnly,
  required: false,
  ...facet,
});

const text = { allowMultipleLines: false, appendChangesToExistingText: false, linesForEditing: 0, maxLength: 255 };
const person = { allowMultipleSelection: false, chooseFromType: 'peopleAndGroups', displayAs: 'account' };
const moment = { displayAs: 'default', format: 'dateTime' };

/** Title, and what SharePoint itself keeps about an item. */
export const builtInColumns = (): Column[] => [
  builtIn('fa564e0f-0c70-4ab9-b863-0177e6ddd247', 'Title', 'Title', { text }, false),
  builtIn('1d22ea11-1e32-424e-89ab-9fedbadb6ce1', 'ID', 'ID', { number: { decimalPlaces: 'none' } }),
  builtIn('03e45e84-1992-4d42-9116-26f756012634', 'ContentType', 'Content Type', { text }),
  builtIn('28cf69c5-fa48-462a-b5cd-27b6f9d2bd5f', 'Modified', 'Modified', { dateTime: moment }),
  builtIn('8c06beca-0777-48f7-91c7-6da68bc07b69', 'Created', 'Created', { dateTime: moment }),
  builtIn('1df5e554-ec7e-46a6-901d-d85a3881cb18', 'Author', 'Created By', { personOrGroup: person }),
  builtIn('d31655d1-1d5b-4511-95a1-7a09e9b75bf2', 'Editor', 'Modified By', { personOrGroup: person }),
  builtIn('d4e44a66-ee3a-4d02-88c9-4ec5ff3f4cd5', '_UIVersionString', 'Version', { text }),
  builtIn('67df98f4-9dec-48ff-a553-29bece9c5bf4', 'Attachments', 'Attachments', { boolean: {} }),
];
