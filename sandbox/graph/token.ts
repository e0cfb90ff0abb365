// Access tokens: signed by the sandbox, naming the person and the scopes, valid for an hour.
import { jwtVerify, SignJWT } from 'jose';
import { JWTExpired } from 'jose/errors';
import { z } from 'zod';
import type { SandboxDatabase } from '../store/database';
import { findPerson, type Person } from '../store/people';
import { clientId, tenantId } from '../store/seed';
import { readMeta } from '../store/settings';
import { tokenExpired, unauthorised } from './fault';
import type { Sandbox } from './types';

const audience = 'https://graph.microsoft.com';
const lifetimeSeconds = 3600;

const keyOf = (database: SandboxDatabase): Uint8Array => {
  const secret = readMeta(database, 'secret');
  if (secret === undefined) throw new Error('The sandbox database has not been seeded.');
  return new TextEncoder().encode(secret);
};

/** A token for a person with the named scopes, as Microsoft Entra would give it. */
export async function issueToken(sandbox: Sandbox, person: Person, scopes: readonly string[]): Promise<string> {
  const now = Math.floor(sandbox.now().getTime() / 1000);
  return new SignJWT({
    oid: person.id,
    tid: tenantId,
    name: person.displayName,
    upn: person.mail,
    appid: clientId,
    scp: scopes.join(' '),
  })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setIssuer(`https://sts.windows.net/${tenantId}/`)
    .setAudience(audience)
    .setSubject(person.id)
    .setIssuedAt(now)
    .setExpirationTime(now + lifetimeSeconds)
    .sign(keyOf(sandbox.database));
}

const claims = z.object({ oid: z.string(), scp: z.string().optional() });

/** The person and scopes of an `Authorization` header; throws Graph's 401 where it is missing, old or not ours. */
export async function readToken(
  sandbox: Sandbox,
  authorization: string | undefined,
): Promise<{ person: Person; scopes: ReadonlySet<string> }> {
  const token = /^Bearer\s+(\S+)$/i.exec(authorization ?? '')?.[1];
  if (token === undefined) throw unauthorised('Access token is empty.');
  const { oid, scp } = await verifiedClaims(sandbox, token);
  const person = findPerson(sandbox.database, oid);
  if (person === undefined) throw unauthorised('The user of this token does not exist in the tenant.');
  return { person, scopes: new Set((scp ?? '').split(' ').filter((scope) => scope !== '')) };
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
