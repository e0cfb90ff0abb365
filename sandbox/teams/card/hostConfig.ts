// How Adaptive Cards look in the small Teams: Fluent's colours and type, light or dark.
import type { Theme } from '@fluentui/react-components';

interface Colours {
  readonly default: string;
  readonly subtle: string;
}

const colours = (main: string, subtle: string = main): Colours => ({ default: main, subtle });

/** A host configuration in the form the Adaptive Cards package reads, made from a Fluent theme. */
export function hostConfig(theme: Theme): object {
  const foregroundColors = {
    default: colours(theme.colorNeutralForeground1, theme.colorNeutralForeground2),
    dark: colours(theme.colorNeutralForeground1, theme.colorNeutralForeground2),
    light: colours(theme.colorNeutralForeground2, theme.colorNeutralForeground2),
    accent: colours(theme.colorBrandForeground1),
    good: colours(theme.colorPaletteGreenForeground1),
    warning: colours(theme.colorPaletteYellowForeground2),
    attention: colours(theme.colorPaletteRedForeground1),
  };
  const style = (backgroundColor: string) => ({ backgroundColor, foregroundColors });
  return {
    fontFamily: theme.fontFamilyBase,
    fontSizes: { small: 12, default: 14, medium: 16, large: 20, extraLarge: 24 },
    fontWeights: { lighter: 300, default: 400, bolder: 600 },
    lineHeights: { small: 16, default: 20, medium: 22, large: 28, extraLarge: 32 },
    spacing: { small: 4, default: 8, medium: 12, large: 16, extraLarge: 24, padding: 16 },
    separator: { lineThickness: 1, lineColor: theme.colorNeutralStroke2 },
    supportsInteractivity: true,
    // A screen reader finds the card's own heading below the name of who posted it.
    textBlock: { headingLevel: 3 },
    containerStyles: {
      default: style(theme.colorNeutralBackground1),
      emphasis: style(theme.colorNeutralBackground3),
      accent: style(theme.colorNeutralBackground3),
      good: style(theme.colorPaletteGreenBackground1),
      attention: style(theme.colorPaletteRedBackground1),
      warning: style(theme.colorPaletteYellowBackground1),
    },
    actions: {
      maxActions: 6,
      spacing: 'default',
      buttonSpacing: 8,
      showCard: { actionMode: 'inline', inlineTopMargin: 8 },
      actionsOrientation: 'horizontal',
      actionAlignment: 'left',
    },
    factSet: {
      title: { weight: 'bolder', wrap: true, maxWidth: 180 },
      value: { wrap: true },
      spacing: 12,
    },
    adaptiveCard: { allowCustomStyle: false },
    imageSizes: { small: 40, medium: 80, large: 160 },
  };
}
