// One form for what says the same.
import fc from 'fast-check';
import { canonicalJson } from '../../src/base/canonicalJson';

test('keys are sorted, line ends and accents have one form, and nothing else changes', () => {
  const composed = '\u00e9';
  const decomposed = 'e\u0301';
  expect(canonicalJson({ b: [1, null, true], a: `one\r\ntwo\rthree ${decomposed}`, 10: 'ten', 9: undefined })).toBe(
    `{"10":"ten","a":"one\\ntwo\\nthree ${composed}","b":[1,null,true]}`,
  );
});

test('it reads back as what was written, whatever order it came in, and has only one form', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = canonicalJson(value);
      expect(canonicalJson(JSON.parse(text))).toBe(text);
      expect(canonicalJson(turned(value))).toBe(text);
    }),
  );
});

/** The same with the fields of every object the other way round. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, field]) => [name, turned(field)]),
  );
}
