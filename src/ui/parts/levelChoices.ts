// The five levels of a key area as choices, each with its name and its full descriptor, lowest first.
import { descriptorOf, type Framework, type KeyArea, type Level, levelName, levels } from '../../framework';
import { words } from '../../words';
import type { Choice } from './ChoiceCards';

/** A level as it is offered: its number and its word. */
export const levelChoiceName = (framework: Framework, level: Level): string =>
  words.common.level(level, levelName(framework, level));

/** Choices for `ChoiceCards`. */
export const levelChoices = (framework: Framework, area: KeyArea): readonly Choice<Level>[] =>
  levels.map((level) => ({
    value: level,
    name: levelChoiceName(framework, level),
    meaning: descriptorOf(area, level),
  }));
