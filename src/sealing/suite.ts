// The one cipher suite of every envelope: HPKE (RFC 9180) with DHKEM(P-256), HKDF-SHA256 and AES-256-GCM, all from WebCrypto.
import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core';

export const suite = new CipherSuite({
  kem: new DhkemP256HkdfSha256(),
  kdf: new HkdfSha256(),
  aead: new Aes256Gcm(),
});
