// How consent to the app stands for each person; the sandbox keeps it, so that all windows of a person agree.
import { getJson, send } from '../pages/http';
import type { Consent } from './protocol/naa';
import { consent } from './shapes';

const path = (personId: string) => `/sandbox/teams/consent/${encodeURIComponent(personId)}`;

/** What a person consented to. */
export const readConsent = (personId: string): Promise<Consent> => getJson(path(personId), consent);

/** Keeps what a person consented to. */
export const keepConsent = (personId: string, kept: Consent): Promise<void> => send('PUT', path(personId), kept);
