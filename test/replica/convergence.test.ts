/**
 * Whatever goes wrong on the way: once it stops, every device and the lists say the same, and no word is lost, doubled or written over
 * in silence. SCHEDULES sets how many schedules are played; SEED and PATH_OF_SEED repeat a failure that was reported with them.
 * Dexie leaves itself on the global object, and jest's clean-up of globals follows everything it holds, without end:
 * @jest-environment-options {"globalsCleanup": "off"}
 */
import { playMany } from './schedules';

playMany();
