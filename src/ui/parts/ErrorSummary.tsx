// What has to be mended, at the top, with the focus on it and a way to each place (the error summary of the GOV.UK Design System).
import { Link, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useId, useRef } from 'react';
import { plainList } from './plainList';

const useStyles = makeStyles({
  box: {
    padding: tokens.spacingVerticalM,
    border: `2px solid ${tokens.colorPaletteRedBorderActive}`,
    borderRadius: tokens.borderRadiusMedium,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
  },
  heading: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  list: plainList,
  link: { textAlign: 'left', textDecorationLine: 'underline' },
});

export interface ErrorSummaryProps {
  readonly heading: string;
  /** Of the heading: one below the section it stands in. */
  readonly level?: 2 | 3;
  /** `at` is the id of the element where it is mended. A new array takes the focus anew. */
  readonly faults: readonly { readonly at: string; readonly text: string }[];
}

/** The summary; nothing where there is no fault. */
export function ErrorSummary({ heading, level = 2, faults }: ErrorSummaryProps) {
  const styles = useStyles();
  const ref = useRef<HTMLDivElement>(null);
  const id = useId();
  useEffect(() => {
    if (faults.length > 0) ref.current?.focus();
  }, [faults]);
  if (faults.length === 0) return null;
  const Heading = `h${level}` as const;
  // Buttons, because the address after # says which screen is shown.
  const goTo = (place: string) => document.getElementById(place)?.focus();
  return (
    <div ref={ref} tabIndex={-1} role="alert" aria-labelledby={id} className={styles.box}>
      <Heading id={id} className={styles.heading}>
        {heading}
      </Heading>
      <ul className={styles.list}>
        {faults.map(({ at, text }) => (
          <li key={`${at} ${text}`}>
            <Link as="button" type="button" className={styles.link} onClick={() => goTo(at)}>
              {text}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
