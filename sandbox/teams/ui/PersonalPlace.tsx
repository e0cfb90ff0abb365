// The person's own page of the app: no team, no channel, no meeting.
import { makeStyles, tokens } from '@fluentui/react-components';
import { hostFor, type Services } from '../hostFor';
import { personalUrl, product } from '../product';
import { ProductFrame } from './ProductFrame';

const useStyles = makeStyles({
  place: { display: 'flex', flexDirection: 'column', flexGrow: 1, minWidth: 0 },
  title: {
    margin: 0,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    fontSize: tokens.fontSizeBase400,
    fontWeight: tokens.fontWeightSemibold,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

export interface PersonalPlaceProps {
  readonly services: Services;
  readonly origin: string;
  readonly subPageId: string | undefined;
  readonly visit: number;
}

/** The personal app in its frame. */
export function PersonalPlace({ services, origin, subPageId, visit }: PersonalPlaceProps) {
  const styles = useStyles();
  const host = hostFor(services, {
    frameContext: 'content',
    room: undefined,
    entityId: product.personalEntityId,
    subPageId,
    config: undefined,
    staged: undefined,
    setConfig: async () => undefined,
    stage: async () => undefined,
    shareLink: () => undefined,
  });
  return (
    <main className={styles.place}>
      <h1 className={styles.title}>{product.name}</h1>
      <ProductFrame
        key={[services.person.id, subPageId ?? '', visit].join(' ')}
        url={personalUrl(origin)}
        title={product.name}
        theme={services.theme}
        host={host}
      />
    </main>
  );
}
