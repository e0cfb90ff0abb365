// Fluent's themes for the three looks of Teams.
import {
  type Theme as FluentTheme,
  teamsDarkTheme,
  teamsHighContrastTheme,
  teamsLightTheme,
} from '@fluentui/react-components';
import type { Theme } from '../../base/host';

export const themes: Readonly<Record<Theme, FluentTheme>> = {
  default: teamsLightTheme,
  dark: teamsDarkTheme,
  contrast: teamsHighContrastTheme,
};
