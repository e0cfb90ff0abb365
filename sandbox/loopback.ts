// Which web pages are this machine's own.

/** Whether an origin is on this machine. */
export const isLoopback = (origin: string): boolean =>
  /^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(origin);
