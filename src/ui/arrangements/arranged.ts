// What each section of the arrangements screen gets.
import type { Arrangements } from '../../assessment';

export interface ArrangementsProps {
  readonly arrangements: Arrangements;
  readonly mayChange: boolean;
}
