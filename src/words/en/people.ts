// Words of the people screen.
export const people = {};
