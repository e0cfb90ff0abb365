// Where a record's newest change is, in words. Pure.
import { unreachable } from '../../base/result';
import type { SaveState } from '../../replica/replica';
import { words } from '../../words';
import { faultWords } from './faultWords';

/** The words for a save state. `now` decides whether a time needs its day. */
export function saveWords(state: SaveState, now: Date): string {
  const said = words.common.saveState;
  switch (state.kind) {
    case 'saving':
      return said.saving;
    case 'saved':
      return state.at === null ? said.saved : said.savedAt(state.at);
    case 'waiting':
      return said.waiting(faultWords(state.because, now).because);
    case 'parked':
      return said.parked(faultWords(state.because, now).because);
    case 'two-versions':
      return said.twoVersions;
    default:
      return unreachable(state);
  }
}
