// Words around the framework; the framework's own wording is data.
export const framework = {
  whatItIs: 'What it is',
  whyItIsImportant: 'Why it is important',
  source: (owner: string): string => `The framework on the website of the ${owner} (opens outside Teams)`,
};
