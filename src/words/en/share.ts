// Words of the share screen.
export const share = {};
