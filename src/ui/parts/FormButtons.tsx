// The end of a form: save, and the way back where there is one.
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { words } from '../../words';

const useStyles = makeStyles({ row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM } });

interface FormButtonsProps {
  readonly save: string;
  readonly busy: boolean;
  readonly onSave: () => void;
  /** Null where there is nothing to go back to. */
  readonly onCancel: (() => void) | null;
}

/** The buttons. */
export function FormButtons({ save, busy, onSave, onCancel }: FormButtonsProps) {
  const styles = useStyles();
  return (
    <div className={styles.row}>
      <Button appearance="primary" disabledFocusable={busy} onClick={onSave}>
        {save}
      </Button>
      {onCancel && <Button onClick={onCancel}>{words.common.cancel}</Button>}
    </div>
  );
}
