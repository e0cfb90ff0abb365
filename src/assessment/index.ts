// The rules of an assessment. Pure: no network, no clock, no screen.
export * from './answerParts';
export * from './comments';
export * from './draft';
export * from './evidence';
export * from './facilitators';
export * from './lifeCycles';
export * from './ownAnswer';
export * from './participation';
export * from './records';
export * from './spread';
export * from './summary';
export * from './trust';
export * from './voices';
