// The three themes of Teams for the sandbox's own pages.
import { type Theme, teamsDarkTheme, teamsHighContrastTheme, teamsLightTheme } from '@fluentui/react-components';

export type ThemeName = 'default' | 'dark' | 'contrast';

/** Fluent's theme for a theme of Teams. */
export const fluentTheme: Readonly<Record<ThemeName, Theme>> = {
  default: teamsLightTheme,
  dark: teamsDarkTheme,
  contrast: teamsHighContrastTheme,
};

/** The themes as a person chooses them. */
export const themeNames: readonly { readonly value: ThemeName; readonly label: string }[] = [
  { value: 'default', label: 'Default' },
  { value: 'dark', label: 'Dark' },
  { value: 'contrast', label: 'High contrast' },
];
