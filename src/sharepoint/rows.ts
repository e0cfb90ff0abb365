// A list item as Graph sends it, and the row it becomes (Microsoft Graph: listItem).
import * as z from 'zod/mini';
import type { Person } from '../base/person';
import type { Fields, Row, RowVersion } from './listAccess';

/** A row that no person wrote (an app did, or the account is gone). Null would say that the row is not in SharePoint yet. */
const nobody: Person = { id: '', displayName: '' };

/** Who SharePoint says it was. */
export const identity = z.pipe(
  z.catch(
    z.nullish(z.object({ user: z.nullish(z.object({ id: z.string(), displayName: z.nullish(z.string()) })) })),
    null,
  ),
  z.transform((by) => (by?.user ? { id: by.user.id.toLowerCase(), displayName: by.user.displayName ?? '' } : nobody)),
);

const cell = z.union([z.string(), z.number(), z.boolean(), z.null()]);

/** Only values a column of ours can hold; Graph's own annotations stay out. */
const fields = z.pipe(
  z.record(z.string(), z.unknown()),
  z.transform((all): Fields => {
    const kept: Record<string, string | number | boolean | null> = {};
    for (const [name, value] of Object.entries(all)) {
      const parsed = cell.safeParse(value);
      if (parsed.success && !name.includes('@')) kept[name] = parsed.data;
    }
    return kept;
  }),
);

/** The eTag stands on the item, or on its fields, or on both. */
const eTags = z.object({
  eTag: z.optional(z.string()),
  '@odata.etag': z.optional(z.string()),
  fields: z.optional(z.object({ '@odata.etag': z.optional(z.string()) })),
});

const item = z.object({
  id: z.coerce.string(),
  createdDateTime: z.string(),
  lastModifiedDateTime: z.string(),
  createdBy: identity,
  lastModifiedBy: identity,
  fields,
});

/** A list item with its fields. */
export const rowSchema = z.pipe(
  z.unknown(),
  z.transform((value, context): Row => {
    const parsed = item.safeParse(value);
    const tags = eTags.safeParse(value);
    const eTag = tags.success
      ? (tags.data.eTag ?? tags.data['@odata.etag'] ?? tags.data.fields?.['@odata.etag'])
      : undefined;
    if (!parsed.success || eTag === undefined) {
      const place = parsed.success ? 'eTag' : parsed.error.issues.map((issue) => issue.path.join('.')).join(', ');
      context.issues.push({ code: 'custom', message: `not a list item with fields (${place})`, input: value });
      return z.NEVER;
    }
    return {
      itemId: parsed.data.id,
      eTag,
      createdBy: parsed.data.createdBy,
      lastModifiedBy: parsed.data.lastModifiedBy,
      createdAt: parsed.data.createdDateTime,
      lastModifiedAt: parsed.data.lastModifiedDateTime,
      fields: parsed.data.fields,
    };
  }),
);

/** A version of a list item with its fields (Microsoft Graph: listItemVersion); its number comes as `3.0`. */
export const versionSchema = z.pipe(
  z.object({ id: z.coerce.number(), lastModifiedBy: identity, fields }),
  z.transform(({ id, ...version }): { readonly number: number; readonly version: RowVersion } => ({
    number: id,
    version,
  })),
);

/** A page of anything, with the link to the next one. */
export const pageOf = <T>(member: z.core.$ZodType<T>) =>
  z.object({
    value: z.array(member),
    '@odata.nextLink': z.optional(z.string()),
    '@odata.deltaLink': z.optional(z.string()),
  });
