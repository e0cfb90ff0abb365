// English, put together from one file per area of the product.
export { answer } from './en/answer';
export { channel } from './en/channel';
export { check } from './en/check';
export { common } from './en/common';
export { discuss } from './en/discuss';
export { faults } from './en/faults';
export { framework } from './en/framework';
export { landing } from './en/landing';
export { open } from './en/open';
export { parts } from './en/parts';
export { people } from './en/people';
export { pictures } from './en/pictures';
export { report } from './en/report';
export { results } from './en/results';
export { setup } from './en/setup';
export { share } from './en/share';
export { signIn } from './en/signIn';
