// Several controls under one name, with what is wrong with them as a whole.
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { type ReactNode, useId } from 'react';

const useStyles = makeStyles({
  group: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    minWidth: 0,
    margin: 0,
    padding: 0,
    border: 'none',
  },
  legend: {
    padding: 0,
    marginBottom: tokens.spacingVerticalXS,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  small: { fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  hint: { color: tokens.colorNeutralForeground2 },
  fault: { color: tokens.colorPaletteRedForeground1, fontWeight: tokens.fontWeightSemibold },
});

export interface GroupProps {
  readonly legend: string;
  /** The id to go to from an error summary. */
  readonly id?: string;
  readonly hint?: string;
  readonly fault?: string | undefined;
  /** A legend of the size of a field's label, for a group within a group. */
  readonly small?: boolean;
  readonly children?: ReactNode;
}

/** A fieldset. */
export function Group({ legend, id, hint, fault, small, children }: GroupProps) {
  const styles = useStyles();
  const hintId = useId();
  return (
    <fieldset id={id} tabIndex={id === undefined ? undefined : -1} className={styles.group} aria-describedby={hintId}>
      <legend className={mergeClasses(styles.legend, small && styles.small)}>{legend}</legend>
      <span id={hintId} hidden={hint === undefined && fault === undefined}>
        {hint !== undefined && <span className={styles.hint}>{hint} </span>}
        {fault !== undefined && <span className={styles.fault}>{fault}</span>}
      </span>
      {children}
    </fieldset>
  );
}
