// Words of the setup screen.
export const setup = {};
