// The slim strip at the top of the sandbox's pages: what this is, and what only a sandbox offers.
import {
  Button,
  makeStyles,
  Popover,
  PopoverSurface,
  PopoverTrigger,
  Select,
  Text,
  tokens,
  useId,
} from '@fluentui/react-components';
import { QuestionCircleRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { type ThemeName, themeNames } from './themes';

const useStyles = makeStyles({
  strip: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground3,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  what: { fontWeight: tokens.fontWeightSemibold, margin: 0, fontSize: tokens.fontSizeBase300 },
  space: { flexGrow: 1 },
  control: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  help: { maxWidth: '420px' },
  steps: {
    margin: `${tokens.spacingVerticalS} 0 0`,
    paddingLeft: tokens.spacingHorizontalXL,
    display: 'grid',
    gap: tokens.spacingVerticalS,
  },
});

export interface StripProps {
  readonly theme: ThemeName;
  onTheme(theme: ThemeName): void;
  /** The steps behind *What can I do here?*, one line each. */
  readonly steps: readonly string[];
  /** Further controls. */
  readonly children?: ReactNode;
}

/** The strip; the same on the Teams and on the SharePoint page. */
export function Strip({ theme, onTheme, steps, children }: StripProps) {
  const styles = useStyles();
  return (
    <header className={styles.strip}>
      <p className={styles.what}>A Microsoft 365 on your own machine. Nothing leaves it.</p>
      <Popover withArrow trapFocus>
        <PopoverTrigger disableButtonEnhancement>
          <Button appearance="subtle" size="small" icon={<QuestionCircleRegular />}>
            What can I do here?
          </Button>
        </PopoverTrigger>
        <PopoverSurface className={styles.help} aria-label="What can I do here?">
          <Text weight="semibold">What can I do here?</Text>
          <ol className={styles.steps}>
            {steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </PopoverSurface>
      </Popover>
      <span className={styles.space} />
      {children}
      <Choice label="Theme" value={theme} options={themeNames} onChange={onTheme} />
    </header>
  );
}

export interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  onChange(value: T): void;
}

/** One labelled choice of the strip. */
export function Choice<T extends string>({ label, value, options, onChange }: ChoiceProps<T>) {
  const styles = useStyles();
  const id = useId('choice');
  return (
    <span className={styles.control}>
      <label htmlFor={id}>{label}</label>
      <Select
        id={id}
        size="small"
        value={value}
        onChange={(_, data) => {
          const chosen = options.find((option) => option.value === data.value);
          if (chosen) onChange(chosen.value);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </Select>
    </span>
  );
}
