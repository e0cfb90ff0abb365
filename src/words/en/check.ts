// Words of the check screen.
export const check = {};
