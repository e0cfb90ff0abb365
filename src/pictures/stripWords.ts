// What a level strip says in words: beside its marks, as its accessible name, and wherever there is no picture.
import type { Target } from '../assessment';
import type { Level } from '../framework';
import { dayInWords, words } from '../words';
import type { MarkKind } from './stripGeometry';

/** What a strip shows. */
export interface StripLevels {
  /** The words of the five levels, lowest first. */
  readonly levels: readonly string[];
  readonly lastTime: Level | null;
  readonly now: Level | null;
  readonly target: Target | null;
}

/** What the strip says, mark by mark. */
export function stripWords(strip: StripLevels): readonly { readonly kind: MarkKind | null; readonly text: string }[] {
  const { now, lastTime, target } = strip;
  const word = (level: Level): string => strip.levels[level - 1] ?? String(level);
  const said: { kind: MarkKind | null; text: string }[] = [
    now === null
      ? { kind: null, text: words.pictures.notAgreedYet }
      : { kind: 'now', text: words.pictures.now(word(now)) },
  ];
  if (target?.kind === 'level') {
    const distance = now === null ? null : target.level - now;
    said.push({ kind: 'target', text: words.pictures.target(word(target.level), distance) });
  } else if (target !== null) {
    const by = target.agreeBy === null ? null : dayInWords(target.agreeBy);
    said.push({ kind: null, text: words.pictures.targetLater(by) });
  }
  if (lastTime !== null) said.push({ kind: 'lastTime', text: words.pictures.lastTime(word(lastTime)) });
  return said;
}

/** "Now Developing, our target Mature, 1 level to go, last time Minimum". */
export const stripName = (strip: StripLevels): string =>
  words.pictures.stripName(stripWords(strip).map(({ text }) => text));
