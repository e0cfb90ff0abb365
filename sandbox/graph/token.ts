// Access tokens: signed by the sandbox, naming the person and the scopes, or the app and its roles; valid for an hour.
import { jwtVerify, SignJWT } from 'jose';
import { JOSEError, JWTExpired } from 'jose/errors';
import { z } from 'zod';
import { appPerson, readApp } from '../store/app';
import type { SandboxDatabase } from '../store/database';
import { findPerson, type Person } from '../store/people';
import { clientId, tenantId } from '../store/seed';
import { readMeta } from '../store/settings';
import { tokenExpired, unauthorised } from './fault';
import type { Sandbox } from './types';

const audience = 'https://graph.microsoft.com';
export const lifetimeSeconds = 3600;

const keyOf = (database: SandboxDatabase): Uint8Array => {
  const secret = readMeta(database, 'secret');
  if (secret === undefined) throw new Error('The sandbox database has not been seeded.');
  return new TextEncoder().encode(secret);
};

/** A token for a person with the named scopes, as Microsoft Entra would give it. */
export const issueToken = (sandbox: Sandbox, person: Person, scopes: readonly string[]): Promise<string> =>
  signed(sandbox, audience, person.id, {
    oid: person.id,
    name: person.displayName,
    upn: person.mail,
    appid: clientId,
    scp: scopes.join(' '),
  });

/** A token for the app itself, with the roles an administrator allowed it. */
export const issueAppToken = (sandbox: Sandbox): Promise<string> =>
  signed(sandbox, audience, appPerson.id, {
    oid: appPerson.id,
    appid: clientId,
    idtyp: 'app',
    roles: readApp(sandbox.database).roles,
  });

/** What a managed identity of the platform says who it is, for another sign-in to believe. */
export const issueIdentityToken = (sandbox: Sandbox, resource: string, identityId: string): Promise<string> =>
  signed(sandbox, resource, identityId, { oid: identityId });

/** Whether a managed identity's token names this identity and is meant for this audience. */
export async function isIdentityToken(
  sandbox: Sandbox,
  token: string,
  expected: { readonly audience: string; readonly identityId: string },
): Promise<boolean> {
  try {
    await jwtVerify(token, keyOf(sandbox.database), {
      algorithms: ['HS256'],
      audience: expected.audience,
      subject: expected.identityId,
      currentDate: sandbox.now(),
    });
    return true;
  } catch (error) {
    if (error instanceof JOSEError) return false;
    throw error;
  }
}

function signed(
  sandbox: Sandbox,
  audience: string,
  subject: string,
  claims: Readonly<Record<string, string | readonly string[]>>,
): Promise<string> {
  const now = Math.floor(sandbox.now().getTime() / 1000);
  return new SignJWT({ tid: tenantId, ...claims })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setIssuer(`https://sts.windows.net/${tenantId}/`)
    .setAudience(audience)
    .setSubject(subject)
    .setIssuedAt(now)
    .setExpirationTime(now + lifetimeSeconds)
    .sign(keyOf(sandbox.database));
}

const claims = z.object({
  oid: z.string(),
  scp: z.string().optional(),
  idtyp: z.string().optional(),
  roles: z.array(z.string()).optional(),
});

/** Whose call it is. `unattended`: the app's own, `scopes` being its roles. */
export interface Caller {
  readonly person: Person;
  readonly scopes: ReadonlySet<string>;
  readonly unattended: boolean;
}

/** The caller an `Authorization` header names; throws Graph's 401 where it is missing, old or not ours. */
export async function readToken(sandbox: Sandbox, authorization: string | undefined): Promise<Caller> {
  const token = /^Bearer\s+(\S+)$/i.exec(authorization ?? '')?.[1];
  if (token === undefined) throw unauthorised('Access token is empty.');
  const { oid, scp, idtyp, roles } = await verifiedClaims(sandbox, token);
  if (idtyp === 'app') return { person: appPerson, scopes: new Set(roles), unattended: true };
  const person = findPerson(sandbox.database, oid);
  if (person === undefined) throw unauthorised('The user of this token does not exist in the tenant.');
  const scopes = new Set((scp ?? '').split(' ').filter((scope) => scope !== ''));
  return { person, scopes, unattended: false };
}

async function verifiedClaims(sandbox: Sandbox, token: string): Promise<z.infer<typeof claims>> {
  try {
    const { payload } = await jwtVerify(token, keyOf(sandbox.database), { audience, currentDate: sandbox.now() });
    return claims.parse(payload);
  } catch (error) {
    if (error instanceof JWTExpired) throw tokenExpired();
    throw unauthorised('CompactToken validation failed.');
  }
}
