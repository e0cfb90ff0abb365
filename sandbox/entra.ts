// Microsoft Entra's token endpoint for an app without a person, and the platform's managed identity beside it.
// Source: Microsoft identity platform, "OAuth 2.0 client credentials flow"; App Service, "REST endpoint reference" of managed identities.
import { X509Certificate } from 'node:crypto';
import { Hono } from 'hono';
import { decodeProtectedHeader, importX509, jwtVerify } from 'jose';
import { JOSEError } from 'jose/errors';
import { z } from 'zod';
import { isIdentityToken, issueAppToken, issueIdentityToken, lifetimeSeconds } from './graph/token';
import type { Sandbox } from './graph/types';
import { readApp } from './store/app';
import { clientId, tenantId } from './store/seed';

const graphScope = 'https://graph.microsoft.com/.default';
const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
const exchangeAudience = 'api://AzureADTokenExchange';

const wish = z.object({
  grant_type: z.string(),
  client_id: z.string(),
  scope: z.string().optional(),
  client_secret: z.string().optional(),
  client_assertion_type: z.string().optional(),
  client_assertion: z.string().optional(),
});
type Wish = z.infer<typeof wish>;

/** A refusal in Entra's own words: `number` is that of the AADSTS error. */
class Refused extends Error {
  constructor(
    readonly status: 400 | 401,
    readonly code: string,
    readonly number: number,
    message: string,
  ) {
    super(`AADSTS${number}: ${message}`);
  }
}

const badAssertion = (why: string): Refused =>
  new Refused(
    401,
    'invalid_client',
    700027,
    `The certificate with identifier used to sign the client assertion is not registered on application. ${why}`,
  );

/** `POST /{tenant}/oauth2/v2.0/token`, and `GET /sandbox/identity` as the platform's `IDENTITY_ENDPOINT`. */
export function entraApp(sandbox: Sandbox): Hono {
  const app = new Hono();
  app.post('/:tenant/oauth2/v2.0/token', async (c) => {
    const asked = wish.parse(await c.req.parseBody());
    if (c.req.param('tenant').toLowerCase() !== tenantId)
      throw new Refused(400, 'invalid_request', 90002, `Tenant '${c.req.param('tenant')}' not found.`);
    refuseBadWish(asked);
    await refuseStranger(sandbox, asked);
    return c.json({
      token_type: 'Bearer',
      expires_in: lifetimeSeconds,
      ext_expires_in: lifetimeSeconds,
      access_token: await issueAppToken(sandbox),
    });
  });
  app.get('/sandbox/identity', async (c) => {
    const { identityId } = readApp(sandbox.database);
    if (c.req.header('X-IDENTITY-HEADER') !== 'sandbox' || identityId === null)
      return c.json({ statusCode: 400, message: 'No managed identity found.' }, 400);
    const resource = c.req.query('resource') ?? '';
    return c.json({
      access_token: await issueIdentityToken(sandbox, resource, identityId),
      expires_on: String(Math.floor(sandbox.now().getTime() / 1000) + lifetimeSeconds),
      resource,
      token_type: 'Bearer',
      client_id: identityId,
    });
  });
  app.onError((error, c) => {
    const refused =
      error instanceof z.ZodError ? new Refused(400, 'invalid_request', 900144, 'A parameter is missing.') : error;
    if (!(refused instanceof Refused)) throw error;
    const body = {
      error: refused.code,
      error_description: refused.message,
      error_codes: [refused.number],
      timestamp: sandbox.now().toISOString(),
      trace_id: sandbox.newId(),
      correlation_id: sandbox.newId(),
    };
    return c.json(body, refused.status);
  });
  return app;
}

function refuseBadWish(asked: Wish): void {
  if (asked.grant_type !== 'client_credentials')
    throw new Refused(400, 'unsupported_grant_type', 70003, 'The app requested an unsupported grant type.');
  if (asked.client_id.toLowerCase() !== clientId)
    throw new Refused(
      400,
      'unauthorized_client',
      700016,
      `Application with identifier '${asked.client_id}' was not found in the directory.`,
    );
  if (!(asked.scope ?? '').split(' ').includes(graphScope))
    throw new Refused(
      400,
      'invalid_scope',
      1002012,
      `The provided value for scope ${asked.scope ?? ''} is not valid. Client credential flows must have a scope value with /.default.`,
    );
}

async function refuseStranger(sandbox: Sandbox, asked: Wish): Promise<void> {
  if (asked.client_assertion !== undefined) {
    if (asked.client_assertion_type !== assertionType) throw badAssertion('The assertion type is unknown.');
    return refuseBadAssertion(sandbox, asked.client_assertion);
  }
  const { secret } = readApp(sandbox.database);
  if (secret === null || asked.client_secret !== secret)
    throw new Refused(401, 'invalid_client', 7000215, 'Invalid client secret provided.');
}

/** An assertion is the app's own, signed with its certificate, or that of the managed identity which may speak for it. */
async function refuseBadAssertion(sandbox: Sandbox, assertion: string): Promise<void> {
  const { certificate, identityId } = readApp(sandbox.database);
  const byIdentity = { audience: exchangeAudience, identityId: identityId ?? '' };
  if (identityId !== null && (await isIdentityToken(sandbox, assertion, byIdentity))) return;
  if (certificate === null) throw badAssertion('There is none.');
  try {
    const { alg = '', 'x5t#S256': named } = decodeProtectedHeader(assertion);
    const fingerprint = new X509Certificate(certificate).fingerprint256.replaceAll(':', '');
    if (named !== Buffer.from(fingerprint, 'hex').toString('base64url'))
      throw badAssertion('Thumbprint of another key.');
    await jwtVerify(assertion, await importX509(certificate, alg), {
      issuer: clientId,
      subject: clientId,
      audience: `https://login.microsoftonline.com/${tenantId}/oauth2/v2.0/token`,
      currentDate: sandbox.now(),
    });
  } catch (error) {
    if (error instanceof JOSEError || error instanceof TypeError) throw badAssertion(error.message);
    throw error;
  }
}
