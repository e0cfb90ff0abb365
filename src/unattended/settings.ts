// What the worker must be told before it can begin: environment variables, as an operator sets them. Pure.
import * as z from 'zod/mini';
import { checked } from '../base/checked';
import { fail, ok, type Result } from '../base/result';

/** How the worker proves that it is the app. */
export type Proof =
  /** A PEM file that holds the certificate and its private key. */
  | { readonly kind: 'certificate'; readonly file: string }
  /** The identity of the machine it runs on, which may speak for the app; `id` where the machine has several. */
  | { readonly kind: 'managed-identity'; readonly id: string | null }
  | { readonly kind: 'secret'; readonly secret: string };

/** A site by its host and its path. */
export interface SiteAddress {
  readonly domain: string;
  readonly path: string;
}

export interface Settings {
  readonly tenantId: string;
  readonly clientId: string;
  readonly proof: Proof;
  readonly sites: readonly SiteAddress[];
  /** For each channel, by its id, where its cards go. A channel that is not named is told nothing. */
  readonly webhooks: ReadonlyMap<string, string>;
  /** The app in Teams, and the address of its page: for links. */
  readonly teamsAppId: string;
  readonly tabAddress: string;
}

export type Variables = Readonly<Record<string, string | undefined>>;

/** Says of a variable that it is missing, or what it should be. */
const expects = (what: string) => ({
  error: ({ input }: { readonly input?: unknown }) => (input === undefined ? `is missing: ${what}` : `is not ${what}`),
});

const siteAddress = z.pipe(
  z.url({ protocol: /^https$/, ...expects('the https address of each site, with spaces between them') }),
  z.transform((address): SiteAddress => {
    const { hostname, pathname } = new URL(address);
    return { domain: hostname, path: pathname };
  }),
);

const webhookHelp = 'JSON that names for each channel id the https address of its workflow';
const webhooks = z.pipe(
  z.string(),
  z.transform((text, context): ReadonlyMap<string, string> => {
    const read = z.safeParse(webhookMap, jsonOf(text));
    if (read.success) return new Map(Object.entries(read.data));
    // The addresses are as good as passwords: none is repeated.
    context.issues.push({ code: 'custom', message: `is not ${webhookHelp}`, input: text });
    return z.NEVER;
  }),
);
// Plain http only on this machine: the sandbox.
const webhookAddress = z.url().check(
  z.refine((address) => {
    const { protocol, hostname } = new URL(address);
    return protocol === 'https:' || (protocol === 'http:' && ['127.0.0.1', 'localhost'].includes(hostname));
  }),
);
const webhookMap = z.record(z.string().check(z.startsWith('19:')), webhookAddress);

const shape = z.object({
  AAD_APP_TENANT_ID: z.guid(expects('the id of your tenant')),
  AAD_APP_CLIENT_ID: z.guid(expects('the application (client) id of the app registration')),
  TEAMS_APP_ID: z.guid(expects('the id of the app in Teams')),
  TAB_ENDPOINT: z.url({ protocol: /^https?$/, ...expects('where the built pages are served from') }),
  WORKER_SITES: z.pipe(
    z.string(expects('the https address of each site, with spaces between them')),
    z.pipe(
      z.transform((text: string) => text.split(/\s+/).filter((part) => part !== '')),
      z.array(siteAddress),
    ),
  ),
  WORKER_WEBHOOKS: z.optional(webhooks),
  WORKER_CERTIFICATE: z.optional(z.string()),
  WORKER_SECRET: z.optional(z.string()),
  IDENTITY_ENDPOINT: z.optional(z.string()),
  IDENTITY_HEADER: z.optional(z.string()),
  WORKER_IDENTITY: z.optional(z.string()),
});

const noProof =
  'WORKER_CERTIFICATE: is missing: a PEM file with a certificate and its private key (or a machine with a managed identity; or, less safe, WORKER_SECRET)';

/** Reads the variables; a fault for each that is missing or wrong, by its name. No secret is repeated. */
export function readSettings(variables: Variables): Result<Settings, readonly string[]> {
  const given = Object.fromEntries(
    Object.entries(variables).filter(([, value]) => value !== undefined && value !== ''),
  );
  const proof = proofOf(given);
  const read = checked(shape, given, 'settings');
  if (!read.ok) return fail([...read.error, ...(proof ? [] : [noProof])]);
  if (!proof) return fail([noProof]);
  return ok({
    tenantId: read.value.AAD_APP_TENANT_ID.toLowerCase(),
    clientId: read.value.AAD_APP_CLIENT_ID.toLowerCase(),
    proof,
    sites: read.value.WORKER_SITES,
    webhooks: read.value.WORKER_WEBHOOKS ?? new Map(),
    teamsAppId: read.value.TEAMS_APP_ID,
    tabAddress: `${read.value.TAB_ENDPOINT.replace(/\/+$/, '')}/tab.html`,
  });
}

/** The safest there is: a certificate first, because somebody put it there on purpose. */
function proofOf(given: Variables): Proof | null {
  if (given.WORKER_CERTIFICATE !== undefined) return { kind: 'certificate', file: given.WORKER_CERTIFICATE };
  if (given.IDENTITY_ENDPOINT !== undefined && given.IDENTITY_HEADER !== undefined)
    return { kind: 'managed-identity', id: given.WORKER_IDENTITY ?? null };
  return given.WORKER_SECRET === undefined ? null : { kind: 'secret', secret: given.WORKER_SECRET };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
