// Shapes of the calls that the Graph description at hand does not have: checked by schemas of our own.
import { z } from 'zod';
import type { Exchange } from '../../sandbox/graph/exchanges';

const identity = z.strictObject({
  user: z.strictObject({ id: z.string(), displayName: z.string(), email: z.string().optional() }),
});
const moment = z.iso.datetime();

// Members as Microsoft Graph's driveItem resource names them.
const driveItem = z.looseObject({
  id: z.string(),
  name: z.string(),
  size: z.number().int().nonnegative(),
  eTag: z.string(),
  createdDateTime: moment,
  lastModifiedDateTime: moment,
  createdBy: identity,
  lastModifiedBy: identity,
  parentReference: z.looseObject({ driveId: z.string(), driveType: z.string() }),
  file: z.strictObject({ mimeType: z.string() }),
});

const drive = z.looseObject({
  id: z.string(),
  webUrl: z.url().optional(),
  driveType: z.enum(['personal', 'business', 'documentLibrary']).optional(),
  sharePointIds: z
    .strictObject({
      siteId: z.string(),
      webId: z.string(),
      siteUrl: z.url(),
      tenantId: z.string(),
      listId: z.string().optional(),
    })
    .optional(),
});

/** Graph's own error shape (Microsoft Graph: error responses and resource types). */
export const errorBody = z.strictObject({
  error: z.strictObject({
    code: z.string().min(1),
    message: z.string().min(1),
    innerError: z
      .strictObject({
        code: z.string().optional(),
        date: z.string(),
        'request-id': z.string(),
        'client-request-id': z.string(),
      })
      .optional(),
  }),
});

interface OwnSchema {
  readonly method: string;
  readonly path: RegExp;
  /** The body of each good answer by its status; `undefined` = none. */
  readonly answers: Readonly<Record<number, z.ZodType | undefined>>;
}

const file = /^\/me\/drive\/special\/approot:\/[^/:]+$/;
const fileContent = /^\/me\/drive\/special\/approot:\/[^/:]+:\/content$/;

const own: readonly OwnSchema[] = [
  { method: 'PUT', path: fileContent, answers: { 200: driveItem, 201: driveItem } },
  { method: 'GET', path: fileContent, answers: { 302: undefined } },
  { method: 'GET', path: file, answers: { 200: driveItem } },
  { method: 'DELETE', path: file, answers: { 204: undefined } },
  { method: 'GET', path: /^\/drives\/[^/]+$/, answers: { 200: drive } },
  { method: 'POST', path: /^\/users\/[^/]+\/teamwork\/sendActivityNotification$/, answers: { 204: undefined } },
];

const read = (shape: z.ZodType | undefined, body: unknown): string[] => {
  if (shape === undefined) return body === undefined ? [] : ['answered: a body where none was expected'];
  const parsed = shape.safeParse(body);
  return parsed.success ? [] : [`answered: ${z.prettifyError(parsed.error)}`];
};

/** What is wrong with an exchange by our own schemas (empty = nothing), or that they do not know the call either. */
export function checkByOwnSchema({
  method,
  path,
  status,
  responseBody,
}: Exchange): readonly string[] | 'not described' {
  const plain = path.split('?')[0] ?? '';
  const known = own.find((each) => each.method === method && each.path.test(plain));
  if (known === undefined) return 'not described';
  if (status >= 400) return read(errorBody, responseBody);
  if (!(status in known.answers)) return [`status ${status} is not among ${Object.keys(known.answers).join(', ')}`];
  return read(known.answers[status], responseBody);
}
