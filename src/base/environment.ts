// What the outside world supplies: time, ids, randomness, and whether we are online and looked at. Passed in, never reached for.

export interface Environment {
  /** The present moment by this device's clock. */
  now(): Date;
  /** A new random id: a lower-case UUID (SharePoint's uniqueness ignores case, so ids never rely on it). */
  newId(): string;
  /** A whole number from 0 up to, not including, `below`. */
  randomBelow(below: number): number;
  /** Whether the device believes it has a network. */
  online(): boolean;
  /** Whether this frame can be seen. */
  visible(): boolean;
  /** Calls back when online or visible may have changed; returns how to stop. */
  onChange(listener: () => void): () => void;
  /** Calls back once after so many milliseconds; returns how to cancel. */
  after(milliseconds: number, callback: () => void): () => void;
}
