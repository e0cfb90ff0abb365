// Words of the results screen.
export const results = {};
