// The framework this product ships. To use another, replace showing-leadership.json: nothing else names its words.
import { type Framework, readFramework } from './schema';
import data from './showing-leadership.json';

const checked = readFramework(data);
if (!checked.ok) throw new Error(`showing-leadership.json is not a framework:\n${checked.error.join('\n')}`);

export const framework: Framework = checked.value;

export * from './schema';
