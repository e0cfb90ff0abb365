// Channel messages: what is said, and who says it, once.
export { activityLine, type MessageContent, messageCard, messageContent, subPageOf } from './cards';
export { digestCard, digestOf } from './digest';
export { type DueMessage, dueMessages, headStartMilliseconds, pendingMessages } from './due';
export { dueOfAll } from './dueOfAll';
export {
  decline,
  leaseMilliseconds,
  type MessageStore,
  type Posting,
  post,
  type Send,
  type StoredMessage,
  standingOf,
} from './post';
export { messageKey, momentMark, notAnswered, type Subject, type Tellable, type Told, tellable } from './told';
