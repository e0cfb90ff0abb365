// Hidden until shown, in the store and not only on the screen: answers lie in SharePoint as envelopes.
export { digestOf } from './digest';
export { type Binding, type Envelope, envelopeSchema, open, seal } from './envelope';
export { type KeyPair, keyPairSchema, newKeyPair, publicHalf } from './keyPair';
export { openRecorded, sealRecorded } from './recorded';
export { openResponse, type ResponsePlace, responseContent, sealResponse } from './response';
export { unwrapKey, wrapKey } from './wrapping';
