// Words of the discuss screen.
export const discuss = {};
