// Bytes as text and as padded blocks.
import { fail, ok, type Result } from '../base/result';

export type Bytes = Uint8Array<ArrayBuffer>;

/** Content is padded to whole blocks of so many bytes, so that its length tells little about what was written. */
const blockBytes = 512;
const lengthBytes = 4;

/** Text as UTF-8. */
export const utf8 = (text: string): Bytes => new Uint8Array(new TextEncoder().encode(text));

/** Bytes as base64url without padding (RFC 4648, section 5). */
export function toBase64Url(bytes: Bytes): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** The bytes that base64url text stands for; fails where another text would be the usual form of the same bytes. */
export function fromBase64Url(text: string): Result<Bytes, 'not-base64url'> {
  if (!/^[A-Za-z0-9_-]*$/.test(text) || text.length % 4 === 1) return fail('not-base64url');
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
  return toBase64Url(bytes) === text ? ok(bytes) : fail('not-base64url');
}

/** The bytes behind their length, filled up with zeros to whole blocks. */
export function pad(bytes: Bytes): Bytes {
  const padded = new Uint8Array(Math.ceil((lengthBytes + bytes.length) / blockBytes) * blockBytes);
  new DataView(padded.buffer).setUint32(0, bytes.length);
  padded.set(bytes, lengthBytes);
  return padded;
}

/** What `pad` was given; fails where no `pad` made this. */
export function unpad(padded: Bytes): Result<Bytes, 'not-padded'> {
  if (padded.length < lengthBytes) return fail('not-padded');
  const length = new DataView(padded.buffer, padded.byteOffset).getUint32(0);
  if (length > padded.length - lengthBytes) return fail('not-padded');
  return ok(padded.slice(lengthBytes, lengthBytes + length));
}
