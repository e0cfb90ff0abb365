// Where the marks of a level strip go. Pure: places are percentages of the width, sizes are pixels, so the strip fits any width.
import type { Level } from '../framework';

/** The three marks, by level; null where there is none. */
export interface StripMarks {
  readonly lastTime: Level | null;
  readonly now: Level | null;
  readonly target: Level | null;
}

export type MarkKind = 'lastTime' | 'now' | 'target';

export interface StripMark {
  readonly kind: MarkKind;
  readonly level: Level;
  /** Centre, in per cent of the width. */
  readonly x: number;
  /** From the centre to the edge (ring, disc) or to a corner (diamond), in pixels. */
  readonly reach: number;
}

/** In pixels. Tall enough for the largest diamond and its line. */
export const stripHeight = 40;

/** Marks alone, and nested around one another where they share a level: disc inside ring inside diamond. */
const alone: Readonly<Record<MarkKind, number>> = { now: 8, lastTime: 8, target: 10 };
const nested: Readonly<Record<MarkKind, number>> = { now: 5.5, lastTime: 9.5, target: 17 };

/** The middle of a level's column, in per cent of the width. */
export const levelX = (level: Level): number => level * 20 - 10;

/** The marks to draw, outermost first, so that what is drawn later lies inside what was drawn before. */
export function placeMarks(marks: StripMarks): readonly StripMark[] {
  const kinds = ['target', 'lastTime', 'now'] as const;
  return kinds.flatMap((kind) => {
    const level = marks[kind];
    if (level === null) return [];
    const shared = kinds.some((other) => other !== kind && marks[other] === level);
    return [{ kind, level, x: levelX(level), reach: (shared ? nested : alone)[kind] }];
  });
}

/** The way from now to our target, in per cent of the width; null where either is missing or it is already reached. */
export function journey(marks: StripMarks): { readonly from: number; readonly to: number } | null {
  if (marks.now === null || marks.target === null || marks.now === marks.target) return null;
  return { from: levelX(marks.now), to: levelX(marks.target) };
}

/** A diamond around the origin. */
export const diamond = (reach: number): string => `M0,${-reach} L${reach},0 L0,${reach} L${-reach},0 Z`;
