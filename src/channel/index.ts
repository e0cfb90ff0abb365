// Channel messages: what is said, and who says it, once.
export { type MessageContent, openedMessage, sharedMessage } from './cards';
export { leaseMilliseconds, type MessageStore, post, type StoredMessage, standingOf } from './post';
