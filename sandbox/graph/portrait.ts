// Draws a small profile picture: a plain figure on the person's own colour, as PNG.
import { crc32, deflateSync } from 'node:zlib';

const size = 96;
const colours = [
  [79, 107, 237],
  [3, 131, 135],
  [136, 23, 152],
  [193, 86, 19],
  [0, 120, 60],
  [177, 52, 94],
] as const;
const figure = [240, 240, 245] as const;

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

const isFigure = (x: number, y: number): boolean => {
  const head = Math.hypot(x - size / 2, y - size * 0.38) < size * 0.19;
  const shoulders = Math.hypot((x - size / 2) / 1.15, y - size * 1.02) < size * 0.36;
  return head || shoulders;
};

/** A 96 × 96 PNG whose colour follows from the person's id. */
export function portrait(personId: string): Uint8Array<ArrayBuffer> {
  const colour = colours[crc32(Buffer.from(personId)) % colours.length] ?? figure;
  const rows = Array.from({ length: size }, (_, y) => [
    0,
    ...Array.from({ length: size }, (__, x) => (isFigure(x, y) ? figure : colour)).flat(),
  ]).flat();
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return new Uint8Array(
    Buffer.concat([
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
      chunk('IHDR', header),
      chunk('IDAT', deflateSync(Buffer.from(rows))),
      chunk('IEND', new Uint8Array()),
    ]),
  );
}
