// All wording, in the language shown. A second language is a folder of the same shape as en/. It is a namespace, not an object, so
// that a page's first script carries only the areas its screens name; write `words.area`, never take `words` apart.
export * from './dates';
export * as words from './en';
export * from './plural';
