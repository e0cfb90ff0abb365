// How consent to the app stands for each person; the sandbox keeps it, so that all windows of a person agree.
import { z } from 'zod';
import { getJson, send } from '../pages/http';
import type { Consent } from './protocol/naa';

const shape = z.discriminatedUnion('mode', [
  z.object({ mode: z.literal('all') }),
  z.object({ mode: z.literal('ask'), granted: z.array(z.string()) }),
]);

const path = (personId: string) => `/sandbox/consent/${encodeURIComponent(personId)}`;

export const readConsent = (personId: string): Promise<Consent> => getJson(path(personId), shape);

export const keepConsent = (personId: string, consent: Consent): Promise<void> => send('PUT', path(personId), consent);
