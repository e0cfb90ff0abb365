// The report as a model, and its forms.
export * from './committeeInWords';
export * from './inWords';
export { questionsFor } from './questions';
export { reportText } from './reportText';
export { type PageBlock, type PageLink, type ResultsPage, resultsPage } from './resultsPage';
export { sharedResults } from './sharedResults';
