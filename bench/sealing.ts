// Sealing and opening answers, against bare ciphers and in milliseconds.
import { framework } from '../src/framework';
import { newKeyPair, openResponse, publicHalf, type ResponsePlace, sealResponse } from '../src/sealing';
import { exampleResponse, keyAreaIds, priya } from '../test/assessment/examples';
import { compare, figureOf } from './compare';
import type { Measure } from './figures';

const howMany = 300;

/** Milliseconds for each of 300, all begun at once, as showing does. */
async function each(work: () => Promise<unknown>): Promise<number> {
  const since = performance.now();
  await Promise.all(Array.from({ length: howMany }, work));
  return (performance.now() - since) / howMany;
}

/** One answer against one bare AES-GCM encryption or decryption of as many bytes; and 300 of them. */
export const sealing: Measure = {
  name: 'sealing',
  title: 'Sealing and opening answers',
  async run() {
    const [assessment, author] = [await newKeyPair(() => 'assessment'), await newKeyPair(() => 'author')];
    const { responseId, judgement, movingOn, confidence, evidence } = exampleResponse();
    const content = {
      responseId,
      judgement,
      movingOn,
      confidence,
      evidence,
      remark: 'Contract registers are kept by each service. '.repeat(10),
    };
    const place: ResponsePlace = {
      assessmentId: 'a',
      keyAreaId: keyAreaIds[0] ?? '',
      personId: priya.id,
      frameworkVersion: framework.version,
    };
    const keys = { assessment: publicHalf(assessment), author: publicHalf(author) };
    const envelope = await sealResponse(content, keys, place);

    const bytes = new TextEncoder().encode(JSON.stringify(content));
    const aes = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
    const cipher = { name: 'AES-GCM', iv: new Uint8Array(12) };
    const encrypted = await crypto.subtle.encrypt(cipher, aes, bytes);
    const seal = () => sealResponse(content, keys, place);
    const open = () => openResponse(envelope, assessment, place);
    return [
      figureOf(
        'sealing an answer / a bare AES encryption',
        await compare(seal, () => crypto.subtle.encrypt(cipher, aes, bytes)),
      ),
      figureOf(
        'opening an answer / a bare AES decryption',
        await compare(open, () => crypto.subtle.decrypt(cipher, aes, encrypted)),
      ),
      { what: `sealing, each of ${howMany}`, value: await each(seal), unit: 'ms' },
      { what: `opening, each of ${howMany}`, value: await each(open), unit: 'ms' },
    ];
  },
};
