// The shapes of the marks. Each is told from the others by its form alone; colour only helps.
import { makeStyles, tokens } from '@fluentui/react-components';
import { diamond, type MarkKind } from './stripGeometry';

const useStyles = makeStyles({
  // Windows' own contrast colours apply to text, not to what SVG paints; so they are named here.
  open: {
    fill: tokens.colorNeutralBackground1,
    stroke: tokens.colorNeutralForeground1,
    strokeWidth: '2px',
    '@media (forced-colors: active)': { fill: 'Canvas', stroke: 'CanvasText' },
  },
  target: {
    fill: tokens.colorNeutralBackground1,
    stroke: tokens.colorBrandForeground1,
    strokeWidth: '2.5px',
    '@media (forced-colors: active)': { fill: 'Canvas', stroke: 'CanvasText' },
  },
  solid: {
    fill: tokens.colorNeutralForeground1,
    '@media (forced-colors: active)': { fill: 'CanvasText' },
  },
});

/** One mark around the origin of its SVG: a ring, a disc or a diamond. */
export function MarkShape({ kind, reach }: { readonly kind: MarkKind; readonly reach: number }) {
  const styles = useStyles();
  switch (kind) {
    case 'lastTime':
      return <circle r={reach} className={styles.open} />;
    case 'now':
      return <circle r={reach} className={styles.solid} />;
    case 'target':
      return <path d={diamond(reach)} className={styles.target} />;
  }
}
