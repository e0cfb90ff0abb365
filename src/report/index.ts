// The report as a model, and its forms.
export * from './committeeInWords';
export * from './inWords';
export { reportText } from './reportText';
export { sharedResults } from './sharedResults';
