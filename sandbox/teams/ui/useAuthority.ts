// What stands behind nested app authentication for the person of this window.
import { useMemo } from 'react';
import { fetchToken } from '../../pages/graph';
import type { DemoPerson } from '../../pages/people';
import type { Question } from '../../pages/useQuestion';
import { tenantId } from '../../store/seed';
import { keepConsent, readConsent } from '../consent';
import type { Authority } from '../protocol/naa';

/** The authority of a person; `question` opens the consent dialog. */
export function useAuthority(person: DemoPerson, question: Question<readonly string[], boolean>): Authority {
  const { ask } = question;
  return useMemo(
    () => ({
      person,
      tenantId,
      consent: () => readConsent(person.id),
      async ask(scopes) {
        const accepted = await ask(scopes);
        if (accepted) {
          const before = await readConsent(person.id);
          if (before.mode === 'ask')
            await keepConsent(person.id, { mode: 'ask', granted: [...before.granted, ...scopes] });
        }
        return accepted;
      },
      token: (scopes) => fetchToken(person.id, scopes),
      now: Date.now,
    }),
    [person, ask],
  );
}
