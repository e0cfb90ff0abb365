// A link to a tab, ready to be copied.
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
} from '@fluentui/react-components';
import { useState } from 'react';

export interface LinkDialogProps {
  readonly label: string;
  readonly url: string;
  onClose(): void;
}

/** Shows the link and copies it; where the browser forbids that, it can be selected by hand. */
export function LinkDialog({ label, url, onClose }: LinkDialogProps) {
  const [said, setSaid] = useState('');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(url);
      setSaid('Copied.');
    } catch {
      setSaid('This browser does not let the page copy. Select the link and copy it yourself.');
    }
  };
  return (
    <Dialog open onOpenChange={onClose}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>Link to {label}</DialogTitle>
          <DialogContent>
            <Field label="Anyone in the team can open it" hint={said}>
              <Input readOnly value={url} />
            </Field>
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>Close</Button>
            <Button appearance="primary" onClick={() => void copy()}>
              Copy
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
