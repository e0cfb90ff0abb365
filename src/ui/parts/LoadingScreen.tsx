// A whole screen that is still being read. It has no heading, so that the focus waits for the screen somebody went to.
import { makeStyles } from '@fluentui/react-components';
import { Loading, type LoadingProps } from './Loading';

const useStyles = makeStyles({
  main: { padding: '20px' },
});

/** A waiting state in the place of a screen. */
export function LoadingScreen(props: LoadingProps) {
  const styles = useStyles();
  return (
    <main className={styles.main}>
      <Loading {...props} />
    </main>
  );
}
