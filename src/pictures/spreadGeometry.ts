// How answers compare, as columns of dots or bars. Pure: pixels inside one column; columns themselves share the width.
import type { Judgement, RevealedResponse } from '../assessment';
import { levels } from '../framework';

/** What the picture needs of an answer. */
export type PicturedAnswer = Pick<RevealedResponse, 'judgement' | 'count' | 'recordedAs'>;

export interface SpreadColumn {
  readonly judgement: Judgement;
  /** Answers people gave themselves. */
  readonly own: number;
  /** Answers a facilitator recorded, shows of hands counted by the hand. */
  readonly recorded: number;
}

/** One answer as a dot; x and y are its centre from the left and from the bottom. */
export interface Dot {
  readonly x: number;
  readonly y: number;
  readonly recorded: boolean;
}

/** One stretch of a bar, from the bottom. */
export interface BarPart {
  readonly y: number;
  readonly height: number;
  readonly recorded: boolean;
}

/** More than this in one column is drawn as bars: dots could no longer be counted by eye. */
export const mostDots = 20;
const dotsPerLine = 3;
/** From centre to centre. */
const dotPitch = 12;
export const dotRadius = 4.5;
export const columnWidth = dotsPerLine * dotPitch;
export const barHeight = 84;

/** Five levels, lowest first, then *cannot judge*. */
export function columnsOf(answers: readonly PicturedAnswer[]): readonly SpreadColumn[] {
  const judgements: readonly Judgement[] = [...levels, 'cannot-judge'];
  return judgements.map((judgement) => {
    const said = answers.filter((answer) => answer.judgement === judgement);
    const tally = (own: boolean): number =>
      said.filter((answer) => (answer.recordedAs === 'own') === own).reduce((sum, answer) => sum + answer.count, 0);
    return { judgement, own: tally(true), recorded: tally(false) };
  });
}

const sizeOf = (column: SpreadColumn): number => column.own + column.recorded;

/** Whether every column can be drawn as dots. */
export const fitsDots = (columns: readonly SpreadColumn[]): boolean =>
  columns.every((column) => sizeOf(column) <= mostDots);

/** The dots of a column, from the bottom up, people's own answers first; an unfull line is centred. */
export function dotsOf(column: SpreadColumn): readonly Dot[] {
  const total = sizeOf(column);
  return Array.from({ length: total }, (_, index) => {
    const line = Math.floor(index / dotsPerLine);
    const inLine = Math.min(dotsPerLine, total - line * dotsPerLine);
    const start = (columnWidth - inLine * dotPitch) / 2;
    return {
      x: start + (index % dotsPerLine) * dotPitch + dotPitch / 2,
      y: line * dotPitch + dotPitch / 2,
      recorded: index >= column.own,
    };
  });
}

/** The parts of a column's bar; the longest column is `barHeight` high, and even one answer can be seen. */
export function barOf(column: SpreadColumn, columns: readonly SpreadColumn[]): readonly BarPart[] {
  const longest = Math.max(1, ...columns.map(sizeOf));
  const height = (count: number): number => (count === 0 ? 0 : Math.max(2, (count / longest) * barHeight));
  const own = height(column.own);
  return [
    { y: 0, height: own, recorded: false },
    { y: own, height: height(column.recorded), recorded: true },
  ].filter((part) => part.height > 0);
}

/** How high the drawing of all columns is: that of the fullest. */
export function drawingHeight(columns: readonly SpreadColumn[]): number {
  if (!fitsDots(columns)) return barHeight + 4;
  const lines = Math.max(1, ...columns.map((column) => Math.ceil(sizeOf(column) / dotsPerLine)));
  return lines * dotPitch;
}
