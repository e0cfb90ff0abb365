// The rules of an assessment. Pure: no network, no clock, no screen.
export * from './answerParts';
export * from './arrangements';
export * from './comments';
export * from './committee';
export * from './draft';
export * from './evidence';
export * from './facilitators';
export * from './lifeCycles';
export * from './ownAnswer';
export * from './participation';
export * from './records';
export * from './snapshot';
export * from './spread';
export * from './standing';
export * from './summary';
export * from './trust';
export * from './voices';
