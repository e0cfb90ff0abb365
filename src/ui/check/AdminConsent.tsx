// The one link with which an administrator grants every permission, to copy or to open.
import { makeStyles, tokens } from '@fluentui/react-components';
import { words } from '../../words';
import { useSurroundings } from '../app/contexts';
import { CopyButton } from '../parts/CopyButton';
import { OutsideLink } from '../parts/OutsideLink';
import { Section } from '../parts/Section';

const said = words.check.admin;

const useStyles = makeStyles({
  text: { margin: 0 },
  address: {
    display: 'block',
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: 'anywhere',
  },
});

/** The section for administrators. */
export function AdminConsent() {
  const styles = useStyles();
  const { adminConsentLink } = useSurroundings();
  return (
    <Section heading={said.heading}>
      <p className={styles.text}>{said.text}</p>
      <code className={styles.address}>{adminConsentLink}</code>
      <CopyButton text={adminConsentLink} label={said.copy} />
      <div>
        <OutsideLink url={adminConsentLink} text={said.open} />
      </div>
    </Section>
  );
}
