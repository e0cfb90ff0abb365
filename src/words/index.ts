// All wording, in the language shown. A second language is a folder of the same shape as en/.
import { en } from './en';

/** The shape every language has. */
export type Words = typeof en;

export const words: Words = en;

export * from './dates';
export * from './plural';
