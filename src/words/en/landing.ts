// Words of the landing screen.
export const landing = {};
