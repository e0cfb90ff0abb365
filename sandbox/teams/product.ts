// The product as this Teams knows it: its name, its pages and the origin that serves them.
import { appId, appName } from '../store/seed';

export const product = { appId, name: appName, personalEntityId: 'home' } as const;

/** The product's origin: the same port as this page, under the other name of this machine. */
export const productOrigin = (here: Location): string => `http://localhost:${here.port}`;

/** The page that sets up a tab, and the person's own page (both as in the app's manifest). */
export const configureUrl = (origin: string): string => `${origin}/configure.html`;
export const personalUrl = (origin: string): string => `${origin}/tab.html`;

/** Fills in the one placeholder Teams is asked for most; the others come with the context. */
export const withTheme = (url: string, theme: string): string => url.replaceAll('{theme}', theme);
