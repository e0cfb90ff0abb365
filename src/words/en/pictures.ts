// Words of the two pictures: the level strip and how answers compare. Day and level words come in as text.

/** How far the agreed level is from our target, in words. `levels` is negative where we are already past it. */
function distance(levels: number): string {
  if (levels === 0) return 'reached';
  const count = Math.abs(levels);
  const noun = count === 1 ? 'level' : 'levels';
  return levels > 0 ? `${count} ${noun} to go` : `${count} ${noun} above it`;
}

export const pictures = {
  now: (level: string) => `Now ${level}`,
  notAgreedYet: 'Not agreed yet',
  lastTime: (level: string) => `Last time ${level}`,
  target: (level: string, levels: number | null) =>
    levels === null ? `Our target ${level}` : `Our target ${level}, ${distance(levels)}`,
  targetLater: (day: string | null) =>
    day === null ? 'Our target is still to be agreed' : `Our target is to be agreed by ${day}`,
  /** Joins the parts of the strip's accessible name: "Now Developing, our target Mature, last time Minimum". */
  stripName: (parts: readonly string[]) =>
    parts.map((part, index) => (index === 0 ? part : part.charAt(0).toLowerCase() + part.slice(1))).join(', '),
  howAnswersCompare: 'How answers compare',
  level: 'Level',
  answers: 'Answers',
  recordedByOthers: 'Of these, recorded by a facilitator',
  cannotJudge: 'Cannot judge',
  ownAnswer: 'given by the person',
  recordedAnswer: 'recorded by a facilitator',
};
