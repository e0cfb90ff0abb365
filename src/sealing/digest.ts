// The fingerprint of a text: another text has another one, so that it shows when somebody altered what was kept.
import { utf8 } from './bytes';

/** SHA-256 of the text in UTF-8, as 64 lower-case hexadecimal digits (FIPS 180-4). */
export async function digestOf(text: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', utf8(text)));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
