// Which of its two roles the sign-in window plays. Pure.

/** What the window was opened for. */
export function signInRole(address: string): 'answer' | 'request' | 'nothing' {
  const { hash, search } = new URL(address);
  const within = [new URLSearchParams(hash.slice(1)), new URLSearchParams(search)];
  if (within.some((parameters) => parameters.has('state'))) return 'answer';
  return within.some((parameters) => parameters.has('req')) ? 'request' : 'nothing';
}
