/**
 * The other half of the schedules, so that both processors have work (see convergence.test.ts).
 * Dexie leaves itself on the global object, and jest's clean-up of globals follows everything it holds, without end:
 * @jest-environment-options {"globalsCleanup": "off"}
 */
import { playMany } from './schedules';

playMany();
