// What differs between one place where the product runs and another. It is a file beside the pages, so that the built product is the same everywhere.
import * as z from 'zod/mini';
import { checked } from '../base/checked';
import { fail, type Result } from '../base/result';

const webAddress = z.url({ protocol: /^https?$/ });
const origin = webAddress.check(
  z.refine(
    (address) => URL.canParse(address) && new URL(address).origin === address,
    'must be an origin without a path',
  ),
);

const configShape = z.object({
  /** Microsoft Graph, with its version and without a closing slash. */
  graph: z.pipe(
    webAddress,
    z.transform((address) => address.replace(/\/+$/, '')),
  ),
  /** The product's registration in Microsoft Entra. */
  clientId: z.guid(),
  /** Where people sign in, with the tenant: `https://login.microsoftonline.com/{tenant}`. */
  authority: webAddress,
  /** Origins, beyond those teams-js knows, that may show the product in a frame. */
  teamsOrigins: z.array(origin),
  /** The id of the app in Teams; it names the app in deep links. */
  appId: z.guid(),
  /** Whether people may sign in when the page is opened in a plain browser. */
  browserSignIn: z.boolean(),
  /** What deep links begin with: `https://teams.microsoft.com`. */
  teamsDeepLinks: origin,
  /** Resource units a minute that everybody's looking for changes may use in the whole tenant; left out, 750. */
  resourceUnitShare: z.optional(z.number().check(z.gte(60), z.lte(6_250))),
});
export type Config = z.infer<typeof configShape>;

/** Why there is no configuration. `detail` is for whoever installed the product. */
export type ConfigFault =
  | { readonly kind: 'unreachable'; readonly detail: string }
  | { readonly kind: 'broken'; readonly detail: string };

/** Reads `config.json` beside the page. */
export async function readConfig(fetchFile: typeof fetch, page: string): Promise<Result<Config, ConfigFault>> {
  const address = new URL('config.json', page).href;
  let text: string;
  try {
    const reply = await fetchFile(address, { cache: 'no-cache' });
    if (!reply.ok) return fail({ kind: 'unreachable', detail: `${address} answered ${reply.status}.` });
    text = await reply.text();
  } catch (error) {
    return fail({
      kind: 'unreachable',
      detail: `${address}: ${error instanceof Error ? error.message : String(error)}`,
    });
  }
  return parseConfig(text, address);
}

function parseConfig(text: string, address: string): Result<Config, ConfigFault> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return fail({ kind: 'broken', detail: `${address} is not JSON.` });
  }
  const config = checked(configShape, value, 'file');
  return config.ok ? config : fail({ kind: 'broken', detail: `${address}: ${config.error.join('; ')}` });
}

/**
 * The address where an administrator allows every permission of the product's registration at once, for the whole council.
 * Source: Microsoft identity platform, "Admin consent".
 */
export function adminConsentLink(config: Pick<Config, 'authority' | 'clientId'>, tenantId: string | null): string {
  const { origin: signIn, pathname } = new URL(config.authority);
  const tenant = tenantId ?? pathname.split('/').find((part) => part !== '') ?? 'organizations';
  return `${signIn}/${encodeURIComponent(tenant)}/adminconsent?client_id=${encodeURIComponent(config.clientId)}`;
}
