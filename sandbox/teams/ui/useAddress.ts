// The page's address as state: every change is written to the address bar, so that a reload shows the same.
import { useCallback, useState } from 'react';
import { type Address, formatAddress, move, parseAddress } from '../address';

export interface AddressState {
  readonly address: Address;
  /** Counts the links followed, so that the same link followed twice opens anew. */
  readonly visit: number;
  go(change: Partial<Address>): void;
  follow(change: Partial<Address>): void;
}

/** Starts from the address of the window, or from `start` where a deep link said where to go. */
export function useAddress(start: (from: Address) => Address): AddressState {
  const [address, setAddress] = useState(() => keep(start(parseAddress(window.location.search))));
  const [visit, setVisit] = useState(0);
  const go = useCallback((change: Partial<Address>) => setAddress((from) => keep(move(from, change))), []);
  const follow = useCallback(
    (change: Partial<Address>) => {
      go(change);
      setVisit((number) => number + 1);
    },
    [go],
  );
  return { address, visit, go, follow };
}

function keep(address: Address): Address {
  window.history.replaceState(null, '', `/${formatAddress(address)}`);
  return address;
}
