// Where the five level words stand under a row of levels: side by side where there is room, else on two lines in turn, so that
// every word is whole at 240 pixels.
import { makeStyles, tokens } from '@fluentui/react-components';

/** From this width of the picture the words of all levels fit on one line. */
const wide = '@container (min-width: 420px)';

/** Twenty quarter columns: a word may reach into its neighbours' columns on the line where they are not. */
const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: 'repeat(20, minmax(0, 1fr))',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    textAlign: 'center',
    overflowWrap: 'anywhere',
  },
  first: {
    gridColumn: '1 / span 7',
    gridRow: '1',
    textAlign: 'left',
    [wide]: { gridColumn: '1 / span 4', textAlign: 'center' },
  },
  second: { gridColumn: '3 / span 8', gridRow: '2', [wide]: { gridColumn: '5 / span 4', gridRow: '1' } },
  third: { gridColumn: '8 / span 6', gridRow: '1', [wide]: { gridColumn: '9 / span 4' } },
  fourth: { gridColumn: '11 / span 8', gridRow: '2', [wide]: { gridColumn: '13 / span 4', gridRow: '1' } },
  fifth: {
    gridColumn: '14 / span 7',
    gridRow: '1',
    textAlign: 'right',
    [wide]: { gridColumn: '17 / span 4', textAlign: 'center' },
  },
  marked: { color: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold },
});

/** Class names for the row, for each level's word, and for the words of marked levels. */
export function useLevelWords() {
  const styles = useStyles();
  return {
    row: styles.row,
    word: { 1: styles.first, 2: styles.second, 3: styles.third, 4: styles.fourth, 5: styles.fifth },
    marked: styles.marked,
  } as const;
}
