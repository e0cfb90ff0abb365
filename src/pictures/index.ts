// The two pictures of the product.
export { LevelStrip, type LevelStripProps } from './LevelStrip';
export { SpreadPicture, type SpreadPictureProps } from './SpreadPicture';
