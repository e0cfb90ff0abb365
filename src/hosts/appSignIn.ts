// Signing in as the app itself, without a person: what the unattended worker does, in Node.
// Source: MSAL Node 7, ConfidentialClientApplication and ManagedIdentityApplication; Microsoft Entra, "Configure an application to trust a managed identity".
import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import {
  ConfidentialClientApplication,
  type Configuration,
  type INetworkModule,
  ManagedIdentityApplication,
  type NetworkRequestOptions,
  type NetworkResponse,
} from '@azure/msal-node';
import type { SignInFault } from '../base/host';
import { fail, ok, type Result } from '../base/result';
import { isDropped } from '../graph/middleware';
import type { Proof, Settings } from '../unattended/settings';
import { signInFault } from './signInFault';

const graphScope = 'https://graph.microsoft.com/.default';
/** What a managed identity's token must be meant for, to be taken as the app's word. */
const exchangeResource = 'api://AzureADTokenExchange';
/** Longest wait for an answer, in milliseconds. */
const patience = 30_000;

export interface AppSignIn {
  /** A token for Microsoft Graph with all that the app was allowed; kept until shortly before it runs out. */
  readonly token: () => Promise<Result<string, SignInFault>>;
  /** The last moment of the certificate; null where there is none. */
  readonly certificateEnds: Date | null;
}

/** A certificate with its key, from one PEM file. */
interface Certificate {
  readonly thumbprintSha256: string;
  readonly privateKey: string;
  readonly ends: Date;
}

/** Prepares signing in; fails with a sentence where the certificate cannot be read. Nobody is asked before the first token is wanted. */
export function createAppSignIn(
  settings: Pick<Settings, 'tenantId' | 'clientId' | 'proof'>,
  fetch: typeof globalThis.fetch,
): Result<AppSignIn, string> {
  const { proof } = settings;
  const certificate = proof.kind === 'certificate' ? readCertificate(proof.file) : null;
  if (certificate && !certificate.ok) return certificate;
  const networkClient = networkOf(fetch);
  const client = new ConfidentialClientApplication({
    auth: {
      clientId: settings.clientId,
      authority: `https://login.microsoftonline.com/${settings.tenantId}`,
      ...credentialOf(proof, certificate?.value ?? null, networkClient),
    },
    system: { networkClient },
  });
  const token = async (): Promise<Result<string, SignInFault>> => {
    try {
      const given = await client.acquireTokenByClientCredential({ scopes: [graphScope] });
      return given ? ok(given.accessToken) : fail({ kind: 'unavailable', detail: 'no token was given' });
    } catch (error) {
      return fail(isDropped(error) ? { kind: 'offline' } : signInFault(error, [graphScope]));
    }
  };
  return ok({ token, certificateEnds: certificate?.value.ends ?? null });
}

type Credential = Pick<Configuration['auth'], 'clientCertificate' | 'clientSecret' | 'clientAssertion'>;

function credentialOf(proof: Proof, certificate: Certificate | null, networkClient: INetworkModule): Credential {
  switch (proof.kind) {
    case 'certificate': {
      const { thumbprintSha256 = '', privateKey = '' } = certificate ?? {};
      return { clientCertificate: { thumbprintSha256, privateKey } };
    }
    case 'managed-identity': {
      const identity = new ManagedIdentityApplication({
        ...(proof.id === null ? {} : { managedIdentityIdParams: { userAssignedClientId: proof.id } }),
        system: { networkClient },
      });
      // The identity is not the app: its word is exchanged for the app's, which alone was granted sites and may tell people.
      return { clientAssertion: async () => (await identity.acquireToken({ resource: exchangeResource })).accessToken };
    }
    case 'secret':
      return { clientSecret: proof.secret };
  }
}

/** Reads a PEM file that holds a certificate and its private key. */
function readCertificate(file: string): Result<Certificate, string> {
  try {
    const pem = readFileSync(file, 'utf8');
    const privateKey = /-----BEGIN (RSA |EC )?PRIVATE KEY-----[\s\S]+?-----END \1?PRIVATE KEY-----/.exec(pem)?.[0];
    if (privateKey === undefined) return fail('WORKER_CERTIFICATE: the file holds no private key that is not locked');
    const certificate = new X509Certificate(pem);
    return ok({
      thumbprintSha256: certificate.fingerprint256.replaceAll(':', ''),
      privateKey,
      ends: new Date(certificate.validTo),
    });
  } catch (error) {
    return fail(`WORKER_CERTIFICATE: ${error instanceof Error ? error.message : 'the file cannot be read'}`);
  }
}

/** MSAL's own way out, over the same fetch as everything else. */
function networkOf(fetch: typeof globalThis.fetch): INetworkModule {
  async function send<T>(
    method: 'GET' | 'POST',
    url: string,
    options: NetworkRequestOptions = {},
  ): Promise<NetworkResponse<T>> {
    const response = await fetch(url, {
      method,
      headers: options.headers ?? {},
      ...(method === 'POST' ? { body: options.body ?? '' } : {}),
      signal: AbortSignal.timeout(patience),
    });
    return { status: response.status, headers: Object.fromEntries(response.headers), body: await response.json() };
  }
  return {
    sendGetRequestAsync: (url, options) => send('GET', url, options),
    sendPostRequestAsync: (url, options) => send('POST', url, options),
  };
}
