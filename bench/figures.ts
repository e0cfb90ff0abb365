// What a measure finds, and how it is shown: as a table for people, and as JSON for whoever compares runs.
import { cpus, totalmem } from 'node:os';

/** One line of the table. Ratios have the unit `×`: they mean something on other machines too. */
export interface Figure {
  readonly what: string;
  readonly value: number;
  readonly unit: '×' | 'ms' | 'MB' | 'kB' | 'calls' | 'units' | 'rows' | 'units a minute' | 'refusals';
  /** What else there is to know, such as the lowest and highest seen. */
  readonly detail?: string;
  /** More than this must not be. */
  readonly most?: number;
}

/** Something that can be measured by itself: `npm run bench -- name`. */
export interface Measure {
  readonly name: string;
  readonly title: string;
  /** @param tell says how far it is, to people who wait */
  readonly run: (tell: (text: string) => void) => Promise<readonly Figure[]>;
}

export interface Measured {
  readonly measure: string;
  readonly seconds: number;
  readonly figures: readonly Figure[];
}

export const isOver = ({ value, most }: Figure): boolean => most !== undefined && value > most;

const rounded = (value: number): string =>
  Number.isInteger(value) ? String(value) : value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0);

/** A measure's figures as lines: value, unit, what it is, and whether it holds what it must. */
export function tableOf(figures: readonly Figure[]): string {
  const line = (figure: Figure): string => {
    const limit =
      figure.most === undefined ? '' : isOver(figure) ? `  OVER ${figure.most}` : `  (at most ${figure.most})`;
    const detail = figure.detail === undefined ? '' : `  ${figure.detail}`;
    return `  ${rounded(figure.value).padStart(8)} ${figure.unit.padEnd(14)} ${figure.what}${limit}${detail}`;
  };
  return figures.map(line).join('\n');
}

/** Everything that was measured, with the kind of machine it was measured on. */
export const resultsOf = (measured: readonly Measured[], at: Date): object => ({
  at: at.toISOString(),
  machine: { cores: cpus().length, memoryGB: Math.round(totalmem() / 2 ** 30), node: process.version },
  measured,
});

/** The value below which so large a part (0 to 1) of all lies. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);
export const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
