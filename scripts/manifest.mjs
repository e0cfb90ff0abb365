// Turns the committed manifest and an env file into what Teams is given, and into the product's own settings.
import { parseEnv } from 'node:util';

/** What an env file must name. */
const needed = [
  'TEAMS_APP_ID',
  'AAD_APP_CLIENT_ID',
  'AAD_APP_TENANT_ID',
  'TAB_ENDPOINT',
  'DEVELOPER_NAME',
  'WEBSITE_URL',
  'PRIVACY_URL',
  'TERMS_URL',
];

/**
 * The values of an env file, with what follows from them: the pages' host, the app's version.
 * @param {string} text the env file's @param {string} version the product's
 * @returns {Record<string, string>}
 * @throws {Error} that names what is missing or cannot be
 */
export function readValues(text, version) {
  const values = parseEnv(text);
  const missing = needed.filter((name) => !values[name]);
  if (missing.length > 0) throw new Error(`not filled in: ${missing.join(', ')}`);
  const endpoint = values.TAB_ENDPOINT ?? '';
  if (!/^https:\/\/[^/]+(\/.*[^/])?$/.test(endpoint)) {
    throw new Error('TAB_ENDPOINT must begin with https:// and have no slash at its end');
  }
  return { ...values, TAB_DOMAIN: new URL(endpoint).host, APP_VERSION: version };
}

/**
 * Fills `${{NAME}}` in the manifest.
 * @param {string} text the manifest's @param {Record<string, string>} values
 * @returns {string} valid JSON, also where a value holds quotes
 * @throws {Error} that names what has no value
 */
export function fillManifest(text, values) {
  const unknown = [...text.matchAll(/\$\{\{(\w+)\}\}/g)].map(([, name = '']) => name).filter((name) => !values[name]);
  if (unknown.length > 0) throw new Error(`no value for ${[...new Set(unknown)].join(', ')}`);
  return text.replace(/\$\{\{(\w+)\}\}/g, (_, name) => JSON.stringify(values[name]).slice(1, -1));
}

/**
 * The settings the product fetches as /config.json from beside its own pages, for the real Microsoft 365.
 * @param {Record<string, string>} values
 */
export const productConfig = (values) => ({
  graph: 'https://graph.microsoft.com/v1.0',
  clientId: values.AAD_APP_CLIENT_ID,
  authority: `https://login.microsoftonline.com/${values.AAD_APP_TENANT_ID}`,
  // Those of Microsoft are known to teams-js; only others would stand here.
  teamsOrigins: [],
  appId: values.TEAMS_APP_ID,
  browserSignIn: true,
  teamsDeepLinks: 'https://teams.microsoft.com',
});
