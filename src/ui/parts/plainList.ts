// A list without bullets: still a list to a screen reader, a column of rows to the eye.
import { tokens } from '@fluentui/react-components';

/** For `makeStyles`. */
export const plainList = {
  listStyleType: 'none',
  margin: '0',
  padding: '0',
  display: 'flex',
  flexDirection: 'column',
  rowGap: tokens.spacingVerticalXS,
} as const;
