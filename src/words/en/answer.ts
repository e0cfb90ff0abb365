// Words of the answer screen.
export const answer = {};
