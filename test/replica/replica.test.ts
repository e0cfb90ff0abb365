// The replica against lists in memory.
import { MemoryLists } from './memoryLists';
import { replicaSuite } from './suite';

replicaSuite('with lists in memory', async () => {
  const lists = new MemoryLists();
  return { accessFor: async (person) => lists.accessFor(person), close: async () => {} };
});
