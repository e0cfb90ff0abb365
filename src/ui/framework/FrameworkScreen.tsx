// The framework, word for word: what each key area is, why it is important, and its five descriptors.
import { Link, makeStyles, tokens } from '@fluentui/react-components';
import { levels } from '../../framework';
import { words } from '../../words';
import { useSurroundings } from '../app/contexts';
import { Screen } from '../parts/Screen';
import { KeyAreaCard } from './KeyAreaCard';

const useStyles = makeStyles({
  areas: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXXL },
  notice: { margin: 0, maxWidth: '75ch', color: tokens.colorNeutralForeground2 },
});

/** Readable for everyone, signed in or not. */
export function FrameworkScreen() {
  const styles = useStyles();
  const { framework, host } = useSurroundings();
  const { owner, notice, url } = framework.attribution;
  return (
    <Screen heading={framework.theme.title} intro={framework.title} wide>
      <div className={styles.areas}>
        {framework.theme.keyAreas.map((area) => (
          <KeyAreaCard
            key={area.id}
            area={area}
            levelNames={levels.map((level) => framework.levels[level - 1] ?? '')}
          />
        ))}
      </div>
      <p className={styles.notice}>
        {notice}{' '}
        <Link as="button" inline onClick={() => void host.open(url)}>
          {words.framework.source(owner)}
        </Link>
      </p>
    </Screen>
  );
}
