// The two pictures of the product.
export { LevelStrip } from './LevelStrip';
export { SpreadPicture } from './SpreadPicture';
