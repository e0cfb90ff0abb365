// The part of the person's menu that says how consent to the app stands.
import { MenuDivider, MenuGroup, MenuGroupHeader, MenuItemRadio } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { DemoPerson } from '../../pages/people';
import { keepConsent, readConsent } from '../consent';
import type { Consent } from '../protocol/naa';

export interface ConsentMode {
  /** Undefined until the sandbox has answered. */
  readonly mode: Consent['mode'] | undefined;
  choose(mode: Consent['mode']): Promise<void>;
}

/** Reads and changes the consent mode of a person. */
export function useConsentMode(person: DemoPerson): ConsentMode {
  const [known, setKnown] = useState<{ readonly id: string; readonly mode: Consent['mode'] }>();
  useEffect(() => {
    readConsent(person.id)
      .then(({ mode }) => setKnown({ id: person.id, mode }))
      .catch((error: unknown) => console.warn('The sandbox did not answer.', error));
  }, [person.id]);
  return {
    mode: known?.id === person.id ? known.mode : undefined,
    async choose(mode) {
      await keepConsent(person.id, mode === 'all' ? { mode } : { mode, granted: [] });
      setKnown({ id: person.id, mode });
    },
  };
}

/** Menu items that switch between what an administrator granted for everyone and being asked for each new permission. */
export function ConsentItems({ choose }: Pick<ConsentMode, 'choose'>) {
  return (
    <>
      <MenuDivider />
      <MenuGroup>
        <MenuGroupHeader>Permissions of the app</MenuGroupHeader>
        <MenuItemRadio name="consent" value="all" onClick={() => void choose('all')}>
          All granted by the administrator
        </MenuItemRadio>
        <MenuItemRadio name="consent" value="ask" onClick={() => void choose('ask')}>
          Ask each time a new permission is needed
        </MenuItemRadio>
      </MenuGroup>
    </>
  );
}
