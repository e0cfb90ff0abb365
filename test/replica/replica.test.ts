/**
 * The replica against lists in memory.
 * Dexie leaves itself on the global object, and jest's clean-up of globals follows everything it holds, without end:
 * @jest-environment-options {"globalsCleanup": "off"}
 */
import { MemoryLists } from './memoryLists';
import { replicaSuite } from './suite';

replicaSuite('with lists in memory', async () => {
  const lists = new MemoryLists();
  return { accessFor: async (person) => lists.accessFor(person), close: async () => {} };
});
