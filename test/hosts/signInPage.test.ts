// The sign-in window knows from its address alone what it was opened for.
import { signInRole } from '../../src/hosts/signInRole';

const page = 'https://council.example/app/sign-in.html';

test.each([
  [`${page}#code=x&state=y`, 'answer'],
  [`${page}?error=access_denied&state=y`, 'answer'],
  [`${page}#req=%7B%7D`, 'request'],
  [page, 'nothing'],
])('%s: %s', (address, role) => expect(signInRole(address)).toBe(role));
