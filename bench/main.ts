// `npm run bench`: what costs most where it is felt, as ratios to something plain done on the same machine.
import { type SummaryInput, spreadOf, summarise } from '../src/assessment';
import { framework, levels } from '../src/framework';
import { newKeyPair, openResponse, publicHalf, type ResponsePlace, sealResponse } from '../src/sealing';
import { exampleAssessment, exampleResponse, exampleState, keyAreaIds, priya } from '../test/assessment/examples';
import { compare } from './compare';

/** An assessment that so many people have answered, all key areas shown. */
function assessmentOf(people: number): SummaryInput {
  const participants = Array.from({ length: people }, (_, index) => ({
    id: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
    displayName: `Officer ${index}`,
    takingPart: true,
  }));
  const ids = participants.map(({ id }) => id);
  return {
    framework,
    assessment: exampleAssessment({ participants }),
    states: keyAreaIds.map((keyAreaId) => exampleState({ keyAreaId, phase: 'revealed' })),
    answeredBy: new Map(keyAreaIds.map((keyAreaId) => [keyAreaId, ids])),
    responses: keyAreaIds.flatMap((keyAreaId) =>
      ids.map((id, index) =>
        exampleResponse({ keyAreaId, responseId: id, judgement: levels[index % 6] ?? 'cannot-judge' }),
      ),
    ),
    actions: [],
  };
}

/** Sealing and opening one answer, against one bare AES-GCM encryption or decryption of as many bytes. */
async function sealing() {
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
  return {
    'sealing an answer / a bare AES encryption': await compare(
      () => sealResponse(content, keys, place),
      () => crypto.subtle.encrypt(cipher, aes, bytes),
    ),
    'opening an answer / a bare AES decryption': await compare(
      () => openResponse(envelope, assessment, place),
      () => crypto.subtle.decrypt(cipher, aes, encrypted),
    ),
  };
}

/** How the computed parts of a screen grow: 300 people against 12, which is 25 times as many. */
async function growth() {
  const [few, many] = [assessmentOf(12), assessmentOf(300)];
  return {
    'how answers compare, 300 people / 12 people': await compare(
      () => spreadOf(many.responses),
      () => spreadOf(few.responses),
    ),
    'a whole summary, 300 people / 12 people': await compare(
      () => summarise(many),
      () => summarise(few),
    ),
  };
}

const figure = (value: number): string => (value < 10 ? value.toFixed(1) : value.toFixed(0)).padStart(6);

for (const [name, { middle, lowest, highest }] of Object.entries({ ...(await sealing()), ...(await growth()) })) {
  console.log(`${figure(middle)} ×  ${name}  (from${figure(lowest)} to${figure(highest)})`);
}
