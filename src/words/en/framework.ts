// Words around the framework; the framework's own wording is data.
export const framework = {};
