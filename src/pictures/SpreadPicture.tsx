// How answers compare: dots over five levels, *cannot judge* apart, and what a facilitator recorded marked by its shape.
// Behind the picture stands a table with the same numbers, for those who listen to it.
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { words } from '../words';
import { useLevelWords } from './levelWords';
import {
  barOf,
  columnsOf,
  columnWidth,
  dotRadius,
  dotsOf,
  drawingHeight,
  fitsDots,
  type PicturedAnswer,
  type SpreadColumn,
} from './spreadGeometry';

const gap = '8px';
/** Wide enough for the word "Cannot" and for three dots. */
const apart = '46px';

const useStyles = makeStyles({
  picture: {
    containerType: 'inline-size',
    maxWidth: '640px',
    minWidth: '200px',
    color: tokens.colorNeutralForeground1,
  },
  sides: { display: 'grid', gridTemplateColumns: `minmax(0, 1fr) ${apart}`, columnGap: gap },
  columns: { display: 'grid', gridTemplateColumns: 'repeat(5, minmax(0, 1fr))' },
  column: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'flex-end',
    borderBottom: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    paddingBottom: tokens.spacingVerticalXXS,
  },
  count: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  most: { color: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold },
  apartWord: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    textAlign: 'center',
  },
  own: {
    fill: tokens.colorNeutralForeground1,
    '@media (forced-colors: active)': { fill: 'CanvasText' },
  },
  recorded: {
    fill: tokens.colorNeutralBackground1,
    stroke: tokens.colorNeutralForeground1,
    strokeWidth: '1.5px',
    '@media (forced-colors: active)': { fill: 'Canvas', stroke: 'CanvasText' },
  },
  legend: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalL,
    marginTop: tokens.spacingVerticalS,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  entry: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalXS },
  // Out of sight, never out of hearing.
  hidden: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
});

export interface SpreadPictureProps {
  /** The words of the five levels, lowest first. */
  readonly levels: readonly string[];
  readonly answers: readonly PicturedAnswer[];
}

/** Draws shown answers: one dot each, or bars with counts above twenty in a column. */
export function SpreadPicture({ levels, answers }: SpreadPictureProps) {
  const styles = useStyles();
  const placed = useLevelWords();
  const columns = columnsOf(answers);
  const mixed = columns.some((column) => column.recorded > 0);
  return (
    <div className={styles.picture}>
      <div aria-hidden="true">
        <div className={styles.sides}>
          <div className={styles.columns}>
            {columns.slice(0, 5).map((column) => (
              <Column key={column.judgement} column={column} columns={columns} />
            ))}
          </div>
          {columns.slice(5).map((column) => (
            <Column key={column.judgement} column={column} columns={columns} />
          ))}
          <div className={placed.row}>
            {([1, 2, 3, 4, 5] as const).map((level) => (
              <span key={level} className={placed.word[level]}>
                {levels[level - 1]}
              </span>
            ))}
          </div>
          <span className={styles.apartWord}>{words.pictures.cannotJudge}</span>
        </div>
        {mixed && (
          <div className={styles.legend}>
            <LegendEntry recorded={false} />
            <LegendEntry recorded />
          </div>
        )}
      </div>
      <div className={styles.hidden}>
        <SpreadTable levels={levels} columns={columns} mixed={mixed} />
      </div>
    </div>
  );
}

function Column({ column, columns }: { readonly column: SpreadColumn; readonly columns: readonly SpreadColumn[] }) {
  const styles = useStyles();
  const count = column.own + column.recorded;
  const height = drawingHeight(columns);
  return (
    <div className={styles.column}>
      <svg width={columnWidth} height={height + 16} aria-hidden="true" focusable="false" overflow="visible">
        {fitsDots(columns)
          ? dotsOf(column).map((dot) => (
              <Shape key={`${dot.x} ${dot.y}`} x={dot.x} y={height + 16 - dot.y} recorded={dot.recorded} />
            ))
          : barOf(column, columns).map((part) => (
              <rect
                key={String(part.recorded)}
                x={6}
                width={columnWidth - 12}
                y={height + 16 - part.y - part.height}
                height={part.height}
                className={part.recorded ? styles.recorded : styles.own}
              />
            ))}
      </svg>
      <span className={mergeClasses(styles.count, count > 0 && styles.most)}>{count}</span>
    </div>
  );
}

/** A disc for an answer of the person's own, an open square for one that was recorded. */
function Shape({ x, y, recorded }: { readonly x: number; readonly y: number; readonly recorded: boolean }) {
  const styles = useStyles();
  if (!recorded) return <circle cx={x} cy={y} r={dotRadius} className={styles.own} />;
  const side = dotRadius * 2 - 1;
  return <rect x={x - side / 2} y={y - side / 2} width={side} height={side} className={styles.recorded} />;
}

function LegendEntry({ recorded }: { readonly recorded: boolean }) {
  const styles = useStyles();
  return (
    <span className={styles.entry}>
      <svg width={12} height={12} aria-hidden="true" focusable="false">
        <Shape x={6} y={6} recorded={recorded} />
      </svg>
      {recorded ? words.pictures.recordedAnswer : words.pictures.ownAnswer}
    </span>
  );
}

interface SpreadTableProps {
  readonly levels: readonly string[];
  readonly columns: readonly SpreadColumn[];
  /** Whether any answer was recorded by a facilitator. */
  readonly mixed: boolean;
}

function SpreadTable({ levels, columns, mixed }: SpreadTableProps) {
  const nameOf = ({ judgement }: SpreadColumn): string =>
    judgement === 'cannot-judge' ? words.pictures.cannotJudge : (levels[judgement - 1] ?? String(judgement));
  return (
    <table>
      <caption>{words.pictures.howAnswersCompare}</caption>
      <thead>
        <tr>
          <th scope="col">{words.pictures.level}</th>
          <th scope="col">{words.pictures.answers}</th>
          {mixed && <th scope="col">{words.pictures.recordedByOthers}</th>}
        </tr>
      </thead>
      <tbody>
        {columns.map((column) => (
          <tr key={column.judgement}>
            <th scope="row">{nameOf(column)}</th>
            <td>{column.own + column.recorded}</td>
            {mixed && <td>{column.recorded}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
