// The level strip: five levels in a row and three marks told apart by shape and word. The way from disc to diamond is the point.
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { type Level, levels } from '../framework';
import { useLevelWords } from './levelWords';
import { MarkShape } from './markShapes';
import { journey, levelX, type MarkKind, placeMarks, type StripMarks, stripHeight } from './stripGeometry';
import { type StripLevels, stripName, stripWords } from './stripWords';

const useStyles = makeStyles({
  strip: {
    containerType: 'inline-size',
    color: tokens.colorNeutralForeground1,
    maxWidth: '640px',
    minWidth: '200px',
  },
  drawing: { display: 'block', width: '100%', height: `${stripHeight}px`, overflow: 'visible' },
  axis: {
    stroke: tokens.colorNeutralStrokeAccessible,
    strokeWidth: '1px',
    '@media (forced-colors: active)': { stroke: 'CanvasText' },
  },
  stop: {
    fill: tokens.colorNeutralStrokeAccessible,
    '@media (forced-colors: active)': { fill: 'CanvasText' },
  },
  journey: {
    stroke: tokens.colorBrandForeground1,
    strokeWidth: '4px',
    '@media (forced-colors: active)': { stroke: 'CanvasText' },
  },
  legend: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalXXS,
    marginTop: tokens.spacingVerticalS,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
  },
  entry: { display: 'flex', alignItems: 'flex-start', columnGap: tokens.spacingHorizontalXS },
  now: { fontWeight: tokens.fontWeightSemibold },
  glyph: { flexShrink: 0, width: '20px', height: '20px', overflow: 'visible' },
});

/** Draws one key area's levels. To a screen reader it is one picture with its meaning as its name. */
export function LevelStrip(props: StripLevels) {
  const styles = useStyles();
  const said = stripWords(props);
  const marks: StripMarks = {
    lastTime: props.lastTime,
    now: props.now,
    target: props.target?.kind === 'level' ? props.target.level : null,
  };
  return (
    <div role="img" aria-label={stripName(props)} className={styles.strip}>
      <Drawing marks={marks} />
      <LevelWords levels={props.levels} marked={Object.values(marks)} />
      <div className={styles.legend}>
        {said.map(({ kind, text }) => (
          <span key={text} className={mergeClasses(styles.entry, kind === 'now' && styles.now)}>
            {kind !== null && <Glyph kind={kind} />}
            <span>{text}</span>
          </span>
        ))}
      </div>
    </div>
  );
}

function Drawing({ marks }: { readonly marks: StripMarks }) {
  const styles = useStyles();
  const middle = stripHeight / 2;
  const way = journey(marks);
  return (
    <svg className={styles.drawing} aria-hidden="true" focusable="false">
      <line x1={`${levelX(1)}%`} x2={`${levelX(5)}%`} y1={middle} y2={middle} className={styles.axis} />
      {levels.map((level) => (
        <circle key={level} cx={`${levelX(level)}%`} cy={middle} r={3} className={styles.stop} />
      ))}
      {way && <line x1={`${way.from}%`} x2={`${way.to}%`} y1={middle} y2={middle} className={styles.journey} />}
      {placeMarks(marks).map(({ kind, x, reach }) => (
        // A nested svg can be placed in per cent; a path alone cannot.
        <svg key={kind} x={`${x}%`} y={middle} overflow="visible" aria-hidden="true">
          <MarkShape kind={kind} reach={reach} />
        </svg>
      ))}
    </svg>
  );
}

function LevelWords({
  levels: levelNames,
  marked,
}: {
  readonly levels: readonly string[];
  readonly marked: readonly (Level | null)[];
}) {
  const placed = useLevelWords();
  return (
    <div className={placed.row}>
      {levels.map((level) => (
        <span key={level} className={mergeClasses(placed.word[level], marked.includes(level) && placed.marked)}>
          {levelNames[level - 1]}
        </span>
      ))}
    </div>
  );
}

function Glyph({ kind }: { readonly kind: MarkKind }) {
  const styles = useStyles();
  return (
    <svg className={styles.glyph} viewBox="-10 -10 20 20" aria-hidden="true" focusable="false">
      <MarkShape kind={kind} reach={kind === 'target' ? 8 : 6} />
    </svg>
  );
}
