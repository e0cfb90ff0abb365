// Reads the pixels of a PNG as our icons are: 8 bits a channel, not interlaced. Only what the manifest's test needs.
import { inflateSync } from 'node:zlib';

export interface Picture {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue, alpha of each pixel, row by row; alpha 255 where the file has none. */
  readonly pixels: readonly (readonly [number, number, number, number])[];
}

/** The PNG filters of RFC 2083 section 6, by number: what a byte is predicted to be. */
const predictions: readonly ((left: number, up: number, upLeft: number) => number)[] = [
  () => 0,
  (left) => left,
  (_, up) => up,
  (left, up) => Math.floor((left + up) / 2),
  (left, up, upLeft) => {
    const [a, b, c] = [Math.abs(up - upLeft), Math.abs(left - upLeft), Math.abs(left + up - 2 * upLeft)];
    return a <= b && a <= c ? left : b <= c ? up : upLeft;
  },
];

const unfilter = (data: Uint8Array, width: number, height: number, channels: number): Uint8Array => {
  const stride = width * channels;
  const out = new Uint8Array(stride * height);
  for (let row = 0; row < height; row += 1) {
    const predict = predictions[data[row * (stride + 1)] ?? 0];
    if (!predict) throw new Error('an unknown filter');
    for (let at = 0; at < stride; at += 1) {
      const place = row * stride + at;
      const left = at >= channels ? (out[place - channels] ?? 0) : 0;
      const up = row > 0 ? (out[place - stride] ?? 0) : 0;
      const upLeft = row > 0 && at >= channels ? (out[place - stride - channels] ?? 0) : 0;
      out[place] = (data[row * (stride + 1) + 1 + at] ?? 0) + predict(left, up, upLeft);
    }
  }
  return out;
};

/** Decodes a PNG with 3 or 4 channels; throws on any other form. */
export function readPng(file: Buffer): Picture {
  if (file.subarray(1, 4).toString() !== 'PNG') throw new Error('not a PNG');
  const [width, height] = [file.readUInt32BE(16), file.readUInt32BE(20)];
  const channels = { 2: 3, 6: 4 }[file[25] ?? 0];
  if (file[24] !== 8 || file[28] !== 0 || !channels) throw new Error('not 8 bits a channel in colour, plain');
  const parts: Buffer[] = [];
  for (let at = 8; at < file.length; at += file.readUInt32BE(at) + 12) {
    if (file.subarray(at + 4, at + 8).toString() === 'IDAT')
      parts.push(file.subarray(at + 8, at + 8 + file.readUInt32BE(at)));
  }
  const bytes = unfilter(inflateSync(Buffer.concat(parts)), width, height, channels);
  const channel = (pixel: number, index: number): number => bytes[pixel * channels + index] ?? 0;
  const pixels = Array.from({ length: width * height }, (_, pixel) => {
    const alpha = channels === 4 ? channel(pixel, 3) : 255;
    return [channel(pixel, 0), channel(pixel, 1), channel(pixel, 2), alpha] as const;
  });
  return { width, height, pixels };
}
